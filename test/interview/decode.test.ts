import { describe, expect, test } from "vitest";
import { decodeText } from "../../src/interview/decode.ts";

const words = "“Déjà vu” – the sea’s …";

/** Text in UTF-16 without a byte-order mark. */
function utf16(text: string, bigEndian: boolean): Buffer {
  const bytes = Buffer.from(text, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
}

describe("a file's bytes", () => {
  test("are read as UTF-8, a byte-order mark or not", () => {
    expect(decodeText(Buffer.from("\ufeffДылда…"))).toEqual({ text: "Дылда…", encoding: "UTF-8" });
    expect(decodeText(Buffer.from("Дылда…"))).toEqual({ text: "Дылда…", encoding: "UTF-8" });
    expect(decodeText(new Uint8Array())).toEqual({ text: "", encoding: "UTF-8" });
  });

  test.each([true, false])("are read as UTF-16, a byte-order mark or not; big end first: %s", (bigEndian) => {
    expect(decodeText(utf16(`\ufeff${words}`, bigEndian))).toEqual({ text: words, encoding: "UTF-16" });
    expect(decodeText(utf16(words, bigEndian))).toEqual({ text: words, encoding: "UTF-16" });
    expect(decodeText(utf16("\ufeffДылда", bigEndian)).text).toBe("Дылда");
  });

  test("are read as Latin-1, with the quotation marks of Windows, when they are nothing else", () => {
    const bytes = Uint8Array.from([0x93, 0x44, 0xe9, 0x6a, 0xe0, 0x20, 0x76, 0x75, 0x94, 0x20, 0x96, 0x20, 0x74, 0x68, 0x65, 0x20, 0x73, 0x65, 0x61, 0x92, 0x73, 0x20, 0x85]);
    expect(decodeText(Buffer.concat([bytes, Buffer.from(" and so on")]))).toEqual({ text: `${words} and so on`, encoding: "Latin-1" });
  });

  test.each([
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 0, 0], "The file is binary: an interview is a text or Markdown file."],
    ["a program", [0xe9, 0x41, 0x42, 0x43, 0x01], "The file is binary: an interview is a text or Markdown file."],
    ["a PDF", [...Buffer.from("%PDF-1.7 é")], "The file is a PDF: save it as plain text in UTF-8 and try again."],
    ["a Word document", [0x50, 0x4b, 3, 4, 0], "The file is a Word document or an archive: save it as plain text in UTF-8 and try again."],
    ["Russian in the code of Windows", [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2], "The file is neither in UTF-8 nor in Latin-1: save it as plain text in UTF-8 and try again."],
  ])("are refused with what to do: %s", (_what, bytes, sentence) => {
    expect(() => decodeText(Uint8Array.from(bytes))).toThrow(sentence);
  });
});
