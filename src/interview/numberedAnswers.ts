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
    const number = numberBehind(name);
    if (sides.get(name) === "asks") question = number ?? question + 1;
    return sides.get(name) !== "answers" || number === undefined || number === question;
  });
}

/** 1 of "A1", 2 of "Guest 2", undefined of "A" or "Guest". */
export function numberBehind(name: string): number | undefined {
  const number = NUMBER.exec(name)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** "A" for "A1", "Guest" for "Guest 2". */
export function withoutNumber(name: string): string {
  return name.replace(NUMBER, "");
}
