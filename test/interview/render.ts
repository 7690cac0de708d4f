import fc from "fast-check";
import type { Exchange } from "../../src/interview/interview.ts";

/** An interview to be written down in one way or another, and read back. */
export interface Talk {
  interviewer: string;
  guests: string[];
  exchanges: Exchange[];
}

const PEOPLE = ["Ada Lane", "Tomas Brandt", "Mara Okafor", "Piet Zander", "Émile Garrel", "Walter Edmund Price", "Zoë O’Neill", "Пётр Заболев"];
const WORDS = (
  "the sea keeps every winter in a drawer of glass, and nobody [in town] has asked for it since St. Olaf left “for good” at 10:30 with his dog a lamp " +
  "bread oven wall boat ferry harbour crane light window door ladder carpet lion projector dust reel film camera brother sister mother funeral suit net " +
  "piano tide rain soup table goat uncle train horse field river bridge painter cable bean garden island bird tern storm wet cold slowly quietly twice " +
  "often never always perhaps under over behind between through without against after before while because although until filmed carried buried waited " +
  "listened painted counted burnt mended opened closed remembered forgot laughed slept walked drew sang wrote built sold bought stole found lost kept"
).split(" ");

/** Words that hold no mark at their beginning and that answer, or ask, as people do. */
function words(openings: string[], stops: string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...openings), fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 30 }), fc.constantFrom(...stops))
    .map(([opening, middle, stop]) => `${[opening, ...middle].join(" ").replace(/[,.]$/, "")}${stop}`);
}

const question = words(["How did you find", "When did you lose", "So, what is your view of", "And you:", "Would you keep", "¿Usted filma"], ["?"]);
const sentence = words(["I think that", "We lived with", "It was", "No, I never saw", "Nobody told me of", "Well: my brother took"], [".", "!", "…"]);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((sentences) => sentences.join(" "));

/** A talk with so many guests, each exchange answered by at least one of them; the first two by the first. */
export function talks(mostGuests: number): fc.Arbitrary<Talk> {
  return fc
    .tuple(fc.shuffledSubarray(PEOPLE, { minLength: 2, maxLength: 1 + mostGuests }), fc.uniqueArray(fc.tuple(question, fc.array(fc.tuple(fc.nat(7), fc.array(paragraph, { minLength: 1, maxLength: 3 })), { minLength: 1, maxLength: 3 })), { minLength: 4, maxLength: 9, selector: ([asked]) => asked }))
    .map(([[interviewer = "", ...guests], asked]) => ({
      interviewer,
      guests,
      exchanges: asked.map(([questionAsked, answers], index) => ({ question: questionAsked, answers: turnsOf(answers, guests, index) })),
    }));
}

/** Answers in which nobody follows himself, and everybody gets a word in. */
function turnsOf(drawn: [number, string[]][], guests: string[], index: number): Exchange["answers"] {
  const answers = drawn.map(([guest, paragraphs], place) => ({ speaker: guests[(place === 0 ? index : guest) % guests.length] ?? "", paragraphs }));
  return answers.filter(({ speaker }, place) => place === 0 || speaker !== answers[place - 1]?.speaker);
}

/** The same talk with words inside its paragraphs set in italics, those of answers in bold or in both, too. */
export function emphasised(talk: Talk): fc.Arbitrary<Talk> {
  return fc.array(fc.nat(40), { minLength: 5, maxLength: 50 }).map((drawn) => {
    let count = 0;
    const next = (): number => drawn[count++ % drawn.length] ?? 0;
    const mark = (text: string, marks: string[]): string => {
      const written = text.split(" ");
      for (let word = 1 + (next() % 12); word < written.length - 1; word += 1 + next()) {
        const around = marks[next() % marks.length] ?? "";
        const last = Math.min(word + (next() % 3), written.length - 2);
        written[word] = around + (written[word] ?? "");
        written[last] += around;
        word = last;
      }
      return written.join(" ");
    };
    const exchanges = talk.exchanges.map(({ question: asked, answers }) => ({
      question: mark(asked, ["_"]),
      answers: answers.map(({ speaker, paragraphs }) => ({ speaker, paragraphs: paragraphs.map((words) => mark(words, ["*", "_", "**", "***"])) })),
    }));
    return { ...talk, exchanges };
  });
}

/** A way of writing a talk down. */
export interface Way {
  name: string;
  mostGuests: number;
  write: (talk: Talk) => string;
}

type LabelOf = (name: string, isFirst: boolean) => string;

/** Every turn behind a label. */
function labelled(name: string, labelOf: LabelOf, mostGuests = 3, between = "\n\n"): Way {
  return {
    name,
    mostGuests,
    write: (talk) => {
      const seen = new Set<string>();
      const label = (speaker: string): string => {
        const isFirst = !seen.has(speaker);
        seen.add(speaker);
        return labelOf(speaker, isFirst);
      };
      const turns = talk.exchanges.flatMap(({ question: asked, answers }) => [
        `${label(talk.interviewer)}${asked}`,
        ...answers.map(({ speaker, paragraphs }) => `${label(speaker)}${paragraphs.join(between)}`),
      ]);
      return [header(talk), ...turns].join(between);
    },
  };
}

