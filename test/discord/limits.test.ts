import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { customId, readCustomId, roomIn } from "../../src/discord/customId.ts";
import { fitEmbeds, limits, listed, shorten } from "../../src/discord/limits.ts";

describe("a text that is too long", () => {
  it("is cut between words, and shows that there is more", () => {
    expect(shorten("We met in film school in Nalchik.", 20)).toBe("We met in film…");
    expect(shorten("Petersburg, though really Moscow", 12)).toBe("Petersburg…");
    expect(shorten("short", 20)).toBe("short");
  });

  it("never gets longer than the limit, and never breaks a letter or an escape in two", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.integer({ min: 0, max: 100 }), (text, limit) => {
        const short = shorten(text, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(text.length <= limit || limit === 0 || short.endsWith("…")).toBe(true);
      }),
    );
    expect(shorten("🎬🎬🎬🎬", 6)).toBe("🎬🎬…");
    expect(shorten("aaaaaaa\\*b", 9)).toBe("aaaaaaa…");
  });
});

describe("a list that is too long", () => {
  it("says how many are left out", () => {
    expect(listed(["Holly Hunter", "Harvey Keitel", "Sam Neill", "Anna Paquin"], ", ", 40)).toBe("Holly Hunter, Harvey Keitel, and 2 more");
    expect(listed(["Holly Hunter", "Sam Neill"], ", ", 40)).toBe("Holly Hunter, Sam Neill");
  });
});

describe("embeds that are too long", () => {
  const text = fc.integer({ min: 0, max: 8000 }).map((length) => "word ".repeat(1600).slice(0, length));
  const embed = fc.record({
    title: text,
    description: text,
    footer: fc.record({ text }),
    author: fc.record({ name: text }),
    fields: fc.array(fc.record({ name: text, value: text }), { maxLength: 30 }),
  });

  it("fit into what Discord takes, each part and all together", () => {
    fc.assert(
      fc.property(fc.array(embed, { maxLength: 12 }), (embeds) => {
        const fitting = fitEmbeds(embeds);
        expect(fitting.length).toBeLessThanOrEqual(limits.embeds);
        let total = 0;
        for (const { title = "", description = "", footer, author, fields = [] } of fitting) {
          expect(title.length).toBeLessThanOrEqual(limits.embedTitle);
          expect(description.length).toBeLessThanOrEqual(limits.embedDescription);
          expect(fields.length).toBeLessThanOrEqual(limits.embedFields);
          for (const { name, value } of fields) {
            expect(name.length).toBeLessThanOrEqual(limits.embedFieldName);
            expect(value.length).toBeLessThanOrEqual(limits.embedFieldValue);
            total += name.length + value.length;
          }
          total += title.length + description.length + (footer?.text.length ?? 0) + (author?.name.length ?? 0);
        }
        expect(total).toBeLessThanOrEqual(limits.embedTotal);
      }),
    );
  });

  it("fit where long fields follow a long description, and where there are several", () => {
    const long = { description: "d".repeat(4096), fields: Array.from({ length: 5 }, () => ({ name: "n".repeat(256), value: "v".repeat(1024) })) };
    for (const embeds of [[long], [long, long, long]]) {
      const texts = fitEmbeds(embeds).flatMap(({ description, fields }) => [description ?? "", ...fields!.flatMap(({ name, value }) => [name, value])]);
      expect(texts.join("").length).toBeLessThanOrEqual(limits.embedTotal);
      expect(fitEmbeds(embeds)[0]!.fields!.every(({ name, value }) => name !== "" && value !== "")).toBe(true);
    }
  });

  it("keep their source when something must give way", () => {
    const [fitting] = fitEmbeds([{ description: "word ".repeat(2000), footer: { text: "Interview by Katya Apekina" } }]);
    expect(fitting!.footer!.text).toBe("Interview by Katya Apekina");
    const sources = { name: "Facts from", value: "a page" };
    const [card] = fitEmbeds([{ description: "d".repeat(4096), fields: [...Array.from({ length: 4 }, () => ({ name: "n", value: "v".repeat(1024) })), sources] }]);
    expect(card!.fields!.at(-1)).toEqual(sources);
  });
});

describe("a custom id", () => {
  it("carries what a button does, there and back", () => {
    expect(readCustomId(customId("turn", "an-interview", "3", ""))).toEqual({ name: "turn", values: ["an-interview", "3", ""] });
  });

  it("cannot be made longer than Discord takes, nor with a value that would be read as two", () => {
    expect(() => customId("film", "x".repeat(limits.customId))).toThrow(RangeError);
    expect(() => customId("film", "a/b")).toThrow(RangeError);
  });

  it("has just as much room as it says", () => {
    const room = roomIn("another", "kira-kovalenko", "");
    expect(customId("another", "kira-kovalenko", "", "x".repeat(room))).toHaveLength(limits.customId);
  });
});
