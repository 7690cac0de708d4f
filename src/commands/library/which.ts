import type { ChatInputCommandInteraction } from "discord.js";
import type { Answer, Reply, Row } from "../../discord/answer.ts";
import type { Choice } from "../../discord/command.ts";
import { menuRow } from "../../discord/components.ts";
import { customId } from "../../discord/customId.ts";
import { limits, shorten } from "../../discord/limits.ts";
import { escapeMarkdown } from "../../embeds/markdown.ts";
import type { Library, LibraryInterview } from "../../library/library.ts";
import { fold } from "../../library/words.ts";
import type { Here } from "../../services.ts";
import type { Import, ImportLine } from "../../store/shelves.ts";
import { createInterviewNames } from "../interviewNames.ts";
import { isOwn, lay, press, type Desk } from "./desk.ts";

/** What a moderator does with one interview. */
export interface Act {
  readable(interview: LibraryInterview, desk: Desk): Reply | Promise<Reply>;
  /** With an import of this server whose transcript cannot be read any more, and which is in no library therefore. */
  unreadable(imported: Import, desk: Desk): Reply | Promise<Reply>;
}

/** What to say where another moderator was quicker to take it away. */
export function gone(desk: Desk): Answer {
  return lay(desk, { content: "That interview is no longer there. `/library list` shows those that are." });
}

/** Suggestions for an interview: the server's own, and with `all` the others behind them. */
export function ownInterviewChoices(typed: string, here: Here, all: boolean): Choice[] {
  const { library } = here;
  const found = library.interviewTitles.complete(typed, library.interviews.length).map((id) => library.interview(id)!);
  const own = found.filter((one) => isOwn("interview", one, here));
  const shown = all ? [...own, ...found.filter((one) => !isOwn("interview", one, here))] : own;
  const nameOf = createInterviewNames(here);
  return shown.slice(0, limits.choices).map((one) => ({ name: nameOf(one).suggestion, value: one.id }));
}

/**
 * Does something with the interview that a command names. Where several fit, or none, a menu asks.
 *
 * @param name of the act among those that the menu knows
 */
export async function actOnNamed(interaction: ChatInputCommandInteraction, desk: Desk, act: Act, name: string): Promise<Reply> {
  const { library, shelves } = desk.services;
  const typed = interaction.options.getString("interview", true);
  const unreadable = (await shelves.imports(desk.server)).find((line) => isUnreadable(line, library) && [line.id, fold(line.title)].includes(fold(typed)));
  if (unreadable) return actOn(unreadable.id, desk, act);
  const found = library.interviewTitles.find(typed);
  if (found.kind === "one") return act.readable(library.interview(found.id)!, desk);
  const title = `“${escapeMarkdown(shorten(typed, 100))}”`;
  const content = found.kind === "several" ? `Several interviews fit ${title}. Which one is it?` : `I have no interview called ${title}. Perhaps one of these?`;
  const ids = found.kind === "several" ? found.ids : found.nearest;
  if (ids.length === 0) return lay(desk, { content: `I have no interview called ${title}. \`/library add\` brings one.` });
  return lay(desk, { content, rows: [menu(ids.map((id) => library.interview(id)!), desk, name, "Choose an interview")] });
}

/** A menu of interviews that does something with the one that is chosen. */
export function menu(interviews: readonly Pick<ImportLine, "id" | "title">[], { services }: Desk, name: string, placeholder: string): Row {
  const nameOf = createInterviewNames(services);
  const options = interviews.map(({ id, title }) => {
    const readable = services.library.interview(id);
    return { label: title, value: id, description: readable ? nameOf(readable).description : "cannot be read any more" };
  });
  return menuRow(customId("library-pick", name), placeholder, options);
}

/** The press on such a menu: what it can lead to, by name. */
export function pickPress(acts: Record<string, Act>) {
  return press((desk, [name = ""], choice = "") => {
    const act = acts[name];
    return act ? actOn(choice, desk, act) : gone(desk);
  });
}

/** Makes a press of an act; the first value of its custom id names the interview. */
export function pressOn(act: Act) {
  return press((desk, [id = ""]) => actOn(id, desk, act));
}

async function actOn(id: string, desk: Desk, act: Act): Promise<Reply> {
  const { library, shelves } = desk.services;
  const interview = library.interview(id);
  if (interview) return act.readable(interview, desk);
  const imported = await shelves.findImport(desk.server, id);
  return imported && isUnreadable(imported, library) ? act.unreadable(imported, desk) : gone(desk);
}

/** Whether an import is added, and yet in no library: its transcript cannot be read any more. */
function isUnreadable({ id, state }: ImportLine, library: Library): boolean {
  return state === "added" && !library.interview(id);
}
