import type { Interview } from "../interview/interview.ts";
import { readTranscript, type Reading } from "../interview/parse.ts";
import { cutQuotes } from "../interview/quotes.ts";
import { writeTranscript } from "../interview/transcriptFile.ts";
import { webAddress } from "./written.ts";

/** What a text holds, and how it reads in our own form of transcript file. */
export interface Understood extends Pick<Reading, "interview" | "convention" | "confidence" | "warnings"> {
  transcript: string;
  /** How many there are. */
  quotes: number;
}

/**
 * Reads a text whole. Half a megabyte of prose takes a fraction of a second.
 *
 * @throws NotAnInterview when it holds none
 */
export function understand(text: string): Understood {
  const { interview: published, convention, confidence, warnings } = readTranscript(text);
  // An address that Discord takes for none would break every card with it.
  const interview: Interview = { ...published, url: published.url === undefined ? undefined : webAddress(published.url) };
  return { interview, convention, confidence, warnings, transcript: writeTranscript(interview), quotes: cutQuotes(interview).length };
}
