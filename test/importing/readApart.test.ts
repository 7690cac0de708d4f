import { expect, it } from "vitest";
import { NotAnInterview } from "../../src/interview/notAnInterview.ts";
import { readApart } from "../../src/importing/readApart.ts";
import { understand } from "../../src/importing/understand.ts";

const exchange = (at: number) => `Q: What did you see on day ${at}?\n\nA: I saw ${at} boats go out, and I counted them again in the evening because nobody else would.\n\n`;
const text = `The Harbour Log\n\nAn interview with Mara Okafor\n\n${Array.from({ length: 1500 }, (_, at) => exchange(at + 1)).join("")}`;

it("reads a long text as it would be read here, while everybody else has their turn", async () => {
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  const understood = await readApart(text);
  clearInterval(timer);
  expect(turns).toBeGreaterThan(3);
  expect(understood).toEqual(understand(text));
  expect(understood.interview.exchanges).toHaveLength(1500);
});

it("says why a text is no interview in the same sentence", async () => {
  const problem = await readApart("A recipe for soup.\n\nTake an onion.").catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(NotAnInterview);
  expect(() => understand("A recipe for soup.\n\nTake an onion.")).toThrow((problem as Error).message);
});
