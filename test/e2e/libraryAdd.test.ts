import { ComponentType } from "discord-api-types/v10";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { StoredFile } from "../../src/playground/files.ts";
import type { Answer, Person } from "../../src/playground/person.ts";
import { another, file, files, markdown, plain, said } from "./importedTexts.ts";
import { openImportingClub, type ImportingClub } from "./imports.ts";

let club: ImportingClub;
beforeAll(async () => {
  club = await openImportingClub();
});
afterAll(() => club.close());
// A minute passes: a server may bring only so many texts in one.
beforeEach(() => club.clock.moveBy(60_000));

const bring = (one: StoredFile, who: Person = club.maya): Promise<Answer> => who.run("#general", "/library add", { file: one });
const press = (answer: Answer, button: string, who: Person = club.maya): Promise<Answer> => who.press(answer.message!, button);
const cancel = (answer: Answer) => press(answer, "Cancel");

/** Takes an interview out of the library again. */
async function takeBack(title: string): Promise<void> {
  const removed = await club.maya.run("#general", "/library remove", { interview: title });
  expect(removed.text).toContain("Removed:");
}

describe("the preview", () => {
  it("shows what was understood, only to who brought it, and members find nothing of it", async () => {
    const { message, text } = await bring(file("light.md", markdown));
    expect(message!.ephemeral).toBe(true);
    expect(text).toContain("A Light Left On");
    expect(text).toContain("Interviewer: Greta Holm\nPublication: The Sleeper\nDate: 14 February 2021\nLink: [example.org/a-light-left-on](https://example.org/a-light-left-on)");
    expect(text).toContain("**Mara Okafor** · 2 answers · new to the library\n**Tomas Brandt** · 2 answers · new to the library");
    expect(text).toContain("3 exchanges, 5 quotes\nI took it for *labelled questions and answers*, and am sure of it.");
    for (const words of Object.values(said)) expect(text).toContain(`“${words}” — `);
    expect(text).toContain("Films I know: Beanpole (2019)");
    expect(text).toContain("People I know: Ingmar Bergman");
    expect(text).not.toContain("In doubt");
    expect(text).toContain("Add it only if you have the right to use it. The words stay those of who said and published them.");
    expect(text).toContain("[Add to this server] [Details] [Names] [Add a film] [Cancel]");
    expect((await club.ada.run("#general", "/quote", { person: "Mara Okafor" })).text).toContain("I don't know anybody called “Mara Okafor”.");
    expect((await cancel({ message } as Answer)).text).toContain("Cancelled: nothing was added");
  });

  it.each(Object.entries(files))("reads a .%s", async (ending, content) => {
    const answer = await bring(file(`light.${ending}`, content));
    expect(answer.text).toMatch(/Speakers: \*\*Mara Okafor\*\* · \d answers · new to the library\n\*\*Tomas Brandt\*\* · 2 answers/);
    expect(answer.text).toContain(`“${said.winter}” — Brandt`);
    await cancel(answer);
  });

  it.each([
    ["UTF-16, as Windows calls Unicode", Buffer.from(`\ufeff${plain}`, "utf16le")],
    ["Latin-1, as Windows calls ANSI", Buffer.from(plain.replace("A Light Left On", "Une lumière"), "latin1")],
    ["UTF-8 with a byte-order mark", Buffer.from(`\ufeff${plain}`)],
  ])("reads %s", async (_, bytes) => {
    const answer = await bring(file("light.txt", bytes));
    expect(answer.text).toMatch(/A Light Left On|Une lumière/);
    expect(answer.text).toContain(said.brandt);
    await cancel(answer);
  });

  it("says what is in doubt and on which line, and has a file for what doesn't fit", async () => {
    const few = await bring(file("light.txt", plain.replace("TOMAS BRANDT: Once", "TB: Once")));
    expect(few.text).toMatch(/In doubt: ⚠️ line \d+: "TB" was never introduced; taken for Tomas Brandt/);
    expect(few.text).not.toContain("warnings.txt");
    await cancel(few);
    const crowd = Array.from({ length: 40 }, (_, at) => `${String.fromCharCode(65 + (at % 20))}${String.fromCharCode(70 + (at % 13))}: Nobody knows who I am, and I speak for as long as it takes to be a quote.`);
    const many = await bring(file("crowd.txt", `${plain}\n${crowd.map((line) => `GRETA HOLM: And you, who are you?\n\n${line}\n`).join("\n")}`));
    expect(many.text).toMatch(/and \d+ more doubts, all of them in warnings\.txt/);
    const [attached] = many.message!.attachments;
    expect(attached!.filename).toBe("warnings.txt");
    const lines = (await (await fetch(attached!.url)).text()).trimEnd().split("\n");
    expect(lines.length).toBeGreaterThan(many.text.match(/⚠️/g)!.length);
    expect(lines.every((line) => /^line \d+: /.test(line))).toBe(true);
    await cancel(many);
  });

  it("shows hostile words letter for letter, within Discord's limits, and pings nobody", async () => {
    const evil = "@everyone <@&123456789012345678> **b** [x](https://evil.example) ||s|| `c`";
    const answer = await bring(file("evil.md", markdown.replace("title: A Light Left On", `title: '${evil}'`).replace("publication: The Sleeper", `publication: '${evil}'`).replace(/The green of it\./, evil)));
    expect(answer.text).toContain(`Publication: ${evil}`);
    expect(answer.message).toMatchObject({ mentions: [], mention_roles: [], mention_everyone: false });
    const raw = JSON.stringify(answer.message!.embeds);
    for (const markup of ["**b**", "[x](", "||s||", "`c`"]) expect(raw).not.toContain(markup);
    await cancel(answer);
    const long = "Very long ".repeat(29).trim();
    const speakers = Array.from({ length: 30 }, (_, at) => `${long.slice(0, 60)} ${at}`);
    const crowd = speakers.map((name) => `### ${long}, is it?\n\n**${name}:** ${"I talk for a long while, and every word of it is heard. ".repeat(15)}`);
    const front = `---\ntitle: ${long}\ninterviewer: ${long}\npublication: ${long}\nurl: https://example.org/${"x".repeat(900)}\nspeakers:\n${speakers.map((name) => `  - ${name}`).join("\n")}\n---\n\n`;
    const huge = await bring(file("long.md", front + crowd.join("\n\n")));
    expect(huge.text).toContain("30 exchanges");
    expect(huge.text).toMatch(/and \d+ more/);
    expect(huge.text).toContain("The words stay those of who said and published them.");
    await cancel(huge);
  });
});

