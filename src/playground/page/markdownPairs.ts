/** Finds the other half of brackets and backticks in one pass, so that unclosed ones cost nothing. */

/** Gives for each "[" that is closed the place of its "]"; escaped brackets do not count. */
export function matchBrackets(source: string): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let position = 0; position < source.length; position++) {
    const character = source[position];
    if (character === "\\") position++;
    else if (character === "[") open.push(position);
    else if (character === "]") {
      const start = open.pop();
      if (start !== undefined) pairs.set(start, position);
    }
  }
  return pairs;
}

/** The code spans of a text: a run of backticks closes at the next run of the same length. */
export class CodeSpans {
  private readonly source: string;
  /** For each length of run, where such runs begin, the last one first. */
  private readonly starts = new Map<number, number[]>();

  constructor(source: string) {
    this.source = source;
    const runs: [number, number][] = [];
    for (let position = source.indexOf("`"); position >= 0; ) {
      const end = this.endOfRun(position);
      runs.push([end - position, position]);
      position = source.indexOf("`", end);
    }
    for (const [length, position] of runs.toReversed()) {
      const places = this.starts.get(length);
      if (places) places.push(position);
      else this.starts.set(length, [position]);
    }
  }

  /**
   * Gives the code that begins with the run of backticks at `position`, and where reading goes on. Without a closing
   * run there is no code and reading goes on behind the run. Positions must be asked for in rising order.
   */
  at(position: number): { code: string | undefined; end: number } {
    const end = this.endOfRun(position);
    const length = end - position;
    const places = this.starts.get(length) ?? [];
    while (places.length > 0 && (places.at(-1) as number) <= position) places.pop();
    const close = places.at(-1);
    if (close === undefined) return { code: undefined, end };
    return { code: this.source.slice(end, close).trim() || this.source.slice(end, close), end: close + length };
  }

  private endOfRun(position: number): number {
    let end = position;
    while (this.source[end] === "`") end++;
    return end;
  }
}
