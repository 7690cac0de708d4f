import fc from "fast-check";
import type { Searchable } from "../../../src/library/search/segment.ts";

/** A quote to search, with as little said about it as a test needs. */
export function searchable(id: string, words: string, rest: Partial<Omit<Searchable, "quote">> & { interview?: string } = {}): Searchable {
  const { interview = "interview", named = "", speaker = "", names = "", around = "", marks = [] } = rest;
  return { quote: { id, words, interview }, named, speaker, names, around, marks: [...marks, `in/${interview}`] };
}

/** Few enough words for quotes to share, in two scripts, with relatives, near misses and stop words among them. */
const word = fc.constantFrom(
  ..."night nights train trains training sea see the of and was film films filmed movie movies кулак кулаки Теснота Ada Lane Emil Carné Carne’s freedom freedm confinement confined confine don’t a b".split(" "),
);
const sentence = fc.array(word, { maxLength: 12 }).map((words) => words.join(" "));
const ids = fc.uuid();

/** Some quotes of up to three interviews. */
export const interviews: fc.Arbitrary<Searchable[]> = fc.uniqueArray(
  fc
    .record({ id: ids, words: sentence, named: sentence, speaker: fc.constantFrom("Ada Lane", "Emil Sea"), names: fc.constantFrom("", "Ada Lane", "freedom"), around: sentence, topics: sentence, interview: fc.constantFrom("one", "two", "three"), by: fc.constantFrom("by/ada", "by/emil") })
    .map(({ id, words, by, topics, ...rest }) => {
      const one = searchable(id, words, { ...rest, around: `${rest.around} ${topics}`, marks: [by] });
      return { ...one, quote: { ...one.quote, topics } };
    }),
  { maxLength: 30, selector: ({ quote }) => quote.id },
);

/** What somebody may type: words of the quotes, beginnings and misspellings of them, anything. */
export const queries: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.oneof(word, word.map((whole) => whole.slice(0, 3)), word.map((whole) => whole.slice(1))), { minLength: 1, maxLength: 5 }).map((words) => words.join(" ")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
);
