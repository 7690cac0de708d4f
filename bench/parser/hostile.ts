/**
 * Texts that nobody would publish, each of the kind that makes a careless reader's work grow with the square of the length.
 * They stay just below the bounds of the parser (src/interview/bounds.ts), for what is beyond them is refused at once.
 */

const beginning = "---\ntitle: The Long Table\nspeakers: [Ada Lane]\n---\n\n### Why?\n\n**Ada Lane:** ";
const mostLines = 99_000;
const mostParagraphs = 14_500;
const mostSentences = 59_000;

/** Each of about so many characters, or as near to it as the bounds allow, by what it is made of. */
export function hostileTexts(length: number): [name: string, text: string][] {
  const half = length / 2;
  const sentence = `${"o".repeat(Math.ceil(length / mostSentences) - 2)}! `;
  const line = widened("one two three four five six seven", length / mostParagraphs);
  const turn = widened("I do it all myself and", length / mostParagraphs);
  const passages = numbered((number) => `> Go. Go. Go. Go. ${number}`, Math.min(half, 10_000 * 23));
  return [
    ["an answer of one-word sentences", beginning + filled(sentence, length)],
    ["an answer of stops", beginning + filled("!", length)],
    ["thousands of passages lifted from one answer", `${beginning}${filled("Go. ", Math.min(half, 15_000 * 4))}\n\n${passages}`],
    ["an answer of emphasis", beginning.replace("speakers: [Ada Lane]", "date: 2021-06-02") + filled("*a* ", length)],
    ["wrapped lines", `${beginning}\n${filled(`${line}!\n`, length)}`],
    ["a block quote of thousands of lines", `${filled("> Why do you?\n\nI do.\n\n", 100)}${filled(`> ${line}\n`, length)}`],
    ["thousands of numbered labels", numbered((number) => `Q${number % 1000}: ${turn}?\n\nA${number % 1000}: ${turn}.`, length)],
    ["lines of capitals", `Q: Why?\n\nADA LANE: So.\n\nQ: How?\n\nADA LANE: So.\n\n${filled(`${line.toUpperCase()}\n\n`, length)}`],
    ["a page of short bold questions", `<!doctype html><p>An interview with Ada Lane</p>${filled(`<p><b>${turn}?</b></p>\n<p>${turn}.</p>\n`, length)}`],
    ["labels inside one paragraph", `Why?\n\nADA LANE: ${filled("“a” B: ", Math.min(length, 49_000 * 7))}`],
    ["a page of one-letter paragraphs", `<!doctype html>${filled("<p>a", Math.min(length, 195_000 * 4))}`],
    ["lines of a few letters", filled(`${"a".repeat(Math.ceil(length / mostLines) - 1)}\n`, length)],
  ];
}

/** Words said again until they are so long. */
function widened(words: string, length: number): string {
  return `${words} `.repeat(Math.ceil(length / (words.length + 1))).slice(0, Math.ceil(length)).trim();
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
