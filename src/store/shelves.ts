import type { Database } from "./database.ts";
import { createEdits, type Edits } from "./shelves/edits.ts";
import { createEntries, type Entries } from "./shelves/entries.ts";
import { createEvents, type Events } from "./shelves/events.ts";
import { createImports, type Imports } from "./shelves/imports.ts";
import { createKeeping, type Keeping } from "./shelves/keeping.ts";
import { createReading, type Reading } from "./shelves/reading.ts";
import { createReports, type Reports } from "./shelves/reports.ts";

export type { Bound } from "./shelves/bounds.ts";
export type { Deed, LibraryEvent } from "./shelves/events.ts";
export type { Import, ImportLine } from "./shelves/importRow.ts";
export type { Report } from "./shelves/reportRow.ts";

/**
 * What the servers have of their own. Every method is one transaction. One that takes a deed and changes something writes the log
 * and, if members see it, raises the server's version; where all is so already, neither.
 */
export interface Shelves extends Reading, Imports, Entries, Edits, Reports, Events, Keeping {}

/** The shelves of a store. */
export function createShelves(database: Database): Shelves {
  return {
    ...createReading(database),
    ...createImports(database),
    ...createEntries(database),
    ...createEdits(database),
    ...createReports(database),
    ...createEvents(database),
    ...createKeeping(database),
  };
}
