/** What members do, and what they must see: a figure for a wrong answer would be worth nothing. */
import type { Answer, Person } from "../src/playground/person.ts";
import type { SeenMessage } from "../src/playground/protocol.ts";

export interface Case {
  name: string;
  kind: "command" | "press" | "autocomplete";
  /** What is there before: the message whose button is pressed. */
  before?: (person: Person) => Promise<SeenMessage>;
  /**
   * Acts once and gives what there is to read then.
   *
   * @param turn how often this was done before, from 0
   */
  act: (person: Person, message: SeenMessage | undefined, turn: number) => Promise<string>;
  /** Stands in every right answer. */
  shows: string;
}

const channel = "#film-club";

/** As long as an option may be, and every word of it spelt like none: the most that search ever has to compare. */
const longAndMisspelt =
  "nostallgic lonliness freedum forgivness childhod voilence comunity hapiness memorry cinemma dirrector landscap charactr questoin aprenticeship";

const asks = (name: string, command: string, options: Record<string, string | boolean>, shows: string): Case => ({
  name,
  kind: "command",
  act: async (person) => textOf(await person.run(channel, command, options)),
  shows,
});

const presses = (name: string, before: [command: string, options: Record<string, string>], labels: string[], shows: string): Case => ({
  name,
  kind: "press",
  before: async (person) => messageOf(await person.run(channel, ...before)),
  act: async (person, message, turn) => textOf(await person.press(message!, labels[turn % labels.length]!)),
  shows,
});

const types = (name: string, command: string, options: Record<string, string>, focused: string, shows: string): Case => ({
  name,
  kind: "autocomplete",
  act: async (person) => (await person.complete(channel, command, options, focused)).map((choice) => choice.name).join("\n"),
  shows,
});

export const cases: Case[] = [
  asks("`/quote`", "/quote", {}, "Galerie"),
  asks("`/quote about`, three words", "/quote", { about: "batman comics inspired" }, "Batman comics"),
  asks("`/quote person`", "/quote", { person: "Kovalenko" }, "Kira Kovalenko"),
  asks("`/quote person film`", "/quote", { person: "Kovalenko", film: "кулаки" }, "Unclenching the Fists"),
  asks("`/quote about person`", "/quote", { about: "nalchik", person: "Balagov" }, "Nalchik"),
  asks("`/quote person film`, contradicting", "/quote", { person: "Kovalenko", film: "Beanpole" }, "No quote puts"),
  asks("`/quote about`, nothing found", "/quote", { about: "horse racing in Nalchikk" }, "I found nothing about"),
  asks("`/quote about`, fifteen misspelt words", "/quote", { about: longAndMisspelt }, "nostallgic"),
  asks("`/film`, one", "/film", { title: "beanpole 2019" }, "Dylda"),
  asks("`/film`, misspelt", "/film", { title: "beanpol" }, "Dylda"),
  asks("`/film`, several", "/film", { title: "the" }, "Several films fit"),
  asks("`/film`, none", "/film", { title: "Solaris" }, "I don't know a film called"),
  asks("`/director`, one", "/director", { name: "kovalenko" }, "Кира Коваленко"),
  asks("`/director`, none", "/director", { name: "kubrick" }, "I don't know a director called"),
  asks("`/interview`, the list", "/interview", {}, "From Russia With Love of Film"),
  asks("`/interview`, one", "/interview", { title: "russia with love" }, "Exchange"),
  asks("`/help`", "/help", {}, "/director"),
  asks("`/about`", "/about", {}, "Katya Apekina"),
  presses("*Another*, of the deck", ["/quote", {}], ["Another"], "Galerie"),
  presses("*Another*, by its words", ["/quote", { about: "nalchik" }], ["Another"], "Galerie"),
  presses("*In context*", ["/quote", { about: "batman comics" }], ["In context"], "Batman comics"),
  presses("*Next* and *Previous*", ["/interview", { title: "russia with love" }], ["Next →", "← Previous"], "Exchange"),
  presses("a film, under a quote", ["/quote", { about: "fell asleep on the big screen" }], ["Cries and Whispers"], "1972"),
  presses("a person, under a quote", ["/quote", { about: "fell asleep on the big screen" }], ["Ingmar Bergman"], "Uppsala"),
  presses("*Quotes about it*, under a film", ["/film", { title: "closeness" }], ["Quotes about it"], "Closeness"),
  {
    name: "a suggestion, under nothing found",
    kind: "press",
    before: async (person) => messageOf(await person.run(channel, "/quote", { about: "horse racing in Nalchikk" })),
    act: async (person, message) => textOf(await person.press(message!, firstButton(message!))),
    shows: "Nalchik",
  },
  types("typing `/quote about`, nothing yet", "/quote", { about: "" }, "about", "gray zone"),
  types("typing `/quote about`, half a word", "/quote", { about: "nostal" }, "about", "—"),
  types("typing `/quote about`, by a person", "/quote", { person: "kantemir-balagov", about: "nalch" }, "about", "Balagov"),
  types("typing `/quote about`, fifteen misspelt words", "/quote", { about: longAndMisspelt }, "about", ""),
  types("typing `/quote person`", "/quote", { person: "бал" }, "person", "Kantemir Balagov"),
  types("typing `/quote film`", "/quote", { film: "dyl" }, "film", "Beanpole"),
  types("typing `/film title`, nothing yet", "/film", { title: "" }, "title", "Beanpole"),
  types("typing `/film title`, misspelt", "/film", { title: "beanpol" }, "title", "Beanpole"),
  types("typing `/director name`", "/director", { name: "sokur" }, "name", "Alexander Sokurov"),
  types("typing `/interview title`", "/interview", { title: "russia" }, "title", "From Russia With Love of Film"),
];

function textOf({ outcome, text }: Answer): string {
  if (outcome.kind === "failed") throw new Error(outcome.reason);
  return text;
}

function messageOf(answer: Answer): SeenMessage {
  textOf(answer);
  return answer.message!;
}

function firstButton({ components = [] }: SeenMessage): string {
  const [row] = components;
  const [button] = row && "components" in row ? row.components : [];
  if (!button || !("custom_id" in button)) throw new Error("There is no suggestion to press.");
  return button.custom_id;
}
