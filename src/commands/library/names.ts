import type { Answer, Modal, Reply, Row } from "../../discord/answer.ts";
import { menuRow } from "../../discord/components.ts";
import { customId } from "../../discord/customId.ts";
import { limits } from "../../discord/limits.ts";
import { modal } from "../../discord/modal.ts";
import { counted } from "../../embeds/counted.ts";
import type { Interview } from "../../interview/interview.ts";
import { parseInterview } from "../../interview/parse.ts";
import type { Import } from "../../store/shelves.ts";
import { editImport } from "./addEdit.ts";
import { press, submission, type Desk } from "./desk.ts";
import { longestName, readNames, renamed } from "./namesRename.ts";
import { cardOf, forgotten } from "./preview.ts";

/** As many as a form has room for. */
const atOnce = limits.modalFields;

async function open(id: string, desk: Desk, first: string | undefined): Promise<Reply> {
  const found = await desk.services.shelves.findImport(desk.server, id);
  if (!found || found.state === "removed") return forgotten();
  const interview = parseInterview(found.transcript);
  if (first === undefined && interview.speakers.length > atOnce) return cardOf(found, desk, "Whose names?", [menu(found, interview)]);
  return form(found, interview, Number(first) || 0);
}

/** The names of speakers from this place on. Each field bears the name as it is, so that it means the same whatever else changes. */
function form({ id }: Import, { speakers, exchanges }: Interview, first: number): Modal {
  const answers = exchanges.flatMap((exchange) => exchange.answers);
  return modal(
    "Names",
    customId("library-named", id),
    speakers.slice(first, first + atOnce).map(({ name }, at) => ({
      name,
      label: name,
      description: `${counted(answers.filter(({ speaker }) => speaker === name).length, "answer")}.${at === 0 && speakers.length > 1 ? " Two with the same name become one." : ""}`,
      value: name,
      required: true,
      longest: longestName,
    })),
  );
}

/** Who is in which form, where they don't fit into one. */
function menu({ id }: Import, { speakers }: Interview): Row {
  const firsts = speakers.flatMap((_, at) => (at % atOnce === 0 ? [at] : []));
  const options = firsts.map((first) => ({ label: speakers.slice(first, first + atOnce).map(({ name }) => name).join(", "), value: String(first) }));
  // Another custom id than the button beside it.
  return menuRow(customId("library-names", id, "five"), "Choose whose names to correct", options);
}

async function change(id: string, desk: Desk, typed: Record<string, string>): Promise<Answer> {
  const found = await desk.services.shelves.findImport(desk.server, id);
  if (!found || found.state === "removed") return forgotten();
  const { names, problems } = readNames(typed, parseInterview(found.transcript));
  if (names.size === 0) return cardOf(found, desk, problems.length > 0 ? problems.join("\n") : "They are so already.");
  return editImport(id, desk, (interview) => renamed(interview, names), ["Changed.", ...problems].join("\n"));
}

export const namesPresses = {
  /** From the button, or from the menu of who is in which form. */
  "library-names": press((desk, [id = ""], choice) => open(id, desk, choice)),
};

export const namesSubmissions = {
  "library-named": submission((desk, [id = ""], fields) => change(id, desk, fields)),
};