describe("Add to this server", () => {
  it("makes it everybody's, even when the bot was restarted in between; Read and In context lead on", async () => {
    const shown = await bring(file("light.md", markdown));
    await club.restart();
    const added = await press(shown, "Add to this server");
    expect(added.message!.id).toBe(shown.message!.id);
    expect(added.text).toContain("Added to this server. Everybody here finds its 5 quotes from now on. Try `/quote person: ");
    expect(added.text).toMatch(/“[^]*”\n\n— \*\*(Mara Okafor|Tomas Brandt)\*\*, in \[A Light Left On\]/);
    expect((await club.ada.run("#general", "/quote", { about: "drift childhood third reel" })).text).toContain(said.brandt);
    expect((await press(added, "Read")).text).toContain("You have seen Beanpole nine times.");
    expect((await press(added, "In context")).text).toContain("Exchange ");
    expect((await press(added, "Look after it")).text).toContain("Added by");
    await takeBack("A Light Left On");
  });

  it("pressed twice at once adds it once, and pressed again says who added it", async () => {
    const shown = await bring(file("light.md", markdown));
    const both = await Promise.all([press(shown, "Add to this server"), press(shown, "Add to this server")]);
    for (const { text } of both) expect(text).toMatch(/Added to this server\.|It was added already, by <@\d+>\./);
    expect((await club.maya.run("#general", "/library list")).text).toContain("1 of 50 interviews");
    await takeBack("A Light Left On");
  });
});

