import { parseInterview } from "../interview/parse.ts";
import { createBinder } from "../library/bind.ts";
import type { Library, LibraryInterview, LibraryQuote } from "../library/library.ts";
import { peopleWhoSpeak } from "../library/person.ts";
import type { PreviewFacts } from "../embeds/preview.ts";
import type { Import } from "../store/shelves.ts";

/** How many quotes a preview shows. */
const samples = 3;
/** In characters: what reads best in a line or two. */
const bestLength = 160;

/**
 * What there is to know of an import before it is added to a library.
 *
 * @param hidden the ids of quotes that are out of sight
 * @throws NotAnInterview when its transcript cannot be read any more
 */
export function previewFacts(imported: Import, library: Library, hidden: ReadonlySet<string> = new Set()): PreviewFacts {
  const interview: LibraryInterview = { ...parseInterview(imported.transcript), id: imported.id };
  const newcomers = peopleWhoSpeak(interview.speakers, library.people);
  const people = [...library.people, ...newcomers];
  const { quotes } = createBinder({ films: library.films, people })(interview);
  const found = quotes.filter(({ id }) => !hidden.has(id) && !isElsewhere(id, imported.id, library));
  const answers = interview.exchanges.flatMap((exchange) => exchange.answers);
  const speaking = new Set(quotes.map(({ person }) => person));
  const named = new Set(quotes.flatMap(({ names, asked }) => [...names.people, ...asked.people]));
  const talkedAbout = new Set(quotes.flatMap(({ names, asked }) => [...names.films, ...asked.films]));
  return {
    imported,
    interview,
    quotes: found.length,
    others: quotes.length - found.length,
    speakers: interview.speakers.map(({ name }) => ({
      name,
      answers: answers.filter(({ speaker }) => speaker === name).length,
      isNew: newcomers.some((person) => person.name === name),
    })),
    samples: pickSamples(quotes),
    films: [...talkedAbout].map((id) => library.film(id)!),
    people: [...named].filter((id) => !speaking.has(id) && library.person(id)).map((id) => library.person(id)!),
    twin: twinOf(quotes, imported.id, library),
  };
}

/** One quote each from the beginning, the middle and the end: such as the editors lifted, else of a good length. */
export function pickSamples<One extends Pick<LibraryQuote, "words" | "lifted">>(quotes: readonly One[]): One[] {
  const thirds = Array.from({ length: samples }, (_, at) => quotes.slice(Math.floor((at * quotes.length) / samples), Math.floor(((at + 1) * quotes.length) / samples)));
  const cost = ({ words, lifted }: One) => (lifted ? 0 : 1000) + Math.abs(words.length - bestLength);
  return thirds.flatMap((third) => third.toSorted((one, other) => cost(one) - cost(other)).slice(0, 1));
}

/** Whether a quote is there as one of another interview. */
function isElsewhere(quote: string, own: string, library: Library): boolean {
  const found = library.quote(quote);
  return found !== undefined && found.interview !== own;
}

/** The interview of the library that holds most of these quotes, if it holds at least half of them. */
function twinOf(quotes: readonly LibraryQuote[], own: string, library: Library): LibraryInterview | undefined {
  const shared = new Map<string, number>();
  for (const { id } of quotes) {
    if (isElsewhere(id, own, library)) {
      const holder = library.quote(id)!.interview;
      shared.set(holder, (shared.get(holder) ?? 0) + 1);
    }
  }
  const [most] = [...shared].toSorted(([, one], [, other]) => other - one);
  return most && 2 * most[1] >= quotes.length ? library.interview(most[0]) : undefined;
}
