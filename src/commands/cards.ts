import { whisper, type Answer } from "../discord/answer.ts";
import { button, buttonRows, menuRow } from "../discord/components.ts";
import { customId } from "../discord/customId.ts";
import { shorten } from "../discord/limits.ts";
import { escapeMarkdown } from "../embeds/markdown.ts";
import type { Lookup } from "../library/names.ts";

/** A kind of card that is looked up by name. */
export interface CardKind {
  /** The press that opens it, "film", with whatever emoji stands on its buttons. */
  press: string;
  emoji: string;
  /** What we call one, and several: "film", "films". */
  one: string;
  many: string;
  card: (id: string) => Answer;
  /** How an entry stands in a menu or on a button. */
  label: (id: string) => string;
  description?: (id: string) => string;
}

/** What a typed name leads to: a card, a menu where it may mean several, or the nearest where it means none. */
export function cardFor(found: Lookup, typed: string, kind: CardKind): Answer {
  if (found.kind === "one") return kind.card(found.id);
  const name = `“${escapeMarkdown(shorten(typed, 100))}”`;
  if (found.kind === "several") {
    const options = found.ids.map((id) => ({ label: kind.label(id), value: id, description: kind.description?.(id) }));
    return whisper(`Several ${kind.many} fit ${name}. Which one is it?`, [
      menuRow(customId(kind.press, "", "open"), `Choose a ${kind.one}`, options),
    ]);
  }
  const buttons = found.nearest.map((id) => button(kind.label(id), customId(kind.press, id, "open"), { emoji: kind.emoji }));
  return whisper(`I don't know a ${kind.one} called ${name}. Perhaps one of these?`, buttonRows(buttons));
}
