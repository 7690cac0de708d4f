import type { Answer, Interview } from "./interview.ts";
import { asks } from "./lines.ts";
import { NotAnInterview } from "./notAnInterview.ts";
import { isFullName } from "./speakers.ts";

const FEWEST_EXCHANGES = 2;
/** Many a question is put as a remark, but not all of them: agendas and stage directions seldom ask. */
const FEWEST_THAT_ASK = 2;
const SHARE_THAT_ASKS = 1 / 3;
/** Even a talk between many leaves room for its questions; a play or a chat has next to none. */
const MOST_ANSWERS_TO_A_QUESTION = 4;
/** How a reader asks ("How do I …?"), and an interviewer hardly ever. */
const ASKS_FOR_ITSELF = /\b(?:am|can|could|did|do|may|must|should|will|would) I\b/;
const SPEAKS_TO_SOMEBODY = /\byou/i;
const SHARE_FOR_ITSELF = 1 / 2;
/** Somebody who asks with so many answers, and with most of them, is the interviewer. */
const FEWEST_ASKED_BACK = 2;

/**
 * Refuses what only looks like an interview, such as minutes, a play, a chat, a read-me with labels, or a talk whose
 * questions are labelled like its answers.
 * @param declared Whether front matter says who speaks: then the text is meant as an interview, and one answer is enough.
 * @throws NotAnInterview with what is missing.
 */
export function checkEvidence({ exchanges, speakers }: Interview, declared: boolean): void {
  const answered = exchanges.filter(({ answers }) => answers.length > 0);
  if (answered.length === 0) refuse("no question stands above an answer");
  if (declared) return;
  const answers = exchanges.flatMap((exchange) => exchange.answers);
  const interviewer = speakers.find(({ name }) => isAsking(answers.filter(({ speaker }) => speaker === name)));
  if (interviewer) refuse(`the questions of ${interviewer.name} carry a label, and labelled questions aren't read yet`);
  if (answered.length < FEWEST_EXCHANGES) refuse("only one question is followed by a labelled answer");
  const asking = answered.filter(({ question }) => asks(question)).length;
  if (asking < FEWEST_THAT_ASK || asking < SHARE_THAT_ASKS * answered.length) refuse("too few of the lines above the labelled ones ask anything");
  const forItself = answered.filter(({ question }) => ASKS_FOR_ITSELF.test(question) && !SPEAKS_TO_SOMEBODY.test(question)).length;
  if (forItself >= SHARE_FOR_ITSELF * asking) refuse("the questions are a reader's own, not put to anybody");
  if (answers.length > MOST_ANSWERS_TO_A_QUESTION * answered.length) refuse("too few questions stand between the labelled lines");
  if (answers.filter((answer) => asksBack(answer)).length >= asking) refuse("the labelled lines ask as much as the lines above them");
  const answersOften = (name: string): boolean => answered.filter((exchange) => exchange.answers.some(({ speaker }) => speaker === name)).length >= FEWEST_EXCHANGES;
  if (!speakers.some(({ name }) => isFullName(name) && answersOften(name))) refuse("nobody who answers twice is introduced with a full name");
}

function isAsking(answers: Answer[]): boolean {
  const asked = answers.filter((answer) => asksBack(answer)).length;
  return asked >= FEWEST_ASKED_BACK && asked > answers.length / 2;
}

function asksBack({ paragraphs }: Answer): boolean {
  return asks(paragraphs.at(-1) ?? "");
}

function refuse(missing: string): never {
  throw new NotAnInterview(`No interview: ${missing}.`);
}
