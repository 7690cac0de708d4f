import { readByline } from "./bylines.ts";
import { readTranslationCredit } from "./credits.ts";
import { readDate } from "./dates.ts";
import type { FrontMatter } from "./frontMatter.ts";
import type { Exchange, Interview, Speaker } from "./interview.ts";
import type { Cast } from "./cast.ts";
import { NotAnInterview } from "./notAnInterview.ts";
import { inARow, naturalPublication } from "./names.ts";
import type { Part, Role } from "./parts.ts";
import { isSide } from "./sides.ts";
import { isFullName } from "./speakers.ts";
import { bareWords } from "./words.ts";

/** What belongs to no talk. */
const LEFT_OVER: ReadonlySet<Role> = new Set<Role>(["heading", "stage direction", "note", "link", "sponsor", "navigation", "leftover"]);

/**
 * Puts an interview together from the parts of its transcript. What the front matter says goes before what the text says.
 * @throws NotAnInterview when an answer comes before anything that could be its question.
 */
export function assemble(parts: Part[], frontMatter: FrontMatter, cast: Cast): Interview {
  const all = (role: Role): string[] => parts.filter((each) => each.role === role).map(({ words }) => words.trim()).filter((words) => words !== "");
  const speakers = speakersOf(parts, frontMatter.speakers, cast);
  const credit = all("credit").map((words) => readTranslationCredit(words))[0];
  const title = frontMatter.title ?? all("title")[0] ?? `An interview with ${inARow(speakers.map(({ name }) => name))}`;
  const headline = frontMatter.headline ?? all("headline")[0];
  const bylines = all("byline").flatMap((words) => readByline(words) ?? []);
  const interviewer = frontMatter.interviewer ?? bylines[0]?.interviewer;
  const asking = readAskers(cast.askers, interviewer);
  const exchanges = exchangesOf(parts);
  // What nobody answers is no exchange: a heading over the notes, or the last line of a text that was cut off.
  const unanswered = exchanges.at(-1)?.answers.length === 0 ? exchanges.pop() : undefined;
  return {
    title,
    headline: headline === title ? undefined : headline,
    interviewer: interviewer ?? asking.interviewer,
    publication: frontMatter.publication ?? bylines.find(({ publication }) => publication !== undefined)?.publication ?? asking.publication,
    url: frontMatter.url,
    date: frontMatter.date ?? all("date").map((words) => readDate(words))[0] ?? bylines.find(({ date }) => date !== undefined)?.date,
    translator: frontMatter.translator ?? credit?.translator,
    translatedFrom: frontMatter.translatedFrom ?? credit?.translatedFrom,
    speakers,
    introduction: all("introduction"),
    exchanges,
    pullQuotes: all("pull quote"),
    captions: all("caption"),
    leftovers: [...parts.filter(({ role }) => LEFT_OVER.has(role)).map(({ words }) => words), ...(unanswered?.question.split("\n\n") ?? [])],
  };
}

function exchangesOf(parts: Part[]): Exchange[] {
  const exchanges: Exchange[] = [];
  let answered = true;
  for (const { role, words: written, speaker, blocks } of parts) {
    const words = written.trim();
    const exchange = exchanges.at(-1);
    if (role === "question") {
      if (exchange === undefined || answered) exchanges.push({ question: words, answers: [] });
      else exchange.question += `\n\n${words}`;
      answered = false;
    } else if (role === "answer" || role === "continuation") {
      const answer = exchange?.answers.at(-1);
      if (role === "answer" && speaker !== undefined && exchange !== undefined) exchange.answers.push({ speaker, paragraphs: [words] });
      else if (role === "continuation" && answer !== undefined) answer.paragraphs.push(words);
      else throw new NotAnInterview(`${speaker ?? "Somebody"} speaks before anything is asked, so this is no interview.`, { line: blocks[0]?.lines[0] });
      answered = true;
    }
  }
  return exchanges;
}

/** Everyone who answers, as the front matter lists them or else in order of their first words. */
function speakersOf(parts: Part[], declared: string[], { labels, askers }: Cast): Speaker[] {
  const labelled = [...labels.values()].filter((name) => !askers.has(name));
  const names = [...new Set([...declared, ...labelled, ...parts.flatMap(({ role, speaker }) => (role === "answer" ? (speaker ?? []) : []))])];
  const labelsOf = new Map(names.map((name): [string, string[]] => [name, []]));
  for (const [label, speaker] of labels) labelsOf.get(speaker)?.push(label);
  return [...labelsOf].map(([name, theirs]) => ({ name, labels: theirs }));
}

/** What the labels of those who ask say: the interviewers' names, or the publication's when another is known to have asked. */
function readAskers(askers: ReadonlySet<string>, interviewer: string | undefined): { interviewer?: string; publication?: string } {
  const names = [...askers].filter((name) => !isSide(name) && name !== name.toLowerCase());
  if (interviewer === undefined) {
    const persons = names.filter((name) => isFullName(name) && !/^the\s/i.test(name));
    return { interviewer: inARow(persons), publication: names.find((name) => /^the\s/i.test(name)) };
  }
  const known = new Set(bareWords(interviewer).split(" "));
  const publication = names.find((name) => bareWords(name).split(" ").every((word) => !known.has(word)));
  return { publication: publication && naturalPublication(publication) };
}
