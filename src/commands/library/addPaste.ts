import type { Modal } from "../../discord/answer.ts";
import { customId } from "../../discord/customId.ts";
import { limits } from "../../discord/limits.ts";
import { modal } from "../../discord/modal.ts";

const nameOf = (at: number) => `text${at}`;

/** The form for a pasted text, in as many pieces as a form has room for. */
export function pasteForm(): Modal {
  return modal(
    "An interview to add",
    customId("library-pasted"),
    Array.from({ length: limits.modalFields }, (_, at) => ({
      name: nameOf(at),
      label: at === 0 ? "Text" : "… continued",
      ...(at === 0 ? { description: `Each holds ${limits.textInput.toLocaleString("en-GB")} characters; for more, bring a file: /library add file` } : {}),
      value: "",
      required: at === 0,
      longest: limits.textInput,
      long: true,
    })),
  );
}

/** The pieces as one text. After one that is full the next goes on in the middle of a word; else it begins a paragraph. */
export function joinPasted(fields: Record<string, string>): string {
  let text = "";
  let isFull = true;
  for (let at = 0; at < limits.modalFields; at += 1) {
    const piece = fields[nameOf(at)] ?? "";
    if (piece.trim() === "") continue;
    text += isFull ? piece : `\n\n${piece}`;
    isFull = piece.length >= limits.textInput;
  }
  return text;
}
