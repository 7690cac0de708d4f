import type { Answer, Exchange, Interview } from "../../interview/interview.ts";
import { oneLine } from "../../importing/written.ts";

/** In characters, as front matter takes it. */
export const longestName = 80;

/** What speakers shall be called, and a sentence for each name that will not do. */
export interface NamesReading {
  /** The new names by the old ones, where they differ. */
  names: Map<string, string>;
  problems: string[];
}

/** Reads what was typed into the form of names, whose fields bear the speakers' names as they were. */
export function readNames(typed: Record<string, string>, { speakers }: Interview): NamesReading {
  const names = new Map<string, string>();
  const problems: string[] = [];
  for (const [before, written] of Object.entries(typed)) {
    const after = oneLine(written);
    if (after === before || after === "") continue;
    if (!speakers.some(({ name }) => name === before)) problems.push("Somebody else changed the names in this moment. This is how they are now.");
    else if (after.includes(":**") || after.length > longestName) problems.push(`A name is at most ${longestName} characters long and doesn't hold “:\\*\\*”.`);
    else names.set(before, after);
  }
  return { names, problems: [...new Set(problems)] };
}

/** The interview with other names for some of its speakers. Two who are given one name become one, and their neighbouring answers too. */
export function renamed(interview: Interview, names: ReadonlyMap<string, string>): Interview {
  const nameOf = (name: string) => names.get(name) ?? name;
  const labels = new Map<string, string[]>();
  for (const speaker of interview.speakers) {
    const name = nameOf(speaker.name);
    labels.set(name, [...(labels.get(name) ?? []), ...speaker.labels]);
  }
  return {
    ...interview,
    speakers: [...labels].map(([name, theirs]) => ({ name, labels: theirs })),
    exchanges: interview.exchanges.map(({ question, answers }): Exchange => ({ question, answers: joined(answers.map((answer) => ({ ...answer, speaker: nameOf(answer.speaker) }))) })),
  };
}

/** The answers with those of one speaker in a row made one: an answer lasts until somebody else speaks. */
function joined(answers: readonly Answer[]): Answer[] {
  const inTurn: Answer[] = [];
  for (const answer of answers) {
    const before = inTurn.at(-1);
    if (before?.speaker === answer.speaker) inTurn[inTurn.length - 1] = { ...before, paragraphs: [...before.paragraphs, ...answer.paragraphs] };
    else inTurn.push(answer);
  }
  return inTurn;
}
