import { createServer, type RequestListener } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { download, FileProblem, whyNotRead } from "../../src/commands/library/addFile.ts";
import { joinPasted } from "../../src/commands/library/addPaste.ts";
import { pickSamples } from "../../src/importing/previewFacts.ts";

/** The address of a server that answers like this. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/talk.txt`;
}

describe("a file", () => {
  it.each([
    ["talk.md", null],
    ["TALK.TXT", "application/octet-stream"],
    ["talk.srt", "application/x-subrip"],
    ["talk", "text/plain; charset=utf-8"],
  ])("%s, a %s, is read", (name, contentType) => {
    expect(whyNotRead({ name, size: 500_000, contentType })).toBeUndefined();
  });

  it.each([
    ["talk.rtf", "text/rtf", "is rich text"],
    ["talk.pages", null, "is a document of Pages"],
    ["talk", null, "I can't tell that **talk** is text."],
    ["talk.zip", "application/zip", "I can't tell that **talk.zip** is text."],
    ["**talk**.pdf", null, "**\\*\\*talk\\*\\*.pdf** is a PDF"],
  ])("%s, a %s, is not", (name, contentType, words) => {
    expect(whyNotRead({ name, size: 10, contentType })).toContain(words);
  });

  it("comes whole", async () => {
    const url = await serve((_, response) => {
      response.write("Half ");
      setImmediate(() => response.end("and half."));
    });
    expect(Buffer.from(await download({ name: "talk.txt", url }, url)).toString()).toBe("Half and half.");
  });

  it("is read no further than the bound, whatever was said of its size", async () => {
    const url = await serve((_, response) => {
      const piece = Buffer.alloc(100_000, "a");
      const more = (): void => {
        if (response.destroyed) return;
        response.write(piece, () => setImmediate(more));
      };
      more();
    });
    await expect(download({ name: "talk.txt", url }, url)).rejects.toThrow("**talk.txt** is larger than it said, and I take 500,000 bytes at most.");
  });

  it.each<[string, RequestListener]>([
    ["is gone", (_, response) => void response.writeHead(404).end("Gone.")],
    ["leads elsewhere", (_, response) => void response.writeHead(302, { location: "http://169.254.169.254/" }).end()],
    ["is cut off", (_, response) => void response.writeHead(200, { "content-length": "100" }).write("A", () => response.destroy())],
    ["never ends", (_, response) => void response.writeHead(200).write("A")],
  ])("that %s is asked for once more, and the log hears why", async (_, answer) => {
    const url = await serve(answer);
    const failure = download({ name: "talk.txt", url }, url, 200);
    await expect(failure).rejects.toThrow("I could not get **talk.txt** from Discord. Please bring it once more.");
    const error = (await failure.catch((caught: unknown) => caught)) as FileProblem;
    expect(error).toBeInstanceOf(FileProblem);
    expect(error.cause).toBeInstanceOf(Error);
  });
});

describe("a file that lies elsewhere than with Discord", () => {
  it.each(["http://127.0.0.1", "http://cdn.discordapp.com", "https://cdn.discordapp.com:8443", "https://cdn.discordapp.com.example.org", "https://cdn.discordapp.com@169.254.169.254", "nowhere"])("%s is never asked for", async (place) => {
    const fetched = vi.spyOn(globalThis, "fetch").mockRejectedValue(new Error("Nobody is there."));
    onTestFinished(() => fetched.mockRestore());
    await expect(download({ name: "talk.txt", url: `${place}/talk.txt` }, "https://discord.com/api")).rejects.toThrow("I could not get **talk.txt** from Discord.");
    expect(fetched).not.toHaveBeenCalled();
  });

  it.each(["https://cdn.discordapp.com/attachments/1/2/talk.txt?ex=1", "https://media.discordapp.net/ephemeral-attachments/1/2/talk.txt"])("is not %s", async (url) => {
    const fetched = vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response("Half and half."));
    onTestFinished(() => fetched.mockRestore());
    expect(Buffer.from(await download({ name: "talk.txt", url }, "https://discord.com/api")).toString()).toBe("Half and half.");
  });
});

describe("a text pasted in pieces", () => {
  it("goes on in the middle of a word after a piece that is full, and else with a new paragraph", () => {
    const full = "x".repeat(4000);
    expect(joinPasted({ text0: full, text1: "yz.", text2: "", text3: "Then." })).toBe(`${full}yz.\n\nThen.`);
  });

  it("may leave pieces empty", () => {
    expect(joinPasted({ text0: " \n", text1: "A", text4: "B" })).toBe("A\n\nB");
  });
});

const quote = (length: number, lifted = false) => ({ words: "x".repeat(length), lifted });

describe("the quotes of a preview", () => {
  it("are one each from the beginning, the middle and the end: of a good length, or such as the editors lifted", () => {
    const quotes = [quote(900), quote(170), quote(60), quote(160), quote(70, true), quote(161), quote(61), quote(62), quote(150)];
    expect(pickSamples(quotes)).toEqual([quotes[1], quotes[4], quotes[8]]);
  });

  it("are as many as there are", () => {
    expect(pickSamples([])).toEqual([]);
    expect(pickSamples([quote(60), quote(61)])).toHaveLength(2);
  });
});
