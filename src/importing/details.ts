import { readDate } from "../interview/dates.ts";
import type { Interview } from "../interview/interview.ts";
import { neededSource } from "../library/check.ts";
import { longestDetail, oneLine, webAddress } from "./written.ts";

/** What a source consists of, in the order in which it is asked for. */
const sourceFields = ["interviewer", "publication", "url", "date"] as const;
type SourceField = (typeof sourceFields)[number];
export type DetailField = SourceField | "title";
export type Details = { [field in DetailField]?: string | undefined };

const questions: Readonly<Record<SourceField, string>> = {
  interviewer: "Who asked the questions? (Leave it empty if nobody knows.) ",
  publication: "Who published it? ",
  url: "Its link: ",
  date: "The day it was published, or nothing: ",
};

/** Thrown when a value will not do, or one is missing; the message is a sentence. */
export class DetailProblem extends Error {
  override readonly name = "DetailProblem";
}

/** Asks the person at the terminal; undefined when that person has gone. */
export type Ask = (question: string) => Promise<string | undefined>;

/**
 * A detail as people write it, in the form that front matter has.
 *
 * @throws DetailProblem
 */
export function readDetail(field: DetailField, written: string): string {
  const text = oneLine(written);
  if (field === "date") {
    const date = readDate(text);
    if (date === undefined) throw new DetailProblem(`"${text}" is no date that I can read: write it as 2023-07-05 or 5 July 2023.`);
    return date;
  }
  if (field === "url") {
    const address = webAddress(text);
    if (address === undefined) throw new DetailProblem(`"${text}" is not the address of a page: one begins with https://.`);
    return address;
  }
  if (text === "" || text.length > longestDetail) throw new DetailProblem(`The ${field} should be one line of at most ${longestDetail} characters.`);
  return text;
}

/**
 * The interview with everything that its source needs, and what else of it is known: what is missing is asked for, once more after each mistake.
 *
 * @param ask nothing where nobody is at a terminal
 * @param say tells the person at the terminal of a mistake
 * @throws DetailProblem naming the options to give, when nobody is there to be asked for what it needs; or when whoever was asked has gone
 */
export async function withSource(interview: Interview, ask: Ask | undefined, say: (words: string) => void): Promise<Interview> {
  const missing = sourceFields.filter((field) => interview[field] === undefined);
  const found: Details = {};
  let hasGone = false;
  for (const field of missing) {
    const value = ask && (await askFor(field, ask, say));
    hasGone = ask !== undefined && value === undefined;
    if (value === undefined) break;
    if (value !== "") found[field] = value;
  }
  const unanswered = neededSource.filter((field) => (interview[field] ?? found[field]) === undefined);
  if (unanswered.length > 0) {
    throw new DetailProblem(`Every quote needs its source, and this is missing; give it as ${unanswered.map((field) => `--${field}`).join(", ")}. Nothing was written.`);
  }
  if (hasGone) throw new DetailProblem("The last question was not answered, and nothing was written. An empty answer will do where nobody knows.");
  return { ...interview, ...found };
}

/** What was answered, "" where that was left empty and may be; nothing when whoever was asked has gone. */
async function askFor(field: SourceField, ask: Ask, say: (words: string) => void): Promise<string | undefined> {
  const isNeeded = neededSource.some((one) => one === field);
  for (;;) {
    const written = await ask(questions[field]);
    if (written === undefined) return undefined;
    if (written.trim() === "" && !isNeeded) return "";
    try {
      return readDetail(field, written);
    } catch (error) {
      if (!(error instanceof DetailProblem)) throw error;
      say(error.message);
    }
  }
}
