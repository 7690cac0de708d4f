import { whisper, type Answer } from "../discord/answer.ts";
import type { Library } from "../library/library.ts";
import type { Here } from "../services.ts";
import { bring, type Asker } from "./bring.ts";
import { fittingQuotes, wishFor, type Wish } from "./wish.ts";

const invitation = "Ask me about whatever film-makers talk about, such as “what did Balagov say about comics?” `/help` shows what else I can do.";

/**
 * Answers a question in plain words, with the quote that fits best. A person or a film named in it acts as a filter,
 * unless nothing is found so: then its words alone decide.
 */
export function ask(question: string, asker: Asker, services: Here): Answer | Promise<Answer> {
  if (question.trim() === "") return whisper(invitation);
  return bring({ wish: wishIn(question, services.library), rank: 0, typed: question, hidden: false }, asker, services);
}

function wishIn(question: string, library: Library): Wish {
  const { person, film, rest } = library.readQuestion(question);
  const filters = [{ person, film }, { person }, { film }];
  const wishes = filters.map((filter) => wishFor(filter, rest));
  return wishes.find((wish) => (wish.person ?? wish.film) !== undefined && fittingQuotes(wish, library).length > 0) ?? wishFor({}, question);
}
