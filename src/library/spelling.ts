/**
 * How surely a typed word means a word of the library, from 0 (not at all) to 1 (the same word).
 *
 * A beginning counts, the shorter the less ("confine" for "confinement"); of the last word, which may not be finished,
 * any beginning counts. Of words of four letters and more one typo is forgiven, of eight and more two; hardly
 * anybody mistypes the first letter, and without it "heading" would find "reading".
 */
export function closeness(typed: string, word: string, unfinished: boolean): number {
  if (typed === word) return 1;
  if (word.startsWith(typed) && (unfinished || typed.length >= 4)) {
    return Math.max(unfinished ? 0.65 : 0.5, 0.5 + (0.45 * typed.length) / word.length);
  }
  const forgiven = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0;
  const sameStart = typed[0] === word[0] || (typed[0] === word[1] && typed[1] === word[0]);
  if (forgiven === 0 || !sameStart || Math.abs(typed.length - word.length) > forgiven) return 0;
  const typos = distance(typed, word, forgiven);
  if (typos > forgiven) return 0;
  return typos === 1 ? 0.75 : 0.6;
}

/**
 * The number of letters left out, added, changed or swapped with a neighbour (the restricted Damerau–Levenshtein
 * distance), or limit + 1 as soon as it is more than the limit.
 */
export function distance(one: string, other: string, limit: number): number {
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let cost = Math.min(above[column]! + 1, current[column - 1]! + 1, above[column - 1]! + (same ? 0 : 1));
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped) cost = Math.min(cost, before[column - 2]! + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    [before, above] = [above, current];
  }
  return above[other.length]!;
}
