import { describe, expect, test } from "vitest";
import { decodeText } from "../../src/interview/decode.ts";

describe("a file's bytes", () => {
  test("are read as UTF-8, a byte-order mark or not", () => {
    expect(decodeText(Buffer.from("\ufeffДылда…"))).toBe("Дылда…");
    expect(decodeText(Buffer.from("Дылда…"))).toBe("Дылда…");
    expect(decodeText(new Uint8Array())).toBe("");
  });

  test.each([
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 0, 0], "The file is binary: an interview is a text or Markdown file."],
    ["UTF-16", [0xff, 0xfe, 0x41, 0], "The file is text in UTF-16: save it as UTF-8 and try again."],
    ["Latin-1", [0x41, 0xe9, 0x42], "The file is not in UTF-8: save it as UTF-8 and try again."],
  ])("are refused with what to do: %s", (_what, bytes, sentence) => {
    expect(() => decodeText(Uint8Array.from(bytes))).toThrow(sentence);
  });
});
