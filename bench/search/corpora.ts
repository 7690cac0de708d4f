import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { bundledDocuments, speechDocument, speechQuotes, type Document, type SpeechQuote } from "./documents.ts";

/** The number of quotes that means the bundled interview. */
export const bundled = 56;

const folder = new URL("node_modules/.cache/", import.meta.url);

/** So many documents: the bundled interview's, or that many from the speeches, which are cut once and kept. */
export async function corpus(size: number): Promise<Document[]> {
  if (size === bundled) return bundledDocuments();
  const file = new URL(`speech-quotes-${size}.json`, folder);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, JSON.stringify(speechQuotes(size)));
  }
  return (JSON.parse(readFileSync(file, "utf8")) as SpeechQuote[]).map(speechDocument);
}
