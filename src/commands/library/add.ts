import type { ChatInputCommandInteraction } from "discord.js";
import type { Answer, Reply } from "../../discord/answer.ts";
import type { Press, Submission } from "../../discord/command.ts";
import { escapeMarkdown } from "../../embeds/markdown.ts";
import { ReaderBusy } from "../../importing/readApart.ts";
import { decodeText } from "../../interview/decode.ts";
import { NotAnInterview } from "../../interview/notAnInterview.ts";
import { withImport } from "./addEdit.ts";
import { download, FileProblem, whyNotRead } from "./addFile.ts";
import { joinPasted, pasteForm } from "./addPaste.ts";
import { draftOf } from "./addText.ts";
import { toServerPresses } from "./addToServer.ts";
import { lay, press, submission, type Desk } from "./desk.ts";
import { detailsPresses, detailsSubmissions } from "./details.ts";
import { namesPresses, namesSubmissions } from "./names.ts";
import { cardOf, preview } from "./preview.ts";

/** /library add: reads a file, or a text pasted into a form, and shows what was understood. */
export async function add(interaction: ChatInputCommandInteraction, desk: Desk): Promise<Reply> {
  const file = interaction.options.getAttachment("file");
  if (!file) return pasteForm();
  const problem = whyNotRead(file);
  if (problem !== undefined) return lay(desk, { content: problem });
  if (!desk.services.reader.mayRead(desk.server)) return lay(desk, { content: tooMany });
  try {
    const { text } = decodeText(await download(file, desk.rest.options.api));
    return await take(text, desk);
  } catch (error) {
    if (error instanceof NotAnInterview) return refusal(error, desk);
    if (error instanceof ReaderBusy) return lay(desk, { content: error.message });
    if (!(error instanceof FileProblem)) throw error;
    if (error.cause !== undefined) desk.services.log.warn({ server: desk.server, error: error.cause }, "a file could not be fetched");
    return lay(desk, { content: error.message });
  }
}

/** Where a text was pasted. When it is refused, it comes back as a file: Discord keeps nothing of a form that was sent. */
async function paste(desk: Desk, fields: Record<string, string>): Promise<Answer> {
  const text = joinPasted(fields);
  const back = (answer: Answer): Answer => ({ ...answer, files: [{ name: "pasted.txt", content: text }] });
  if (!desk.services.reader.mayRead(desk.server)) return back(lay(desk, { content: tooMany }));
  try {
    return await take(text, desk);
  } catch (error) {
    if (error instanceof NotAnInterview) return back(refusal(error, desk));
    if (error instanceof ReaderBusy) return back(lay(desk, { content: error.message }));
    throw error;
  }
}

/** Keeps what a text holds as a draft, and shows it. @throws NotAnInterview when it holds none, ReaderBusy when too many wait */
async function take(text: string, desk: Desk): Promise<Answer> {
  const draft = await draftOf(text, desk);
  const answer = await preview(draft, desk, "This is what I understood; **Details** and **Names** correct it. Members see nothing of it before you press **Add to this server**.");
  await desk.services.shelves.keepDraft(draft);
  return answer;
}

const tooMany = "That is many texts in a short while. Please wait a minute, and bring it again.";

function refusal({ message }: NotAnInterview, desk: Desk): Answer {
  return lay(desk, {
    content: `${escapeMarkdown(message)}\n-# What always works: each question on a line of its own, each answer in a new line that begins with the speaker's full name and a colon.`,
  });
}

/** What the buttons of a preview do. */
export const addPresses: Record<string, Press> = {
  ...toServerPresses,
  ...detailsPresses,
  ...namesPresses,
  /** Back to it from something else. */
  "library-preview": press((desk, [id = ""]) => withImport(id, desk, (found) => cardOf(found, desk, "This is how it is now."))),
};

/** What its forms do. */
export const addSubmissions: Record<string, Submission> = {
  "library-pasted": submission((desk, _values, fields) => paste(desk, fields)),
  ...detailsSubmissions,
  ...namesSubmissions,
};
