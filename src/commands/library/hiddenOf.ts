import { parseInterview } from "../../interview/parse.ts";
import { cutQuotes } from "../../interview/quotes.ts";
import type { LibraryInterview } from "../../library/library.ts";
import { isOwn, type Desk } from "./desk.ts";

/** How many quotes of an interview are out of sight in this server. */
export async function countHidden(interview: LibraryInterview, desk: Desk): Promise<number> {
  const quotes = await desk.services.shelves.hiddenQuotes(desk.server);
  if (quotes.length === 0) return 0;
  const hidden = new Set(quotes.map(({ id }) => id));
  const ids = await idsOf(interview, desk);
  return [...ids].filter((id) => hidden.has(id)).length;
}

/** The ids of all its quotes. They are made of the words as they were brought, and the library has it with corrections. */
async function idsOf(interview: LibraryInterview, { server, services }: Desk): Promise<Set<string>> {
  const { shelves, libraries } = services;
  const { id } = interview;
  if (!isOwn("interview", interview, services)) return new Set(libraries.shared.quoteIdsFor({ interview: id }));
  const imported = await shelves.findImport(server, id);
  return new Set(imported ? cutQuotes(parseInterview(imported.transcript)).map((quote) => quote.id) : []);
}
