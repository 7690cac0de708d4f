import { whisper, type Answer } from "../discord/answer.ts";
import { escapeMarkdown } from "../embeds/markdown.ts";
import type { Library } from "../library/library.ts";
import type { Question } from "../library/question.ts";
import type { Here } from "../services.ts";
import { bring, type Asker } from "./bring.ts";
import { fittingQuotes, wishFor, type Wish } from "./wish.ts";

const invitation = "Ask me about whatever film-makers talk about, such as “what did Balagov say about comics?” `/help` shows what else I can do.";

/**
 * Answers a question in plain words, with the quote that fits best. A person or a film named in it acts as a filter,
 * unless nothing is found so: then its words alone decide.
 */
export async function ask(question: string, asker: Asker, services: Here): Promise<Answer> {
  if (question.trim() === "") return whisper(invitation);
  const { library } = services;
  const wish = wishIn(question, library);
  const answer = await bring({ wish, rank: 0, typed: question, hidden: false }, asker, services);
  const left = leftOut(library.readQuestion(question), wish, library);
  return left === "" || answer.private ? answer : { ...answer, content: `I have nothing ${left} on that. This comes nearest:` };
}

/** Whom and what the question names, where the wish had to do without: "by or about **Kantemir Balagov**", or "". Markdown. */
function leftOut({ person, film }: Question, wish: Wish, library: Library): string {
  const who = person !== undefined && person !== wish.person ? library.person(person) : undefined;
  const which = film !== undefined && film !== wish.film ? library.film(film) : undefined;
  return [who && `by or about **${escapeMarkdown(who.name)}**`, which && `about **${escapeMarkdown(which.title)}**`].filter((words) => words !== undefined).join(" and ");
}

function wishIn(question: string, library: Library): Wish {
  const { person, film, rest } = library.readQuestion(question);
  const filters = [{ person, film }, { person }, { film }];
  const wishes = filters.map((filter) => wishFor(filter, rest, library));
  return wishes.find((wish) => (wish.person ?? wish.film) !== undefined && fittingQuotes(wish, library).length > 0) ?? wishFor({}, question, library);
}
