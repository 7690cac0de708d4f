import { parseInterview } from "../../src/interview/parse.ts";
import { cutQuotes } from "../../src/interview/quotes.ts";
import { writeTranscript } from "../../src/interview/transcriptFile.ts";
import type { Database } from "../../src/store/database.ts";
import { rowOfImport } from "../../src/store/shelves/importRow.ts";
import { forms, textOf } from "../parser/texts.ts";

/** As long as the interviews that magazines publish, in characters. */
const length = 25_000;
const serversAtOnce = 100;
const form = forms.find(({ name }) => name === "names in capitals")!;

/** The id of a server, counted from 0. */
export function serverId(index: number): string {
  return String(700_000_000_000_000_000n + BigInt(index));
}

/** Gives so many servers so many interviews each, straight into the tables. */
export async function stockServers(database: Database, servers: number, interviewsEach: number): Promise<void> {
  const made = Array.from({ length: interviewsEach }, (_, at) => {
    const interview = { ...parseInterview(textOf(form, length, at)), title: `The Long Table, part ${at + 1}` };
    return { title: interview.title, transcript: writeTranscript(interview), quotes: cutQuotes(interview).length };
  });
  for (let from = 0; from < servers; from += serversAtOnce) {
    const ids = Array.from({ length: Math.min(serversAtOnce, servers - from) }, (_, at) => serverId(from + at));
    await database.transaction().execute(async (transaction) => {
      await transaction.insertInto("shelves").values(ids.map((server) => ({ server, version: interviewsEach, reports_channel: "", left_since: null }))).execute();
      for (const [at, one] of made.entries()) {
        const rows = ids.map((server) =>
          rowOfImport({ ...one, id: `the-long-table-${at}`, server, state: "added", convention: "", confidence: 1, warnings: [], by: "1", at: 0 }, at + 1),
        );
        await transaction.insertInto("imports").values(rows).execute();
      }
    });
  }
}
