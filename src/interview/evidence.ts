import type { Interview } from "./interview.ts";
import { asks } from "./lines.ts";
import { NotAnInterview } from "./notAnInterview.ts";

const FEWEST_EXCHANGES = 2;
/** Many a question is put as a remark, but not all of them: agendas and stage directions seldom ask. */
const FEWEST_THAT_ASK = 2;
const SHARE_THAT_ASKS = 1 / 3;
/** Even a talk between many leaves room for its questions; a play or a chat has next to none. */
const MOST_ANSWERS_TO_A_QUESTION = 4;

/**
 * Refuses what only looks like an interview, such as minutes, a play, a chat, or a read-me with labels.
 * @param declared Whether front matter says who speaks: then the text is meant as an interview, and one answer is enough.
 * @throws NotAnInterview with what is missing.
 */
export function checkEvidence({ exchanges, speakers }: Interview, declared: boolean): void {
  const answered = exchanges.filter(({ answers }) => answers.length > 0);
  if (answered.length === 0) refuse("no question stands above an answer");
  if (declared) return;
  if (answered.length < FEWEST_EXCHANGES) refuse("only one question is followed by a labelled answer");
  const asking = answered.filter(({ question }) => asks(question)).length;
  if (asking < FEWEST_THAT_ASK || asking < SHARE_THAT_ASKS * answered.length) refuse("too few of the lines above the labelled ones ask anything");
  const answers = exchanges.reduce((sum, exchange) => sum + exchange.answers.length, 0);
  if (answers > MOST_ANSWERS_TO_A_QUESTION * answered.length) refuse("too few questions stand between the labelled lines");
  if (!speakers.some(({ name }) => /\s/.test(name))) refuse("nobody who speaks is introduced with a full name");
}

function refuse(missing: string): never {
  throw new NotAnInterview(`No interview: ${missing}.`);
}
