/** Texts that nobody would publish, each of the kind that makes a careless reader's work grow with the square of the length. */

const beginning = "---\ntitle: The Long Table\nspeakers: [Ada Lane]\n---\n\n### Why?\n\n**Ada Lane:** ";

/** Each of about so many characters, by what it is made of. */
export function hostileTexts(length: number): [name: string, text: string][] {
  const half = length / 2;
  return [
    ["an answer of one-word sentences", beginning + filled("A! ", length)],
    ["an answer without a word", beginning + filled("! ", length)],
    ["thousands of passages lifted from one answer", `${beginning}${filled("Go. ", half)}\n\n${numbered((number) => `> Go. Go. Go. Go. ${number}`, half)}`],
    ["wrapped lines", `${beginning}\n${filled(`${"A! ".repeat(24).trim()}\n`, length)}`],
    ["a block quote of thousands of lines", `${filled("> Why do you?\n\nI do.\n\n", 100)}${filled("> one two three four five\n", length)}`],
    ["thousands of numbered labels", numbered((number) => `Q${number % 1000}: Why do you?\n\nA${number % 1000}: I do it all myself.`, length)],
    ["lines of capitals", `Q: Why?\n\nADA LANE: So.\n\nQ: How?\n\nADA LANE: So.\n\n${filled("YES I DO NOT KNOW IT\n\n", length)}`],
    ["a page of short bold questions", `<!doctype html><p>An interview with Ada Lane</p>${filled("<p><b>Why do you?</b></p>\n<p>I do.</p>\n", length)}`],
  ];
}

/** Whole pieces, up to a length. */
function filled(piece: string, length: number): string {
  return piece.repeat(Math.floor(length / piece.length));
}

function numbered(piece: (number: number) => string, length: number): string {
  const pieces: string[] = [];
  for (let number = 0, written = 0; written < length; number += 1) written += pieces[pieces.push(piece(number)) - 1]!.length + 2;
  return pieces.join("\n\n");
}
