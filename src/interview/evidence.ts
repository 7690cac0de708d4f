import type { Cast } from "./cast.ts";
import type { Answer, Exchange, Interview } from "./interview.ts";
import { asks } from "./lines.ts";
import { NotAnInterview } from "./notAnInterview.ts";
import type { Part } from "./parts.ts";
import { opensAsPrompt } from "./questions.ts";
import { isFullName } from "./speakers.ts";

const FEWEST_EXCHANGES = 2;
/** Without labels there must be more to go by. */
const FEWEST_UNLABELLED = 3;
/** Many a question is put as a remark, but not all of them: agendas and stage directions seldom ask. */
const FEWEST_THAT_ASK = 2;
const SHARE_THAT_ASKS = 1 / 3;
/** Even a talk between many leaves room for its questions; a play or a chat has next to none. */
const MOST_ANSWERS_TO_A_QUESTION = 4;
/** With so many exchanges in which somebody asks, one name without a surname is enough. */
const ENOUGH_EXCHANGES = 3;
/** How a reader asks ("How do I …?"), and an interviewer hardly ever. */
const ASKS_FOR_ITSELF = /\b(?:am|can|could|did|do|may|must|should|will|would) I\b/;
const SPEAKS_TO_SOMEBODY = /\byou/i;
const SHARE_FOR_ITSELF = 1 / 2;
/** In English, questions without labels are put to somebody who answers for himself. Other languages are not judged by this. */
const ENGLISH = /\b(?:the|and|of|to|is)\b/gi;
const SHARE_OF_ENGLISH = 0.06;
const SPEAKS_FOR_HIMSELF = /\b(?:I|I['’](?:m|d|ve|ll)|my|me|we|we['’](?:re|d|ve|ll)|our|us)\b/;
const SHARE_OF_PERSONS = 0.3;
const SHARE_OF_BOTH = 0.6;

/**
 * Refuses what only looks like an interview, such as minutes, a play, a chat, or a read-me with labels.
 * @param declared Whether front matter says who speaks: then the text is meant as an interview, and one answer is enough.
 * @throws NotAnInterview with what is missing.
 */
export function checkEvidence({ exchanges, speakers }: Interview, cast: Cast, declared: boolean): void {
  const answered = exchanges.filter(({ answers }) => answers.length > 0);
  if (answered.length === 0) refuse("no question stands above an answer");
  if (declared) return;
  const answers = exchanges.flatMap((exchange) => exchange.answers);
  const asking = answered.filter(({ question }) => asks(question)).length;
  if (answered.length < FEWEST_EXCHANGES) refuse("only one question is answered");
  if (asking < FEWEST_THAT_ASK || asking < SHARE_THAT_ASKS * answered.length) refuse("too few of the lines above the answers ask anything");
  const forItself = answered.filter(({ question }) => ASKS_FOR_ITSELF.test(question) && !SPEAKS_TO_SOMEBODY.test(question)).length;
  if (forItself >= SHARE_FOR_ITSELF * asking) refuse("the questions are a reader's own, not put to anybody");
  if (answers.length > MOST_ANSWERS_TO_A_QUESTION * answered.length) refuse("too few questions stand between the answers");
  if (answers.filter((answer) => asksBack(answer)).length >= asking) refuse("the answers ask as much as the questions");
  const asker = answers.find(({ speaker }) => cast.askers.has(speaker));
  if (asker !== undefined) refuse(`${asker.speaker} asks and answers`);
  if (!speakers.some(({ labels }) => labels.length > 0)) return checkUnlabelled(answered);
  const counts = new Map<string, number>();
  for (const exchange of answered) for (const name of new Set(exchange.answers.map(({ speaker }) => speaker))) counts.set(name, (counts.get(name) ?? 0) + 1);
  const often = speakers.filter(({ name }) => (counts.get(name) ?? 0) >= FEWEST_EXCHANGES);
  if (often.length === 0 || (!often.some(({ name }) => isFullName(name)) && (cast.askers.size === 0 || asking < ENOUGH_EXCHANGES))) {
    refuse("nobody who answers twice is introduced with a full name");
  }
}

/** What has no labels must look like questions put to somebody, and like that person's answers. */
function checkUnlabelled(exchanges: Exchange[]): void {
  if (exchanges.length < FEWEST_UNLABELLED) refuse("nobody's name stands before an answer, and there are fewer than three questions");
  const answers = exchanges.map((exchange) => exchange.answers.flatMap(({ paragraphs }) => paragraphs).join(" "));
  const all = answers.join(" ");
  if ((all.match(ENGLISH)?.length ?? 0) < SHARE_OF_ENGLISH * all.split(" ").length) return;
  const spokenTo = exchanges.filter(({ question }) => SPEAKS_TO_SOMEBODY.test(question)).length;
  const forHimself = answers.filter((answer) => SPEAKS_FOR_HIMSELF.test(answer)).length;
  if (share(forHimself, exchanges.length) < SHARE_OF_PERSONS) refuse("nobody's name stands before an answer, and nobody speaks for himself");
  if (spokenTo + forHimself < SHARE_OF_BOTH * exchanges.length) refuse("nobody's name stands before an answer, and the questions speak to nobody");
}

/** So many questions that ask leave no doubt. */
const ENOUGH_THAT_ASK = 0.75;
/** What each of these leaves of the confidence. */
const NO_QUESTION_ASKS = 0.5;
const ALL_ANSWERS_ASK = 0.3;
const ALL_IN_DOUBT = 0.4;
const NAME_GUESSED = 0.85;
const NO_NAME = 0.6;
const FEW_EXCHANGES = 0.8;

/**
 * How well an interview fits its convention, from 0 to 1: whether questions ask and answers don't, who is named, how
 * many parts are in doubt. Meant to be compared and shown, it is no probability.
 */
export function confidenceIn({ exchanges, speakers }: Interview, parts: Part[]): number {
  const answers = exchanges.flatMap((exchange) => exchange.answers);
  const asking = share(exchanges.filter(({ question }) => asks(question) || opensAsPrompt(question)).length, ENOUGH_THAT_ASK * exchanges.length);
  const spoken = parts.filter(({ role }) => role === "question" || role === "answer" || role === "continuation").length;
  const names = speakers.every(({ name }) => isFullName(name)) ? (speakers.some(({ labels }) => labels.length > 0) ? 1 : NAME_GUESSED) : NO_NAME;
  const confidence =
    between(NO_QUESTION_ASKS, asking) *
    between(ALL_ANSWERS_ASK, 1 - share(answers.filter((answer) => asksBack(answer)).length, answers.length)) *
    between(ALL_IN_DOUBT, 1 - share(parts.filter(({ doubt }) => doubt !== undefined).length, spoken)) *
    names *
    (exchanges.length > FEWEST_EXCHANGES ? 1 : FEW_EXCHANGES);
  return Math.round(100 * confidence) / 100;
}

function share(some: number, all: number): number {
  return all === 0 ? 0 : Math.min(1, some / all);
}

function between(worst: number, part: number): number {
  return worst + (1 - worst) * part;
}

function asksBack({ paragraphs }: Answer): boolean {
  return asks(paragraphs.at(-1) ?? "");
}

function refuse(missing: string): never {
  throw new NotAnInterview(`No interview: ${missing}.`);
}
