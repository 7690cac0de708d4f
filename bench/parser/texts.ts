/** Made-up interviews of any length, in several ways of writing them down. The same seed gives the same words. */

const words =
  "the sea keeps every winter in a drawer of glass and nobody asks for it bread oven wall boat ferry harbour crane light window door ladder carpet lion projector dust reel camera brother sister mother funeral suit piano tide rain soup table goat uncle train horse field river bridge cable garden island storm slowly quietly often never always because although until filmed carried buried waited listened painted counted mended remembered".split(" ");

interface Exchange {
  question: string;
  answer: string;
}

/** How an exchange is written down, and what stands above the first. */
export interface Form {
  name: string;
  beginning: string;
  write: (exchange: Exchange, index: number) => string;
}

export const forms: Form[] = [
  { name: "names in capitals", beginning: "The Long Table\nBy Nora Whitfield\n\n", write: ({ question, answer }, index) => `${index === 0 ? "NORA " : ""}WHITFIELD: ${question}\n\n${index === 0 ? "ADA " : ""}LANE: ${answer}\n\n` },
  { name: "unlabelled questions", beginning: "The Long Table\nBy Nora Whitfield\n\n", write: ({ question, answer }, index) => `${question}\n${index === 0 ? "ADA " : ""}LANE: ${answer}\n` },
  { name: "bold questions", beginning: "# The Long Table\n\nAn interview with Ada Lane\n\n", write: ({ question, answer }) => `**${question}**\n\n${answer}\n\n` },
  { name: "our transcript file", beginning: "---\ntitle: The Long Table\nspeakers: [Ada Lane]\n---\n\n", write: ({ question, answer }) => `### ${question}\n\n**Ada Lane:** ${answer}\n\n` },
  { name: "WebVTT", beginning: "WEBVTT\n\n", write: ({ question, answer }) => `00:00:01.000 --> 00:00:02.000\n<v Nora Whitfield>${question}\n\n00:00:02.000 --> 00:00:09.000\n<v Ada Lane>${answer}\n\n` },
  { name: "HTML", beginning: "<!doctype html><title>x</title><body><p>An interview with Ada Lane</p>", write: ({ question, answer }) => `<p><strong>${question}</strong></p>\n<p>${answer}</p>\n` },
];

/** A text of about so many characters. */
export function textOf({ beginning, write }: Form, length: number, seed = 7): string {
  const pick = picker(seed);
  const parts = [beginning];
  for (let index = 0, written = 0; written < length; index += 1) {
    const part = write({ question: `How did you ${phrase(pick, 8)}?`, answer: Array.from({ length: 5 }, () => `I ${phrase(pick, 14)}.`).join(" ") }, index);
    parts.push(part);
    written += part.length;
  }
  return parts.join("");
}

function phrase(pick: () => number, length: number): string {
  return Array.from({ length }, () => words[pick() % words.length]).join(" ");
}

/** Numbers that look random: a linear congruential generator (Numerical Recipes' constants), its upper bits. */
function picker(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}
