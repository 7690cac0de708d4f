import { escapeMarkdown } from "../../embeds/markdown.ts";
import { writeTranscript } from "../../interview/transcriptFile.ts";
import { lay } from "./desk.ts";
import { pressOn, type Act } from "./which.ts";

/** The interview as a transcript file, as it is in this server: read in again, it is the same. */
export const exportFile: Act = (interview, desk) => ({
  ...lay({ ...desk, how: "post" }, { content: `**${escapeMarkdown(interview.title)}**, with all corrections. \`/library add\` reads it again, in any server.` }),
  files: [{ name: `${interview.id}.md`, content: writeTranscript(interview) }],
});

export const exportPresses = {
  "library-export": pressOn(exportFile),
};
