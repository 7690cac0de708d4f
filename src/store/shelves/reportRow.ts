/** A member's word that a quote is not what was published. */
export interface Report {
  id: string;
  server: string;
  quote: string;
  /** The words of the quote when it was reported. */
  words: string;
  /** What the member says is wrong. */
  complaint: string;
  by: string;
  at: number;
  state: "open" | "fixed" | "hidden" | "dismissed";
}

/** A report as it is stored. */
export interface ReportRow {
  server: string;
  id: string;
  state: Report["state"];
  quote: string;
  by: string;
  at: number;
  /** When it left "open"; null while it has not. */
  settled_at: number | null;
  /** The words of the quote, and the complaint. */
  details: string;
}

type Details = Pick<Report, "words" | "complaint">;

/** The row to store for a report that is open. */
export function rowOfReport({ server, id, quote, by, at, words, complaint }: Report): ReportRow {
  const details: Details = { words, complaint };
  return { server, id, state: "open", quote, by, at, settled_at: null, details: JSON.stringify(details) };
}

/** The report that a row keeps. */
export function reportOfRow({ server, id, state, quote, by, at, details }: ReportRow): Report {
  return { server, id, state, quote, by, at, ...(JSON.parse(details) as Details) };
}
