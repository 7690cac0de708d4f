import type { Side } from "./sides.ts";

const NUMBER = /\s?(\d{1,3})$/;

/**
 * Whether the numbers behind "Q1", "A1", "Q2", "A2" count the answers: each is its question's. Otherwise they count those who
 * answer, as in "Q1", "A1", "A2".
 * @param names The labels of a text, in order.
 * @param sides What they stand for.
 */
export function numbersCountAnswers(names: string[], sides: ReadonlyMap<string, Side>): boolean {
  let question = 0;
  return names.every((name) => {
    const number = NUMBER.exec(name)?.[1];
    if (sides.get(name) === "asks") question = number === undefined ? question + 1 : Number(number);
    return sides.get(name) !== "answers" || number === undefined || Number(number) === question;
  });
}

/** Whether a label is "A1" or "Guest 2", not "A" or "Guest". */
export function isNumbered(name: string): boolean {
  return NUMBER.test(name);
}

/** "A" for "A1", "Guest" for "Guest 2". */
export function withoutNumber(name: string): string {
  return name.replace(NUMBER, "");
}
