import type { Film } from "./film.ts";
import type { Person } from "./person.ts";

/** What the library of one server holds of its own, beside what all servers see. */
export interface Shelf {
  /** In the order they were added. */
  transcripts: Transcript[];
  films: Film[];
  people: Person[];
  corrections: Correction[];
  /** The ids of quotes that its moderators took out of sight. */
  hidden: string[];
}

/** An interview in our own form of transcript file, under the id by which links and buttons refer to it. */
export interface Transcript {
  id: string;
  text: string;
}

/** What a quote says now, word for word as published. Its id stays, so that decks, buttons and links go on working. */
export interface Correction {
  quote: string;
  words: string;
}

/** The shelf of a server that has added nothing. */
export const emptyShelf: Shelf = { transcripts: [], films: [], people: [], corrections: [], hidden: [] };

/** Days until an interview that was taken away cannot be brought back any more. */
export const daysToBringBack = 7;

/** How much one server may add. */
export const bounds = {
  /** Of an uploaded file, in bytes. */
  fileSize: 500_000,
  interviews: 50,
  /** Over all its interviews. */
  quotes: 10_000,
  /** Of all its transcripts together, in characters. */
  characters: 3_000_000,
  /** Interviews that were read and wait to be added: of more, the oldest are forgotten. */
  drafts: 10,
  /** Films and people with an entry of the server's own. */
  entries: 200,
  /** Reports of misquotes that nobody has looked at yet. */
  reports: 50,
} as const;
