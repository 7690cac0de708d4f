import { asks } from "../lines.ts";
import type { Convention, LabelledBlock } from "../parts.ts";
import { readTurns } from "./readTurns.ts";

const DASH = /^(?:[—–―]\s?|--?\s)(?=\S)/;
const FEWEST_TURNS = 4;

/**
 * Every turn begins with a dash, question and answer alike, as in French, Spanish and Russian print. Turns take turns: the
 * first one that asks is a question, the next one its answer.
 */
export const dialogue: Convention = {
  name: "a dash before every turn",

  evidence(blocks) {
    const turns = turnsAmong(blocks);
    const questions = questionsAmong(turns);
    const answers = turns.filter((turn) => !questions.has(turn));
    if (turns.length < FEWEST_TURNS || answers.filter(({ words }) => asks(words)).length > answers.length / 2) return 0;
    return turns.filter((turn, index) => questions.has(turn) && asks(turn.words) && turns[index + 1] !== undefined).length;
  },

  read(blocks, guest) {
    return readTurns(blocks, {
      questions: questionsAmong(turnsAmong(blocks)),
      beginsAnswer: ({ text }) => DASH.test(text),
      guest,
    });
  },
};

function turnsAmong(blocks: LabelledBlock[]): LabelledBlock[] {
  return blocks.filter(({ speaker, fenced, text }) => speaker === undefined && !fenced && DASH.test(text));
}

/** Every other turn, beginning with the first that asks. */
function questionsAmong(turns: LabelledBlock[]): Map<LabelledBlock, string> {
  const first = turns.findIndex(({ words }) => asks(words));
  return new Map(first < 0 ? [] : turns.flatMap((turn, index) => (index >= first && (index - first) % 2 === 0 ? [[turn, turn.text.replace(DASH, "")] as const] : [])));
}
