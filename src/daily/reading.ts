/** What came of reading something typed: what it means, or a sentence that helps to say it otherwise. */
export type Reading<Value> = { ok: true; value: Value } | { ok: false; problem: string };

/** What was typed means this. */
export function understood<Value>(value: Value): Reading<Value> {
  return { ok: true, value };
}

/** What was typed will not do, for this reason. */
export function notUnderstood(problem: string): { ok: false; problem: string } {
  return { ok: false, problem };
}

/** Nobody types more to say an hour, a day or a date. */
const longest = 100;

/** What was typed in small letters, with plain digits, dashes and single spaces. */
export function plainly(typed: string): string {
  return typed.slice(0, longest).normalize("NFKC").toLowerCase().replace(/[‐-―−]/g, "-").replace(/\s+/g, " ").trim();
}
