/** What one query found, and what it should have. */
export interface Judged {
  kind: string;
  query: string;
  found: string[];
  /** Empty when nothing should be found. */
  acceptable: ReadonlySet<string>;
}

/** The measures of some judged queries, each from 0 to 1. */
export interface Quality {
  queries: number;
  /** The mean of one by the rank of the first acceptable quote among the best five, or nothing. */
  mrr: number;
  recall1: number;
  recall5: number;
  senseless: number;
  /** The share of senseless queries that found something. */
  falseHits: number;
}

/** Measures judged queries. */
export function measure(judged: Judged[]): Quality {
  const sensible = judged.filter(({ acceptable }) => acceptable.size > 0);
  const senseless = judged.filter(({ acceptable }) => acceptable.size === 0);
  const ranks = sensible.map(rankOf);
  return {
    queries: sensible.length,
    mrr: mean(ranks.map((rank) => (rank === 0 ? 0 : 1 / rank))),
    recall1: mean(ranks.map((rank) => (rank === 1 ? 1 : 0))),
    recall5: mean(ranks.map((rank) => (rank === 0 ? 0 : 1))),
    senseless: senseless.length,
    falseHits: mean(senseless.map(({ found }) => (found.length > 0 ? 1 : 0))),
  };
}

function mean(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}

/** From 1 to 5, or 0 when none of the best five is acceptable. */
export function rankOf({ found, acceptable }: Judged): number {
  return found.slice(0, 5).findIndex((id) => acceptable.has(id)) + 1;
}
