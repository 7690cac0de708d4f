import type { Database } from "./database.ts";
import type { Warning } from "../interview/warnings.ts";
import type { Film } from "../library/film.ts";
import type { Person } from "../library/person.ts";
import type { Shelf } from "../library/shelf.ts";

/** Who does something in which server, and when; `by` is a user's id, `at` in epoch milliseconds. */
export interface Deed {
  server: string;
  by: string;
  at: number;
}

/** An interview that a moderator brought to a server. */
export interface Import {
  /** At most 32 characters, with no "/" in it; no other import of the server has it. */
  id: string;
  server: string;
  /** A draft is seen by nobody but moderators; what was removed can be brought back for a while. */
  state: "draft" | "added" | "removed";
  /** In our own form of transcript file. */
  transcript: string;
  /** What the list shows without reading the transcript. */
  title: string;
  quotes: number;
  /** How the parser understood what was brought. */
  convention: string;
  /** From 0 to 1. */
  confidence: number;
  warnings: Warning[];
  /** Who brought it to this state, and when. */
  by: string;
  at: number;
}

/** An import without what is long. */
export type ImportLine = Pick<Import, "id" | "server" | "state" | "title" | "quotes" | "by" | "at">;

/** Which of a server's bounds is met. */
export type Bound = "interviews" | "quotes" | "characters" | "drafts" | "entries" | "reports";

/** What happened, for the log of a server's library. */
export interface LibraryEvent extends Deed {
  what: "added" | "changed" | "removed" | "restored" | "film" | "person" | "entryRemoved" | "corrected" | "hidden" | "shown" | "dismissed" | "reportsChannel";
  /** The title, the name, or the beginning of the quote that it happened to. */
  subject: string;
  /** What else is worth knowing, such as the words before and after a correction; "" for nothing. */
  detail: string;
}

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

/**
 * What the servers have of their own. Every method is one transaction; every one that takes a deed raises the server's version,
 * if it changes what members see, and writes the log.
 */
export interface Shelves {
  /** How often each of these shelves was changed. A server that never had anything of its own is not in it. */
  versions(servers: readonly string[]): Promise<Map<string, number>>;
  /** A server's shelf with its version, 0 where there is none. Of the interviews, those that are added. */
  load(server: string): Promise<{ version: number; shelf: Shelf }>;

  /** Keeps a draft; false when the server has as many as `bounds.drafts` already. The same draft (by id) again changes nothing and gives true. */
  keepDraft(draft: Import): Promise<boolean>;
  /** Reads an import that is a draft or is added, lets `change` say what it shall be, and writes that. Nothing where there is none; a bound where it would be too much. Logged for what is added. */
  changeImport(deed: Deed, id: string, change: (found: Import) => Pick<Import, "transcript" | "title" | "quotes">): Promise<Import | Bound | undefined>;
  findImport(server: string, id: string): Promise<Import | undefined>;
  /** What is added, and what was removed and can be brought back, in the order they were added. */
  imports(server: string): Promise<ImportLine[]>;
  /** Makes a draft part of the library, within the bounds. "absent" where there is no such draft; "added" also where it was added already. */
  add(deed: Deed, id: string): Promise<"added" | "absent" | Bound>;
  /** Takes a draft away for good. */
  dropDraft(server: string, id: string): Promise<void>;
  /** Whether it was there. */
  remove(deed: Deed, id: string): Promise<boolean>;
  restore(deed: Deed, id: string): Promise<"restored" | "absent" | Bound>;

  /** Writes an entry, in place of the one with its id if there is one. */
  saveFilm(deed: Deed, film: Film): Promise<"saved" | Bound>;
  savePerson(deed: Deed, person: Person): Promise<"saved" | Bound>;
  /** Whether it was there. */
  removeEntry(deed: Deed, kind: "film" | "person", id: string, name: string): Promise<boolean>;

  /** Corrects a quote, from the words it had; `report` is settled by it. */
  correct(deed: Deed, quote: string, words: { before: string; after: string }, report?: string): Promise<void>;
  /** Takes a quote out of sight; `words` are for the log. */
  hide(deed: Deed, quote: string, words: string, report?: string): Promise<void>;
  /** Brings a hidden quote back; whether it was hidden. */
  show(deed: Deed, quote: string, words: string): Promise<boolean>;

  /** Keeps a report; "again" where this member has reported this quote and it is still open. */
  report(report: Report): Promise<"kept" | "again" | Bound>;
  findReport(server: string, id: string): Promise<Report | undefined>;
  /** Oldest first. */
  openReports(server: string): Promise<Report[]>;
  /** Settles a report without a change; whether it was open. */
  dismiss(deed: Deed, id: string): Promise<boolean>;
  /** The channel that reports are told in, by id; "" where none was chosen. */
  reportsChannel(server: string): Promise<string>;
  setReportsChannel(deed: Deed, channel: string): Promise<void>;

  /** Newest first, `skip` of them left out. */
  log(server: string, limit: number, skip: number): Promise<LibraryEvent[]>;

  /** The servers that have anything of their own, or reports. */
  servers(): Promise<string[]>;
  /** Notes since when the bot is out of a server, in epoch milliseconds (the first word counts); undefined when it is in it. */
  setLeft(server: string, since: number | undefined): Promise<void>;
  /**
   * Takes away drafts made before `draftsBefore`, what was removed and which reports were settled before `removedBefore`, and everything
   * of servers that the bot left before `leftBefore`. All in epoch milliseconds.
   */
  forget(before: { draftsBefore: number; removedBefore: number; leftBefore: number }): Promise<void>;
}

/** Until the tables are there: no server has anything of its own. */
export function createShelves(_database: Database): Shelves {
  return { versions: async () => new Map<string, number>(), servers: async () => [], forget: async () => {} } as unknown as Shelves;
}
