/** Run by speed.ts in a process of its own: tsx measure.ts ENGINE SIZE, prints what it measured as JSON. */
import { wordsOf } from "../../src/library/words.ts";
import { corpus } from "./corpora.ts";
import { engines } from "./engines.ts";
import { machineQueries } from "./machineQueries.ts";
import { measure } from "./quality.ts";

/** What one engine does with one corpus; times in milliseconds, sizes in megabytes. */
export interface Measured {
  build: number;
  memory: number;
  query: Spread;
  keystroke: Spread;
  saved?: number;
  loaded?: number;
  /** MRR@5 by kind of machine-made query. */
  quality: Record<string, number>;
}

interface Spread {
  median: number;
  p99: number;
  count: number;
}

/** Slow engines are asked less: so many seconds for each kind of measurement. */
const PATIENCE = 4;

const [name = "", size = "0"] = process.argv.slice(2);
const engine = engines[name]!;
const documents = await corpus(Number(size));
const queries = machineQueries(documents, 100, 7);
// The four kinds of each quote stand together, so that an engine that is cut short has been asked some of each.

const before = memory();
const builds: number[] = [];
let filled = timed(builds, () => engine.build(documents));
filled.find("government");
const used = memory() - before;

const saved = filled.save?.();
const loads: number[] = [];
if (saved !== undefined && engine.load) {
  for (let round = 0; round < 5 && sum(loads) < PATIENCE * 1000; round += 1) timed(loads, () => engine.load!(saved, documents));
}
for (let round = 0; round < 4 && sum(builds) < PATIENCE * 1000; round += 1) filled = timed(builds, () => engine.build(documents));

// The bot answers many queries in its life: the first hundred, while the compiler still warms up, don't count.
const warming: number[] = [];
for (const { query } of machineQueries(documents, 25, 8)) if (sum(warming) < PATIENCE * 250) timed(warming, () => filled.find(query));

const wordsById = new Map(documents.map(({ quote }) => [quote.id, quote.words]));
const times: number[] = [];
const lastStart = performance.now();
const asked = queries.flatMap(({ kind, query, meant }) => {
  if (performance.now() > lastStart + PATIENCE * 3000) return [];
  const found = settled(times, () => filled.find(query)).slice(0, 5);
  // Any quote that holds all the words that were meant is as good as the one that they came from.
  const acceptable = new Set(found.filter((id) => holdsAll(wordsById.get(id)!, meant)));
  return [{ kind, query, found, acceptable: acceptable.size > 0 ? acceptable : new Set(["none of those found"]) }];
});
const kinds = [...new Set(asked.map(({ kind }) => kind))];

const strokes: number[] = [];
for (const { kind, query } of queries) {
  if (kind !== "words") continue;
  for (let end = 1; end <= query.length && sum(strokes) < PATIENCE * 1000; end += 1) settled(strokes, () => filled.find(query.slice(0, end)));
}

const measured: Measured = {
  build: median(builds),
  memory: used,
  query: spread(times),
  keystroke: spread(strokes),
  ...(saved === undefined ? {} : { saved: saved.length / 1e6, loaded: median(loads) }),
  quality: Object.fromEntries(kinds.map((kind) => [kind, measure(asked.filter((one) => one.kind === kind)).mrr])),
};
console.log(JSON.stringify(measured));

function holdsAll(words: string, meant: string[]): boolean {
  const held = new Set(wordsOf(words));
  return meant.every((word) => held.has(word));
}

function timed<Result>(times: number[], act: () => Result): Result {
  const start = performance.now();
  const result = act();
  times.push(performance.now() - start);
  return result;
}

/** Acts three times unless that is slow, and counts the middle one: other programs share the machine. */
function settled<Result>(times: number[], act: () => Result): Result {
  const own: number[] = [];
  let result = timed(own, act);
  while (own.length < 3 && own[0]! < 20) result = timed(own, act);
  times.push(median(own));
  return result;
}

/** In megabytes, on the heap and beside it, after collecting what is no longer used. */
function memory(): number {
  if (!globalThis.gc) throw new Error("measure.ts needs --expose-gc; speed.ts gives it.");
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function sorted(numbers: number[]): number[] {
  return numbers.toSorted((one, other) => one - other);
}

function median(numbers: number[]): number {
  return sorted(numbers)[numbers.length >> 1] ?? NaN;
}

function spread(numbers: number[]): Spread {
  return { median: median(numbers), p99: sorted(numbers)[Math.floor(numbers.length * 0.99)] ?? NaN, count: numbers.length };
}
