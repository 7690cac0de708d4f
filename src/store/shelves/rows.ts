/*
 * A server's shelf as it is stored. Words that people wrote are JSON: in text of its own, PostgreSQL takes no NUL and no half of a
 * surrogate pair.
 */

/** A server that something is kept of. */
export interface ShelfRow {
  server: string;
  /** How often it was changed what members see of it. */
  version: number;
  /** Where reports are told, by the channel's id; "" for nowhere. */
  reports_channel: string;
  /** Since when the bot is out of the server; null when it is in it. */
  left_since: number | null;
}

/** Whatever else is on a shelf, one thing a row. */
export interface ShelfItemRow {
  server: string;
  kind: "film" | "person" | "correction" | "hidden" | "origin";
  /** The film's or the person's, or the quote's. */
  id: string;
  /** The version of the shelf that it came in, by which items are ordered. */
  version: number;
  /** The entry, the words of the quote, where it is from, or "" where the id says all. */
  content: string;
}

/** A line of the log. */
export interface LibraryEventRow {
  server: string;
  /** Counted from 1 in each server. */
  number: number;
  event: string;
}
