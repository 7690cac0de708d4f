/**
 * npm run relevance [-- --all] [--kinds] [--misses] [--plain] [--among=QUOTES] [ENGINE...]: the hand-made queries; the tuning set,
 * or those that were put aside, too; asked of the bundled interview alone, or with so many quotes of other speakers around it;
 * with what its topics say, or plainly without.
 */
import { corpus } from "./corpora.ts";
import { bundledDocuments } from "./documents.ts";
import { engines } from "./engines.ts";
import { measure, rankOf, type Judged, type Quality } from "./quality.ts";
import { relevanceSet, type Part } from "./relevanceSet.ts";

const options = process.argv.slice(2);
const names = options.filter((option) => !option.startsWith("--"));
const parts: Part[] = options.includes("--all") ? ["tuning", "put aside"] : ["tuning"];

const among = Number(options.find((option) => option.startsWith("--among="))?.slice("--among=".length) ?? 0);

const documents = await bundledDocuments({ topics: !options.includes("--plain") });
const crowd = among > 0 ? await corpus(among) : [];
for (const part of parts) {
  console.log(`\nQueries: ${part}\n`);
  console.log("| engine | MRR@5 | recall@1 | recall@5 | senseless queries that find something |\n|---|---|---|---|---|");
  for (const name of names.length > 0 ? names : Object.keys(engines)) {
    const filled = engines[name]!.build([...documents, ...crowd]);
    const judged = relevanceSet(part, documents).map((query): Judged => ({ ...query, found: filled.find(query.query) }));
    console.log(`| ${name} | ${line(measure(judged))} |`);
    if (options.includes("--kinds")) for (const [kind, group] of grouped(judged)) console.log(`|   ${kind} | ${line(measure(group))} |`);
    if (options.includes("--misses") && part === "tuning") {
      for (const one of judged) {
        const wrong = one.acceptable.size === 0 ? one.found.length > 0 : rankOf(one) !== 1;
        if (wrong) console.log(`    ${one.kind}: ${JSON.stringify(one.query)} rank ${rankOf(one)}, first: ${[...documents, ...crowd].find(({ quote }) => quote.id === one.found[0])?.quote.words.slice(0, 70)}`);
      }
    }
  }
}

function line({ queries, mrr, recall1, recall5, senseless, falseHits }: Quality): string {
  return `${share(mrr, queries)} | ${share(recall1, queries)} | ${share(recall5, queries)} | ${senseless === 0 ? "–" : `${(falseHits * 100).toFixed(1)} %`}`;
}

function share(value: number, of: number): string {
  return of === 0 ? "–" : value.toFixed(3);
}

function grouped(judged: Judged[]): Map<string, Judged[]> {
  const groups = new Map<string, Judged[]>();
  for (const one of judged) groups.set(one.kind, [...(groups.get(one.kind) ?? []), one]);
  return groups;
}