describe("Cancel", () => {
  it("pressed while it is being added says what became of it", async () => {
    for (let count = 0; count < 5; count += 1) {
      const shown = await bring(file("light.md", markdown));
      const [added, cancelled] = await Promise.all([press(shown, "Add to this server"), cancel(shown)]);
      const isThere = (await club.shelves.imports(club.server)).some(({ state }) => state === "added");
      // Each answer takes the place of the preview, so both may show what came last.
      for (const { text } of [added, cancelled]) expect(text).toMatch(isThere ? /Added to this server\.|It was added already, by <@\d+>: `\/library remove` takes it away\./ : /Cancelled: nothing was added|This draft is no longer there/);
      if (isThere) await takeBack("A Light Left On");
    }
  });
});

describe("what it refuses", () => {
  it.each([
    ["talk.pdf", "**talk.pdf** is a PDF, and I read only text. Save it as plain text in UTF-8, and bring that."],
    ["talk.docx", "**talk.docx** is a Word document, and I read only text."],
    ["still.png", "I can't tell that **still.png** is text. I read plain text (.txt), Markdown (.md)"],
  ])("%s", async (name, words) => {
    expect((await bring(file(name, "x"))).text).toContain(words);
  });

  it.each([
    ["a PDF that is called text", "%PDF-1.7 …", "The file is a PDF: save it as plain text in UTF-8 and try again."],
    ["a binary file", Buffer.from([1, 0, 2, 0, 0, 3]), "The file is binary"],
    ["an empty file", "", "The text is empty."],
    ["a recipe", "Cut the onions.\n\nFry them for a while.\n\nEat.", "No interview: no answer begins with its speaker's name and a colon"],
    ["broken front matter", "---\ntitle: [\n---\n\nQ: Why?\n\nA: Because.", "Line 2: "],
  ])("%s, with the parser's own sentence", async (_, content, words) => {
    const { text, message } = await bring(file("talk.txt", content));
    expect(text).toContain(words);
    expect(message!.ephemeral).toBe(true);
    expect(text).not.toContain("[Add to this server]");
  });

  it("a file that is too large, before it fetches any of it", async () => {
    const { text } = await bring(file("talk.txt", Buffer.alloc(500_001, "a")));
    expect(text).toContain("**talk.txt** has 500,001 bytes, and I take 500,000 bytes at most. If it holds several interviews, bring each in a file of its own.");
  });

  it("more texts in a minute than a few, and then takes one again", async () => {
    const answers: Answer[] = [];
    for (let count = 0; count < 6; count += 1) answers.push(await bring(file("talk.txt", "No interview at all.")));
    expect(answers[4]!.text).toContain("No interview");
    expect(answers[5]!.text).toContain("That is many texts in a short while. Please wait a minute, and bring it again.");
    club.clock.moveBy(60_000);
    expect((await bring(file("talk.txt", "No interview at all."))).text).toContain("No interview");
  });
});

describe("a pasted text", () => {
  it("goes into a form, in pieces where it is long, and is read as one", async () => {
    const form = await club.maya.run("#general", "/library add");
    expect(form.outcome).toMatchObject({ kind: "modal", data: { title: "An interview to add" } });
    const long = plain.replace("GRETA HOLM: Has", `TOMAS BRANDT: ${"I stay, and I listen to the reels as they go round. ".repeat(80)}\n\nGRETA HOLM: Has`);
    const shown = await club.maya.submit(form, { text0: long.slice(0, 4000), text1: long.slice(4000) });
    expect(shown.text).toContain("A Light Left On");
    expect(shown.text).toContain("3 exchanges");
    expect(shown.text).toContain(`“${said.winter}” — Brandt`);
    expect(shown.message!.ephemeral).toBe(true);
    await cancel(shown);
  });

  it("comes back as a file when it is refused", async () => {
    const form = await club.maya.run("#general", "/library add");
    const refused = await club.maya.submit(form, { text0: "Nobody asks anything here.", text2: "And nobody answers." });
    expect(refused.text).toContain("No interview");
    expect(await (await fetch(refused.message!.attachments[0]!.url)).text()).toBe("Nobody asks anything here.\n\nAnd nobody answers.");
  });
});