/** Marked questions, answers without labels, of one guest. */
function marked(name: string, questionOf: (words: string, index: number) => string, answerOf: (words: string) => string = String, between = "\n\n"): Way {
  return {
    name,
    mostGuests: 1,
    write: (talk) => {
      const turns = talk.exchanges.map(({ question: asked, answers }, index) => `${questionOf(asked, index)}${between}${answers.map(({ paragraphs: [first = "", ...more] }) => [answerOf(first), ...more].join("\n\n")).join("\n\n")}`);
      return [header(talk), ...turns].join("\n\n");
    },
  };
}

function header({ guests, interviewer }: Talk): string {
  return `The Long Table\n\nBy ${interviewer}\n\nAn interview with ${guests.join(" and ")} near the sea, in a house of theirs.`;
}

function surname(name: string): string {
  return name.split(" ").at(-1) ?? "";
}

function lettered(name: string, [asks, answers]: [string, string], between?: string): Way {
  return { ...marked(name, (asked) => `${asks} ${asked}`, (answer) => `${answers} ${answer}`, between) };
}

/** Without a colon a name must come twice to be a label: two guests take turns, a third may speak but once. */
const KNOWN_BY_RECURRING = 2;

/** All the ways that give back every exchange, and who said what. */
export const WAYS: readonly Way[] = [
  labelled("names in capitals, then surnames", (name, isFirst) => `${(isFirst ? name : surname(name)).toUpperCase()}: `),
  labelled("full names in bold", (name) => `**${name}:** `),
  labelled("bold names, the colon outside", (name) => `**${name}**: `, 3, "\n"),
  labelled("plain names", (name) => `${name}: `),
  labelled("a non-breaking space before the colon", (name) => `${name.toUpperCase()}\u00a0: `),
  labelled("names alone on their lines", (name) => `${name.toUpperCase()}\n\n`, KNOWN_BY_RECURRING),
  labelled("names and colons alone on their lines", (name) => `${name}:\n`),
  labelled("headings of names", (name) => `### ${name}\n\n`, KNOWN_BY_RECURRING),
  labelled("time codes before names", (name) => `[00:12:31] ${name.toUpperCase()}: `),
  labelled("time codes behind names", (name) => `${name} (12:31): `),
  labelled("names and time codes on lines of their own", (name) => `${name}  0:12\n`, KNOWN_BY_RECURRING),
  labelled("names without a colon, in bold", (name) => `**${name.toUpperCase()}** `, KNOWN_BY_RECURRING),
  { ...labelled("unlabelled questions", (name) => `${name.toUpperCase()}: `), write: (talk) => unlabelledQuestions(talk) },
  lettered("Q: and A:", ["Q:", "A:"], "\n"),
  lettered("Q. and A.", ["Q.", "A."]),
  lettered("P. and R. in bold", ["**P.**", "**R.**"]),
  lettered("Question and Answer", ["**Question:**", "**Answer:**"]),
  lettered("Interviewer and Respondent", ["INTERVIEWER:", "RESPONDENT:"]),
  marked("labelled questions only", (asked) => `THE SLEEPER: ${asked}`),
  marked("bold questions", (asked) => `**${asked}**`),
  marked("bold questions above their answers", (asked) => `**${asked}**`, String, "\n"),
  marked("bold questions in the same paragraph", (asked) => `**${asked}**`, String, " "),
  marked("italic questions", (asked) => `*${asked}*`),
  marked("headings for questions", (asked) => `## ${asked}`),
  marked("numbered questions", (asked, index) => `${index + 1}. ${asked}`),
  marked("block-quoted questions", (asked) => `> ${asked}`),
  marked("questions behind a dash", (asked) => `— ${asked}`),
  marked("a dash before every turn", (asked) => `— ${asked}`, (answer) => `— ${answer}`),
  marked("plain questions", String),
  { name: "WebVTT with voices", mostGuests: 3, write: (talk) => captions(talk, "WEBVTT\n\n", ".", (name) => `<v ${name}>`) },
  { name: "SubRip with labels", mostGuests: 3, write: (talk) => captions(talk, "", ",", (name) => `>> ${name.toUpperCase()}: `) },
  { name: "a page with bold questions", mostGuests: 1, write: (talk) => page(talk) },
];

function unlabelledQuestions(talk: Talk): string {
  const turns = talk.exchanges.flatMap(({ question: asked, answers }) => [asked, ...answers.map(({ speaker, paragraphs }) => `${speaker.toUpperCase()}: ${paragraphs.join(" ")}`)]);
  return [header(talk), ...turns].join("\n");
}

/** Every paragraph is a cue; a speaker is named in each first one. */
function captions(talk: Talk, beginning: string, point: string, labelOf: (name: string) => string): string {
  const turns = talk.exchanges.flatMap(({ question: asked, answers }) => [
    [labelOf(talk.interviewer) + asked],
    ...answers.map(({ speaker, paragraphs: [first = "", ...more] }) => [labelOf(speaker) + first, ...more]),
  ]);
  return beginning + turns.flat().map((cue, index) => `${index + 1}\n00:00:00${point}000 --> 00:00:01${point}000\n${cue}`).join("\n\n");
}

function page(talk: Talk): string {
  const bodies = talk.exchanges.map(({ question: asked, answers }) => `<p><strong>${asked}</strong></p>${answers.map(({ paragraphs }) => paragraphs.map((words) => `<p>${words}</p>`).join("\n")).join("")}`);
  return `<html><body><h1>The Long Table</h1><p>By ${talk.interviewer}</p><p>An interview with ${talk.guests.join(" and ")}.</p>${bodies.join("\n")}</body></html>`;
}
