import { NotAnInterview } from "./notAnInterview.ts";

/** A file's text, and how its bytes were understood. */
export interface DecodedText {
  text: string;
  encoding: "UTF-8" | "UTF-16" | "Latin-1";
}

/** What other files than text begin with, and what to do about each. */
const OTHER_FILES: readonly (readonly [beginning: string, what: string])[] = [
  ["%PDF-", "The file is a PDF"],
  ["PK\u0003\u0004", "The file is a Word document or an archive"],
  ["{\\rtf", "The file is rich text"],
  ["\u00d0\u00cf\u0011\u00e0", "The file is an old Word document"],
];
const SAVE_AS_TEXT = "save it as plain text in UTF-8 and try again";
/** UTF-16 of European text has a zero in nearly every other byte; looked for near the beginning. */
const WINDOW = 4096;
const SHARE_OF_ZEROS = 0.3;
/** Text in Latin-1 is mostly ASCII: more beyond it is another alphabet, whose letters nobody could tell. */
const SHARE_BEYOND_ASCII = 0.25;
/** What Windows-1252, which calls itself Latin-1, has from 0x80 on; the gaps are undefined. https://encoding.spec.whatwg.org/#windows-1252 */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * The text in a file's bytes: UTF-8 or UTF-16, with or without a byte-order mark, or else Latin-1 as Windows writes it.
 * @throws NotAnInterview with what to do about any other encoding, or about a file that is no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const beginning = String.fromCharCode(...bytes.subarray(0, 8));
  const other = OTHER_FILES.find(([mark]) => beginning.startsWith(mark));
  if (other !== undefined) throw new NotAnInterview(`${other[1]}: ${SAVE_AS_TEXT}.`);
  const utf16 = utf16In(bytes);
  if (utf16 !== undefined) return { text: new TextDecoder(utf16).decode(bytes), encoding: "UTF-16" };
  if (bytes.includes(0)) throw new NotAnInterview("The file is binary: an interview is a text or Markdown file.");
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "UTF-8" };
  } catch {
    return { text: decodeLatin1(bytes), encoding: "Latin-1" };
  }
}

function utf16In(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const zeros: [even: number, odd: number] = [0, 0];
  const window = bytes.subarray(0, WINDOW);
  for (const [index, byte] of window.entries()) if (byte === 0) zeros[index % 2 === 0 ? 0 : 1]++;
  const enough = SHARE_OF_ZEROS * window.length;
  if (bytes.length % 2 === 0 && zeros[0] === 0 && zeros[1] > enough) return "utf-16le";
  return bytes.length % 2 === 0 && zeros[1] === 0 && zeros[0] > enough ? "utf-16be" : undefined;
}

/** By hand, as some versions of Node take windows-1252 for the standard's Latin-1, which has no curly quotes. */
function decodeLatin1(bytes: Uint8Array): string {
  const beyond = bytes.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  const controls = bytes.reduce((count, byte) => count + (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c ? 1 : 0), 0);
  if (controls > 0) throw new NotAnInterview("The file is binary: an interview is a text or Markdown file.");
  if (beyond > SHARE_BEYOND_ASCII * bytes.length) throw new NotAnInterview(`The file is neither in UTF-8 nor in Latin-1: ${SAVE_AS_TEXT}.`);
  return Buffer.from(bytes).toString("latin1").replace(/[\u0080-\u009f]/g, (character) => WINDOWS.charAt(character.charCodeAt(0) - 0x80));
}
