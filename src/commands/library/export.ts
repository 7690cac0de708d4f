import type { Answer } from "../../discord/answer.ts";
import { escapeMarkdown } from "../../embeds/markdown.ts";
import { writeTranscript } from "../../interview/transcriptFile.ts";
import type { Import } from "../../store/shelves.ts";
import { lay, type Desk } from "./desk.ts";
import { pressOn, type Act } from "./which.ts";

/** The interview as a transcript file, as it is in this server: read in again, it is the same. What cannot be read comes as it is kept. */
export const exportFile: Act = {
  readable: (interview, desk) => fileOf(interview, writeTranscript(interview), ", with all corrections. `/library add` reads it again, in any server.", desk),
  unreadable: (imported, desk) => fileOf(imported, imported.transcript, ", as it is kept.", desk),
};

function fileOf({ id, title }: Pick<Import, "id" | "title">, content: string, said: string, desk: Desk): Answer {
  return { ...lay({ ...desk, how: "post" }, { content: `**${escapeMarkdown(title)}**${said}` }), files: [{ name: `${id}.md`, content }] };
}

export const exportPresses = {
  "library-export": pressOn(exportFile),
};
