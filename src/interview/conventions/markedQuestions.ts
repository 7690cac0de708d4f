import { emphasisOf, withoutMarks } from "../emphasis.ts";
import { isInCapitals } from "../labels.ts";
import { asks, endsLikeProse } from "../lines.ts";
import type { Convention, LabelledBlock } from "../parts.ts";
import { opensAsPrompt } from "../questions.ts";
import { readTurns } from "./readTurns.ts";

/** How a block is marked as a question: its words without the mark, or undefined when it is not marked so. */
type WordsOf = (text: string) => string | undefined;

/** Where so many of the marked blocks ask, the rest of them is the interviewer's too; else they are headings and the like. */
const SHARE_THAT_ASKS = 0.6;
const FEWEST_THAT_ASK = 2;
const LONGEST = 2000;
const FEWEST_WORDS_OF_REMARK = 4;
const HEADING = /^#{1,6}\s+(\S.*)$/;
const NUMBER = /^\(?\d{1,3}[.)]\s+(\S.*)$/;
const DASH = /^(?:[—–―]\s?|--?\s)(\S.*)$/;
const QUOTE = /^>\s?(\S.*)$/;

/** Questions that are set apart by a mark, above answers without labels: one convention a mark. */
export const markedQuestions: readonly Convention[] = [
  marked("bold questions", (text) => emphasised(text, true)),
  marked("headings for questions", (text) => HEADING.exec(text)?.[1]),
  marked("italic questions", (text) => emphasised(text, false)),
  marked("numbered questions", (text) => NUMBER.exec(withoutMarks(text))?.[1]),
  marked("block-quoted questions", (text) => QUOTE.exec(text)?.[1]),
  marked("questions behind a dash", (text) => DASH.exec(text)?.[1]),
  marked("questions in capitals", (text) => (isInCapitals(text) ? text : undefined)),
];

function marked(kind: string, wordsOf: WordsOf): Convention {
  return {
    name: `${kind}, answers without labels`,
    evidence(blocks) {
      const questions = questionsAmong(blocks, wordsOf);
      return blocks.filter((block, index) => questions.has(block) && isAnswer(blocks[index + 1])).length;

      function isAnswer(next: LabelledBlock | undefined): boolean {
        return next !== undefined && !questions.has(next) && !next.asks;
      }
    },
    read(published, guest) {
      const blocks = kind.startsWith("block") ? joinQuotes(published) : published;
      return readTurns(blocks, { questions: questionsAmong(blocks, wordsOf), guest, beginsAnswer: () => true });
    },
  };
}

/** The marked blocks that are questions, with their words. The first one asks: what is marked above it is title or introduction. */
function questionsAmong(blocks: LabelledBlock[], wordsOf: WordsOf): Map<LabelledBlock, string> {
  const marked: [LabelledBlock, string][] = [];
  for (const block of blocks) {
    const words = block.speaker !== undefined || block.fenced || block.text.length > LONGEST ? undefined : wordsOf(block.text);
    if (words !== undefined) marked.push([block, withoutMarks(words.trim())]);
  }
  const asking = marked.filter(([, words]) => bids(words));
  if (asking.length < FEWEST_THAT_ASK) return new Map();
  if (asking.length < SHARE_THAT_ASKS * marked.length) return new Map(asking);
  const first = marked.findIndex(([, words]) => bids(words));
  return new Map(marked.slice(first).filter(([, words]) => bids(words) || isRemark(words)));
}

function bids(words: string): boolean {
  return asks(words) || opensAsPrompt(words);
}

/** A sentence, and no heading. */
function isRemark(words: string): boolean {
  return endsLikeProse(words) && words.split(" ").length >= FEWEST_WORDS_OF_REMARK;
}

function emphasised(text: string, bold: boolean): string | undefined {
  const emphasis = emphasisOf(text);
  if (emphasis === undefined || emphasis.bold !== bold) return undefined;
  return NUMBER.exec(emphasis.words)?.[1] ?? emphasis.words;
}

/** Block quotes of several lines as one block each. */
function joinQuotes(blocks: LabelledBlock[]): LabelledBlock[] {
  const joined: LabelledBlock[] = [];
  let above: LabelledBlock | undefined;
  for (const block of blocks) {
    const words = QUOTE.exec(block.text)?.[1];
    if (words !== undefined && above !== undefined && !block.afterBlank) {
      above.lines.push(...block.lines);
      above.text += ` ${words}`;
      above.words += ` ${words}`;
      continue;
    }
    above = words === undefined ? undefined : { ...block, lines: [...block.lines] };
    joined.push(above ?? block);
  }
  return joined;
}
