import { describe, expect, it } from "vitest";
import { createMentionFinder } from "../../src/library/mentions.ts";

const find = createMentionFinder([
  { id: "closeness", names: ["Closeness"] },
  { id: "the-piano", names: ["The Piano"] },
  { id: "butterfly-jam", names: ["Butterfly Jam", "Monica"] },
  { id: "port-of-shadows", names: ["Port of Shadows", "Le Quai des brumes"] },
  { id: "marcel-carne", names: ["Marcel Carné", "Carné"] },
  { id: "dylda", names: ["Дылда"] },
]);

describe("what a text names", () => {
  it.each([
    ["With Closeness, I was looking for inspiration", ["closeness"]],
    ["my new film Monica was inspired by comics", ["butterfly-jam"]],
    ["probably Marcel Carné's Port of Shadows.", ["marcel-carne", "port-of-shadows"]],
    ["Marcel Carne’s “Le Quai des brumes”", ["marcel-carne", "port-of-shadows"]],
    ["In The Piano and in Closeness; The Piano again", ["the-piano", "closeness"]],
    ["Фильм «Дылда» вышел в 2019 году", ["dylda"]],
    ["Closeness: the film", ["closeness"]],
  ])("%s", (text, ids) => {
    expect(find(text)).toEqual(ids);
  });

  it.each([
    ["We live in Santa Monica.", "a longer name"],
    ["there was a closeness between us", "an ordinary word"],
    ["she plays the piano", "an ordinary word"],
    ["Closenesses", "another word"],
    ["", "nothing"],
  ])("%s names nothing: %s", (text) => {
    expect(find(text)).toEqual([]);
  });
});