describe("Details", () => {
  it("are asked for before it is added, with what is missing; what can't be read is said, and the rest is taken", async () => {
    const shown = await bring(file("light.txt", plain));
    expect(shown.text).toContain("Publication: *not yet known*");
    const form = await press(shown, "Add to this server");
    expect(form.outcome).toMatchObject({ kind: "modal", data: { title: "Still missing: publication and link" } });
    await club.restart();
    const half = await club.maya.submit(form, { publication: "The Sleeper", url: "somewhere on the web", date: "5/7/2023" });
    expect(half.message!.id).toBe(shown.message!.id);
    expect(half.text).toContain("Changed.\nI can't read “5/7/2023” as a date. Write the day in full, such as 5 July 2023 or 2023-07-05.\n“somewhere on the web” is not the address of a page.");
    expect(half.text).toContain("Publication: The Sleeper\nDate: *not yet known*\nLink: *not yet known*");
    const again = await press(half, "Add to this server");
    expect(again.outcome).toMatchObject({ kind: "modal", data: { title: "Still missing: link" } });
    const whole = await club.maya.submit(again, { url: "example.org/light", date: "14 Feb 2021", title: "A Light,  Left On" });
    expect(whole.text).toContain("Date: 14 February 2021\nLink: [example.org/light](https://example.org/light)");
    expect((await press(whole, "Add to this server")).text).toContain("Added to this server.");
    expect((await club.ada.run("#general", "/quote", { person: "Tomas Brandt" })).text).toMatch(/in \[A Light, Left On\]\(https:\/\/example\.org\/light\)\nInterview by Greta Holm · The Sleeper · 14 February 2021/);
    await takeBack("A Light, Left On");
  });

  it("are changed later, too, and then keep what an interview can't do without", async () => {
    const added = await press(await bring(file("light.md", markdown)), "Add to this server");
    const card = await press(added, "Look after it");
    const form = await press(card, "Details");
    expect((await club.maya.submit(form, { publication: "" })).text).toContain("\"Publication\" is required.");
    const blank = await club.maya.submit(form, { publication: " ", interviewer: "" });
    expect(blank.text).toContain("Changed.\nIt needs a publication, so that stays as it was.");
    expect(blank.text).toContain("The Sleeper");
    expect(blank.text).not.toContain("Greta Holm");
    expect((await club.maya.submit(await press(blank, "Details"), {})).text).toContain("It is so already.");
    await takeBack("A Light Left On");
  });
});

describe("Names", () => {
  it("are corrected in a form; two who are given one name become one, and members find them by it", async () => {
    const shown = await bring(file("light.md", markdown));
    const form = await press(shown, "Names");
    const renamed = await club.maya.submit(form, { "Tomas Brandt": "Tomas  Brandt-Lind" });
    expect(renamed.text).toContain("Changed.");
    expect(renamed.text).toContain("**Tomas Brandt-Lind** · 2 answers");
    const merged = await club.maya.submit(await press(renamed, "Names"), { "Mara Okafor": "Tomas Brandt-Lind" });
    expect(merged.text).toContain("Speaker: **Tomas Brandt-Lind** · 3 answers");
    await press(merged, "Add to this server");
    expect((await club.ada.run("#general", "/quote", { about: "green lake swim" })).text).toContain("— **Tomas Brandt-Lind**");
    await takeBack("A Light Left On");
  });

  it("of more than five speakers are asked for five at a time", async () => {
    const names = ["Ann One", "Bob Two", "Cid Three", "Dan Four", "Eve Five", "Fay Six", "Gus Seven"];
    const panel = `---\ntitle: Seven\nspeakers:\n${names.map((name) => `  - ${name}`).join("\n")}\n---\n\n### Who is here?\n\n${names.map((name) => `**${name}:** I am, and I have been for an hour, and nobody else would have said so.`).join("\n\n")}`;
    const shown = await bring(file("seven.md", panel));
    const asked = await press(shown, "Names");
    expect(asked.text).toContain("Whose names?");
    const form = await club.maya.choose(asked.message!, "Fay Six, Gus Seven");
    expect(form.outcome).toMatchObject({ kind: "modal", data: { title: "Names" } });
    const changed = await club.maya.submit(form, { "Gus Seven": "Gustav Seven" });
    expect(changed.text).toContain("**Gustav Seven** · 1 answer");
    expect(changed.text).not.toContain("Whose names?");
    await cancel(changed);
  });
});

