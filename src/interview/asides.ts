const CLOSING_OF = new Map([
  ["“", "”"],
  ["«", "»"],
  ["(", ")"],
  ["[", "]"],
]);
const OPENING_OF = new Map([...CLOSING_OF].map(([opening, closing]) => [closing, opening] as const));
const MARKS = /["“”«»()[\]]/g;
/** A longer one is no aside: its sentences are cut like any others. Also what a forgotten closing mark can spoil at most. */
const LONGEST_ASIDE = 400;

/**
 * Finds quotations and brackets that are both opened and closed, and not too long.
 * @returns Tells of a place (an offset between two UTF-16 units) whether it is inside one.
 */
export function asidesOf(text: string): (place: number) => boolean {
  const depthChange = new Int32Array(text.length + 1);
  const open: { mark: string; place: number }[] = [];
  const openCount = new Map<string, number>();
  const change = (mark: string, by: number): void => void openCount.set(mark, (openCount.get(mark) ?? 0) + by);

  for (const { 0: character, index: place } of text.matchAll(MARKS)) {
    const opens = character === '"' ? !openCount.get('"') : CLOSING_OF.has(character);
    if (opens) {
      open.push({ mark: character, place });
      change(character, 1);
      continue;
    }
    const opening = character === '"' ? '"' : OPENING_OF.get(character);
    if (opening === undefined || !openCount.get(opening)) continue;
    // Whatever was opened inside and never closed is forgotten.
    for (let last = open.pop(); last !== undefined; last = open.pop()) {
      change(last.mark, -1);
      if (last.mark !== opening) continue;
      if (place - last.place <= LONGEST_ASIDE) {
        depthChange[last.place + 1] = (depthChange[last.place + 1] ?? 0) + 1;
        depthChange[place + 1] = (depthChange[place + 1] ?? 0) - 1;
      }
      break;
    }
  }
  let depth = 0;
  const depths = depthChange.map((by) => (depth += by));
  return (place) => (depths[place] ?? 0) > 0;
}
