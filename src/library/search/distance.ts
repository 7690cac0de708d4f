/** The longest word that is compared; letters past it are not looked at. */
const LONGEST = 40;
/** Three rows of the table are enough, for a swap looks back two. */
const rows = [new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1)] as const;

/**
 * The number of letters left out, added, changed or swapped with a neighbour that make one word of another (the
 * restricted Damerau–Levenshtein distance), or limit + 1 as soon as it is more than the limit.
 *
 * @param unfinished Whether `typed` may go on: then the distance is to that beginning of `word` which is nearest.
 */
export function distance(typed: string, word: string, limit: number, unfinished = false): number {
  const height = Math.min(typed.length, LONGEST);
  const width = Math.min(word.length, LONGEST, unfinished ? height + limit : LONGEST);
  const tooFar = limit + 1;
  if (height - width > limit || (!unfinished && width - height > limit)) return tooFar;
  let [before, above, current] = rows as readonly [Uint8Array, Uint8Array, Uint8Array];
  for (let column = 0; column <= width; column += 1) above[column] = column;
  for (let row = 1; row <= height; row += 1) {
    const letter = typed.charCodeAt(row - 1);
    const letterBefore = row > 1 ? typed.charCodeAt(row - 2) : -1;
    let least = (current[0] = row);
    for (let column = 1; column <= width; column += 1) {
      const other = word.charCodeAt(column - 1);
      let cost = above[column - 1]! + (letter === other ? 0 : 1);
      if (above[column]! + 1 < cost) cost = above[column]! + 1;
      if (current[column - 1]! + 1 < cost) cost = current[column - 1]! + 1;
      if (column > 1 && letterBefore === other && letter === word.charCodeAt(column - 2) && before[column - 2]! + 1 < cost) {
        cost = before[column - 2]! + 1;
      }
      current[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return tooFar;
    [before, above, current] = [above, current, before];
  }
  let end = above[width]!;
  if (unfinished) for (let column = 0; column < width; column += 1) if (above[column]! < end) end = above[column]!;
  return Math.min(end, tooFar);
}

/** The letters of a word in the order of the alphabet: words that only have them in another order are alike in this. */
export function sortedLetters(word: string): string {
  return word.split("").toSorted().join("");
}
