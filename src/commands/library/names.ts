import type { Answer, Modal, Reply, Row } from "../../discord/answer.ts";
import { menuRow } from "../../discord/components.ts";
import { customId } from "../../discord/customId.ts";
import { limits } from "../../discord/limits.ts";
import { modal } from "../../discord/modal.ts";
import { counted } from "../../embeds/counted.ts";
import type { Interview } from "../../interview/interview.ts";
import { isStandIn } from "../../interview/sides.ts";
import type { Import } from "../../store/shelves.ts";
import { editImport, withImport } from "./addEdit.ts";
import { press, submission, type Desk } from "./desk.ts";
import { longestName, readNames, renamed } from "./namesRename.ts";
import { cardOf } from "./preview.ts";

/** As many as a form has room for. */
const atOnce = limits.modalFields;

function open(id: string, desk: Desk, first: string | undefined): Promise<Reply> {
  return withImport<Reply>(id, desk, (found, interview) => {
    if (first === undefined && interview.speakers.length > atOnce) return cardOf(found, desk, "Whose names?", [menu(found, interview)]);
    return form(found, interview, Number(first) || 0);
  });
}

/** The speakers of whom no name is known: two of them in two interviews would become one person. */
export function unnamedIn({ speakers }: Interview): string[] {
  return speakers.map(({ name }) => name).filter(isStandIn);
}

/** The form that asks for the names of those who have none, which an interview cannot do without. */
export function unnamedForm(found: Import, interview: Interview): Modal {
  const first = interview.speakers.findIndex(({ name }) => isStandIn(name));
  return form(found, interview, first - (first % atOnce), true);
}

/**
 * The names of speakers from this place on. Each field bears the name as it is, so that it means the same whatever else changes.
 *
 * @param demanding whether it asks for the names of those who have none
 */
function form({ id }: Import, { speakers, exchanges }: Interview, first: number, demanding = false): Modal {
  const answers = exchanges.flatMap((exchange) => exchange.answers);
  return modal(
    demanding ? "Still missing: who answers" : "Names",
    customId("library-named", id),
    speakers.slice(first, first + atOnce).map(({ name }, at) => {
      const isUnnamed = isStandIn(name);
      const hint = isUnnamed ? " That is no name: write theirs, or one that nobody else has." : at === 0 && speakers.length > 1 ? " Two with the same name become one." : "";
      return {
        name,
        label: name,
        description: `${counted(answers.filter(({ speaker }) => speaker === name).length, "answer")}.${hint}`,
        value: isUnnamed ? "" : name,
        required: demanding || !isUnnamed,
        longest: longestName,
      };
    }),
  );
}

/** Who is in which form, where they don't fit into one. */
function menu({ id }: Import, { speakers }: Interview): Row {
  const firsts = speakers.flatMap((_, at) => (at % atOnce === 0 ? [at] : []));
  const options = firsts.map((first) => ({ label: speakers.slice(first, first + atOnce).map(({ name }) => name).join(", "), value: String(first) }));
  // Another custom id than the button beside it.
  return menuRow(customId("library-names", id, "five"), "Choose whose names to correct", options);
}

function change(id: string, desk: Desk, typed: Record<string, string>): Promise<Answer> {
  const written = new Map(Object.entries(typed));
  const read = (found: Import, before: Interview): Answer | Promise<Answer> => {
    const { names, problems } = readNames(typed, before);
    if (names.size === 0) return cardOf(found, desk, problems.length > 0 ? problems.join("\n") : "They are so already.");
    return editImport(id, desk, { edit: (interview) => renamed(interview, names), names, said: ["Changed.", ...problems].join("\n"), written });
  };
  return withImport(id, desk, read, written);
}

export const namesPresses = {
  /** From the button, or from the menu of who is in which form. */
  "library-names": press((desk, [id = ""], choice) => open(id, desk, choice)),
};

export const namesSubmissions = {
  "library-named": submission((desk, [id = ""], fields) => change(id, desk, fields)),
};
