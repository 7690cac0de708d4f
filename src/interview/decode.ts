import { NotAnInterview } from "./notAnInterview.ts";

/**
 * The text in a file's bytes, which must be UTF-8; a byte-order mark is fine.
 * @throws NotAnInterview with what to do about any other encoding, or about a file that is no text.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new NotAnInterview("The file is text in UTF-16: save it as UTF-8 and try again.");
  }
  if (bytes.includes(0)) throw new NotAnInterview("The file is binary: an interview is a text or Markdown file.");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new NotAnInterview("The file is not in UTF-8: save it as UTF-8 and try again.", { cause });
  }
}