const front = (at: number) => `---\ntitle: Unnamed ${at}\npublication: The Sleeper\nurl: https://example.org/unnamed-${at}\n`;
/** An interview in which nobody is named who answers. */
const unnamed = (at: number) =>
  `${front(at)}---\n\n**What do you see from up there, on day ${at}?**\n\nThe backs of ${at} hundred heads, and a beam of light that has never once belonged to me.\n\n**And when the reel ends?**\n\nI count to ${at}.\n\n**And then?**\n\nThen I count to ${at} again.\n`;

describe("a guest whom nobody names", () => {
  it("is asked for by name before it is added, so that two of them don't become one person", async () => {
    for (const [at, name] of [[2, "Odile Fenn"], [3, "Wim Aldous"]] as const) {
      const shown = await bring(file("talk.md", unnamed(at)));
      const asked = await press(shown, "Add to this server");
      expect(asked.outcome).toMatchObject({ kind: "modal", data: { title: "Still missing: who answers" } });
      expect(JSON.stringify(asked.outcome)).toContain("That is no name: write theirs, or one that nobody else has.");
      await club.restart();
      expect((await press(shown, "Add to this server")).outcome.kind).toBe("modal");
      const named = await club.maya.submit(asked, { Guest: name });
      expect(named.text).toContain(`**${name}** · 3 answers`);
      expect((await press(named, "Add to this server")).text).toContain("Added to this server.");
    }
    expect((await club.ada.run("#general", "/quote", { person: "Wim Aldous" })).text).toContain("The backs of 3 hundred heads");
    for (const at of [2, 3]) await takeBack(`Unnamed ${at}`);
  });

  it("need not be named by who corrects another name", async () => {
    const shown = await bring(file("talk.md", `${front(4)}speakers:\n  - Guest\n  - Mara Okafor\n---\n\n### What is up there?\n\n**Guest:** A lamp, and the two of us.\n\n**Mara Okafor:** And a door that I have to close by hand whenever the wind is from the sea.\n`));
    expect(shown.text).toContain("Mara Okafor");
    const changed = await club.maya.submit(await press(shown, "Names"), { "Mara Okafor": "Mara N. Okafor" });
    expect(changed.text).toContain("Changed.");
    await cancel(changed);
  });
});

describe("two moderators", () => {
  beforeAll(() => club.playground.openCommand("library", "Emil"));

  it("who bring the same text are told so, in the preview and before it is added again", async () => {
    const mine = await bring(file("light.md", markdown));
    const theirs = await bring(file("light.txt", markdown), club.emil);
    await press(mine, "Add to this server");
    const asked = await press(theirs, "Add to this server", club.emil);
    expect(asked.text).toContain("This seems to be in the library already: **A Light Left On**.");
    expect(asked.text).toContain("[Add it anyhow]");
    const twice = await press(asked, "Add it anyhow", club.emil);
    expect(twice.text).toContain("Added to this server.");
    const third = await bring(file("light.md", markdown));
    expect(third.text).toContain("⚠️ This seems to be in the library already: A Light Left On");
    await cancel(third);
    const listed = await club.maya.run("#general", "/library list");
    expect(listed.text).toContain("2 of 50 interviews");
    const [row] = listed.message!.components!;
    const ids = row?.type === ComponentType.ActionRow ? row.components.flatMap((one) => (one.type === ComponentType.StringSelect ? one.options.map(({ value }) => value) : [])) : [];
    await press(await club.maya.choose(listed.message!, ids[1]!, "Open an interview"), "Remove");
    await takeBack("A Light Left On");
  });

  it.each([
    ["Details", { title: "A *Dark* Left On" }, "**title**: A *Dark* Left On"],
    ["Names", { "Mara Okafor": "M. Okafor" }, "**Mara Okafor**: M. Okafor"],
  ])("of whom one removes what the other corrects: %s says so, gives back what was written, and offers Undo", async (button, typed, written) => {
    const added = await press(await bring(file("light.md", markdown)), "Add to this server");
    const card = await press(added, "Look after it");
    const form = await press(card, button);
    await club.emil.run("#general", "/library remove", { interview: "A Light Left On" });
    const late = await club.maya.submit(form, typed);
    expect(late.text).toContain(`**A Light Left On** was removed by <@${club.emil.id}>. **Undo** brings it back.`);
    expect(late.text).toContain(written);
    expect((await press(card, button)).text).toContain("was removed by");
    await club.restart();
    expect((await press(late, "Undo")).text).toContain("It is back, with its quotes.");
    await takeBack("A Light Left On");
  });

  it("who correct the same names at once: the second is told how they are now", async () => {
    const added = await press(await bring(file("light.md", markdown)), "Add to this server");
    const mine = await press(await press(added, "Look after it"), "Names");
    const theirs = await press(await club.emil.run("#general", "/library show", { interview: "A Light Left On" }), "Names", club.emil);
    await club.maya.submit(mine, { "Mara Okafor": "Mara N. Okafor" });
    expect((await club.maya.run("#general", "/library log")).text).toContain("changed **A Light Left On**\n> **Mara Okafor** is now **Mara N. Okafor**\n");
    const late = await club.emil.submit(theirs, { "Mara Okafor": "M. Okafor" });
    expect(late.text).toContain("Somebody else changed the names in this moment. This is how they are now.");
    expect(late.text).toContain("**Mara N. Okafor** · 2 answers");
    await takeBack("A Light Left On");
  });
});

