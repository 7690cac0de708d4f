import type { Searchable } from "../../../src/library/search/segment.ts";

/** A quote to search, with as little said about it as a test needs. */
export function searchable(id: string, words: string, rest: Partial<Omit<Searchable, "quote">> & { interview?: string } = {}): Searchable {
  const { interview = "interview", named = "", around = "", marks = [] } = rest;
  return { quote: { id, words, interview }, named, around, marks: [...marks, `in/${interview}`] };
}
