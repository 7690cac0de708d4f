import type { Warning } from "../../interview/warnings.ts";
import type { Deed } from "./events.ts";

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
  /** Who brought it to this state, and when; of what is added, who added it first, also when it was removed and brought back. */
  by: string;
  at: number;
  /** Who had added what is removed, and when. */
  added?: Pick<Deed, "by" | "at"> | undefined;
}

/** An import without what is long. */
export type ImportLine = Pick<Import, "id" | "server" | "state" | "title" | "quotes" | "by" | "at">;

/** An import as it is stored. */
export interface ImportRow {
  server: string;
  id: string;
  state: Import["state"];
  /** The version of the shelf that it was added in, by which imports are ordered; 0 for a draft. */
  version: number;
  quotes: number;
  /** How long the transcript is. */
  characters: number;
  at: number;
  /** Since when it has been a draft or removed, which is forgotten in time; null while it is added. */
  idle_since: number | null;
  /** Title, users and how it was understood. */
  details: string;
  transcript: string;
}

type Details = Pick<Import, "title" | "by" | "convention" | "confidence" | "warnings" | "added">;

/** The row to store for an import that was added in this version of its shelf. */
export function rowOfImport({ server, id, state, quotes, at, transcript, title, by, convention, confidence, warnings, added }: Import, version: number): ImportRow {
  const details: Details = { title, by, convention, confidence, warnings, added };
  return {
    server,
    id,
    state,
    version,
    quotes,
    characters: transcript.length,
    at,
    idle_since: state === "added" ? null : at,
    details: JSON.stringify(details),
    transcript: JSON.stringify(transcript),
  };
}

/** The import that a row keeps. */
export function importOfRow({ server, id, state, quotes, at, details, transcript }: ImportRow): Import {
  return { server, id, state, quotes, at, ...(JSON.parse(details) as Details), transcript: JSON.parse(transcript) as string };
}

/** The line of a list for a row. */
export function lineOfRow({ server, id, state, quotes, at, details }: Pick<ImportRow, "server" | "id" | "state" | "quotes" | "at" | "details">): ImportLine {
  const { title, by } = JSON.parse(details) as Details;
  return { server, id, state, title, quotes, by, at };
}
