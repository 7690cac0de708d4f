import { bareWords } from "./words.ts";

/** Whether somebody asks or answers in an interview. */
export type Side = "asks" | "answers";

/** What a label may say instead of a name, in the languages that we have met. */
const ASKS =
  "q|question|interviewer|interviewers|the interviewer|moderator|host|reporter|journalist|audience|audience member|audience question|" +
  "pregunta|pergunta|domanda|frage|fråga|vraag|pytanie|otázka|soru|spørgsmål|вопрос|корреспондент|корр|ведущий|ведущая|интервьюер|" +
  "问|問|提问|记者|記者|質問|聞き手|문|질문|سؤال";
const ANSWERS =
  "answer|interviewee|the interviewee|respondent|narrator|guest|the guest|respuesta|resposta|réponse|reponse|risposta|antwort|svar|antwoord|" +
  "odpowiedź|odpověď|cevap|ответ|答|回答|답|답변|جواب";
const SIDES = new Map<string, Side>([...ASKS.split("|").map((word) => [word, "asks"] as const), ...ANSWERS.split("|").map((word) => [word, "answers"] as const)]);
/** What whoever answers is called when the text names nobody. */
export const unnamedGuest = "Guest";
/** What recorders and researchers call people whom they don't name. */
const ANYBODY = new Set(["speaker", "participant"]);
/** Letters that mean question and answer only where both stand: Q/A, French Q/R, Spanish P/R, Italian D/R, German F/A, … */
const PAIRS = "q a|q r|p r|d r|f a|v a|s c|i r|i p|в о|ε α|س ج|int res".split("|").map((pair) => pair.split(" ") as [string, string]);

/**
 * Which of some labels stand for a question or an answer and for nobody by name: "Q", "Interviewer 2", "P." beside "R.".
 * @returns The side by label as written; a label that may be a name is absent.
 */
export function sidesOf(labels: Iterable<string>): Map<string, Side> {
  const keys = new Map([...labels].map((label) => [label, keyOf(label)] as const));
  const present = new Set(keys.values());
  const paired = new Map<string, Side>();
  for (const [asks, answers] of PAIRS) {
    if (!present.has(asks) || !present.has(answers) || paired.has(answers) || paired.has(asks)) continue;
    paired.set(asks, "asks").set(answers, "answers");
  }
  const sides = new Map<string, Side>();
  for (const [label, key] of keys) {
    const side = SIDES.get(key) ?? paired.get(key);
    if (side !== undefined) sides.set(label, side);
  }
  return sides;
}

/** Whether a label says by itself that somebody asks or answers. */
export function isSide(label: string): boolean {
  return SIDES.has(keyOf(label));
}

/**
 * Whether a speaker's name only stands in for one: "Guest", "A", "Answer", "Speaker 2". In two interviews such a name is
 * two people.
 */
export function isStandIn(name: string): boolean {
  const key = keyOf(name);
  return SIDES.has(key) || ANYBODY.has(key) || /^\p{L}?$/u.test(key);
}

/** "Q1" and "Interviewer 2" without their numbers. */
function keyOf(label: string): string {
  return bareWords(label).replace(/\s?\d{1,3}$/, "");
}