describe("a draft", () => {
  it("that was forgotten after a day says so, and its preview still says what was understood", async () => {
    const shown = await bring(file("light.md", markdown));
    const form = await press(shown, "Names");
    const tomorrow = club.clock.now() + 86_400_000;
    // As the bot does once an hour.
    await club.shelves.forget({ draftsBefore: tomorrow, removedBefore: 0, leftBefore: 0 });
    for (const button of ["Add to this server", "Details", "Names"]) {
      const answer = await press(shown, button);
      expect(answer.text).toContain("This draft is no longer there: it was cancelled, nobody added it within a day, or ten newer ones came. `/library add` reads the text anew.");
      expect(answer.message!.id).not.toBe(shown.message!.id);
    }
    const late = await club.maya.submit(form, { "Mara Okafor": "Another" });
    expect(late.text).toContain("This draft is no longer there");
    expect(late.text).toContain("**Mara Okafor**: Another");
    expect(club.maya.look(shown.message!)!.embeds[0]!.title).toBe("A Light Left On");
  });

  it("that was cancelled is gone, and a form that was still open changes nothing", async () => {
    const shown = await bring(file("light.md", markdown));
    const form = await press(shown, "Details");
    expect((await cancel(shown)).text).toContain("Cancelled: nothing was added, and I forgot the text.");
    expect((await club.maya.submit(form, { title: "Another" })).text).toContain("This draft is no longer there");
  });

  it("of a text that comes with the bot is noticed, too", async () => {
    const [known] = club.library.interviews;
    const exported = await club.maya.run("#general", "/library export", { interview: known!.title });
    const text = await (await fetch(exported.message!.attachments[0]!.url)).text();
    const shown = await bring(file("known.md", text));
    expect(shown.text).toContain(`This seems to be in the library already: ${known!.title}`);
    expect(shown.text).not.toContain("new to the library");
    await cancel(shown);
  });
});

describe("there is room for so much", () => {
  it("drafts: a new one comes in place of the oldest, whose preview says what to do", async () => {
    const waiting: Answer[] = [];
    for (let count = 0; count < 11; count += 1) {
      club.clock.moveBy(60_000);
      waiting.push(await bring(file("talk.md", another(count))));
    }
    expect((await press(waiting[0]!, "Add to this server")).text).toContain("This draft is no longer there");
    for (const one of waiting.slice(1)) await cancel(one);
  });

  it("interviews: says how many, and adds it when there is room again", async () => {
    for (let count = 0; count < 50; count += 1) {
      club.clock.moveBy(60_000);
      expect((await press(await bring(file("talk.md", another(count))), "Add to this server")).text).toContain("Added to this server.");
    }
    club.clock.moveBy(60_000);
    const shown = await bring(file("light.md", markdown));
    const full = await press(shown, "Add to this server");
    expect(full.text).toContain("Not added yet. A server has room for 50 interviews, and this one is full. `/library remove` makes room.");
    await takeBack("Conversation 7");
    expect((await press(full, "Add to this server")).text).toContain("Added to this server.");
  }, 60_000);
});
