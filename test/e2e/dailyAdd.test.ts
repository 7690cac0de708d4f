import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Answer } from "../../src/playground/person.ts";
import { readable } from "../../src/playground/readable.ts";
import { openClub, type Club } from "./club.ts";

/** A Monday, at noon in Paris. */
const monday = Date.UTC(2030, 5, 3, 10);

let club: Club;
beforeAll(async () => {
  club = await openClub(undefined, { now: () => monday + Math.floor(performance.now()) });
});
afterAll(() => club.close());
afterEach(async () => {
  club.clock.moveTo(monday);
  for (const { id } of await club.schedules.ofServer(club.playground.world.server.id)) await club.schedules.remove(id);
});

type Options = Parameters<Club["maya"]["run"]>[2];

const add = (options: Options = {}): Promise<Answer> =>
  club.maya.run("#general", "/daily add", { channel: "#quote-of-the-day", time: "9:00", timezone: "Paris", ...options });
const full = (instant: number) => `<t:${instant / 1000}:F>`;
const posts = () => club.ada.see("#quote-of-the-day");
const role = (name: string) => club.playground.world.server.roles.find((one) => one.name === name)!.id;

describe("/daily add", () => {
  it("shows the next seven posts with their quotes, and the first as it will look; posts nothing before Start", async () => {
    const { text, message } = await add();
    expect(message!.ephemeral).toBe(true);
    expect(text).toContain("Daily post 1, not started yet");
    expect(text).toContain("every day at 09:00, Europe/Paris");
    for (let day = 4; day <= 10; day += 1) expect(text).toContain(full(Date.UTC(2030, 5, day, 7)));
    expect(text.match(/^“.*” — (Balagov|Kovalenko)$/gm)).toHaveLength(7);
    expect(text).toMatch(/The first one will look like this:\n“[^]*”\n\n— \*\*/);
    expect((await club.maya.type("#general", "/daily list")).text).toContain("There is no daily post here yet.");
    await club.maya.press(message!, "Cancel");
  });

  it("posts that very quote at that very hour once it is started, even when the bot was restarted in between", async () => {
    const { text, message } = await add();
    const planned = /like this:\n(“[^]*”)\n\n—/.exec(text)![1]!;
    await club.restart();
    const started = await club.maya.press(message!, "Start");
    expect(started.text).toContain(`Started. The first post comes <t:${Date.UTC(2030, 5, 4, 7) / 1000}:R>.`);
    const before = posts().length;
    club.clock.moveTo(Date.UTC(2030, 5, 4, 6, 59, 50));
    const [schedule] = await club.schedules.ofServer(club.playground.world.server.id);
    expect(schedule!.next).toEqual({ date: "2030-06-04", at: Date.UTC(2030, 5, 4, 7) });
    expect(posts()).toHaveLength(before);
    club.clock.moveTo(Date.UTC(2030, 5, 4, 7));
    const post = await club.ada.waitFor("#quote-of-the-day", (one) => readable(one).includes(planned));
    expect(readable(post)).toContain("[In context]");
    const link = `[posted](https://discord.com/channels/${schedule!.server}/${schedule!.channel}/${post.id})`;
    await vi.waitFor(async () => expect((await club.maya.type("#general", "/daily show")).text).toContain(link), { timeout: 5000, interval: 100 });
  });

  it("says all that it can't read at once, and keeps nothing", async () => {
    const { text } = await add({ time: "25:00", timezone: "EST", days: "someday", person: "Kubrick", film: "zzz", interview: "zzz" });
    expect(text).toContain("A day has 24 hours");
    expect(text).toContain("“EST” may mean several zones. Say America/New_York");
    expect(text).toContain("You typed time: “25:00”, timezone: “EST”, days: “someday”, person: “Kubrick”, film: “zzz”, interview: “zzz”");
    expect(text).toContain("I can't read that as days of the week.");
    expect(text).toContain("I don't know anybody called “Kubrick”. Perhaps ");
    expect(text).toContain("I don't know a film called “zzz”.");
    expect(text).toContain("I don't know an interview called “zzz”.");
    const { text: next, message } = await add();
    expect(next).toContain("Daily post 1,");
    await club.maya.press(message!, "Cancel");
  });

  it.each(["@everyone <@&123456789012345678>", "**bold** [link](https://example.com)", "`x` ||y||"])("shows a name that it doesn't know as it was typed, and pings nobody: %j", async (person) => {
    const { text, message } = await add({ person });
    expect(text).toContain(`“${person}”`);
    expect(message).toMatchObject({ mentions: [], mention_roles: [], mention_everyone: false });
  });

  it("keeps to a person, a film, an interview and some days", async () => {
    const { text, message } = await add({ person: "Kovalenko", film: "Unclenching", interview: "From Russia", days: "mon, wed" });
    expect(text).toContain("on Mondays and Wednesdays at 09:00");
    expect(text).toContain("Quotes by **Kira Kovalenko**, about **Unclenching the Fists**, from **From Russia With Love of Film**");
    expect(text).toContain(full(Date.UTC(2030, 5, 5, 7)));
    expect(text).toContain(full(Date.UTC(2030, 5, 10, 7)));
    expect(text.match(/^“.*” — Kovalenko$/gm)!.length).toBeGreaterThan(0);
    expect(text).not.toContain("— Balagov");
    await club.maya.press(message!, "Cancel");
  });

  it("says so when no quote fits, and how few there are", async () => {
    expect((await add({ film: "Sofichka" })).text).toContain("I have no quotes about **Sofichka**, so there would be nothing to post.");
    const one = club.library.films.find(({ id }) => club.library.quotesFor({ film: id }).length === 1)!;
    const { text, message } = await add({ film: one.title });
    expect(text).toContain("Only one quote fits, so it comes every time.");
    await club.maya.press(message!, "Cancel");
  });

  it("completes the time zone by city, with the time there now", async () => {
    const [choice] = await club.maya.complete("#general", "/daily add", { timezone: "par" }, "timezone");
    expect(choice).toMatchObject({ value: "Europe/Paris" });
    expect(choice!.name).toMatch(/Europe\/Paris — 12:0\d/);
    const interviews = await club.maya.complete("#general", "/daily add", { interview: "from" }, "interview");
    expect(interviews).toEqual([{ name: "From Russia With Love of Film — Kantemir Balagov and Kira Kovalenko", value: "from-russia-with-love-of-film" }]);
  });
});

describe("what stands in the way", () => {
  it("names the missing permissions and where to give them, doesn't start, and starts once they are there", async () => {
    club.playground.faults.forbid("#quote-of-the-day", "SendMessages");
    club.playground.faults.forbid("#quote-of-the-day", "CreatePublicThreads");
    const { text, message } = await add({ thread: true });
    expect(text).toMatch(/⚠️ I lack \*Send Messages\* and \*Create Public Threads\* in <#\d+>\. Give them to me in that channel's settings/);
    const refused = await club.maya.press(message!, "Start");
    expect(refused.text).toMatch(/Not started yet\. I lack \*Send Messages\* in/);
    expect(refused.text).toMatch(/⚠️ I lack \*Send Messages\* and \*Create Public Threads\* in <#\d+>\. Give them to me/);
    expect(refused.text).toContain("not started yet");
    club.playground.faults.permit("#quote-of-the-day", "SendMessages");
    club.playground.faults.permit("#quote-of-the-day", "CreatePublicThreads");
    expect((await club.maya.press(message!, "Start")).text).toContain("Started.");
  });

  it("warns of a role that a mention doesn't ping, and not of one that it does", async () => {
    const unheard = await add({ role: "Projectionist" });
    expect(unheard.text).toContain(`⚠️ <@&${role("Projectionist")}> will be shown, but pings nobody.`);
    await club.maya.press(unheard.message!, "Cancel");
    const heard = await add({ role: "Cinephiles" });
    expect(heard.text).toContain(`Mentions <@&${role("Cinephiles")}>`);
    expect(heard.text).not.toContain("pings nobody");
    await club.maya.press(heard.message!, "Cancel");
  });

  it("says of @everyone, too, that it pings nobody where it may not mention it, and says it once", async () => {
    const { text, message } = await add({ role: "everyone" });
    expect(text.match(/\*Mention @everyone, @here and All Roles\*/g)).toHaveLength(1);
    expect(text).toContain("⚠️ **@everyone** will be shown, but pings nobody. Give me *Mention @everyone, @here and All Roles* in <#");
    expect(text).not.toContain("mentions **everyone**");
    await club.maya.press(message!, "Cancel");
  });

  it("asks twice before it mentions everyone", async () => {
    club.playground.faults.permit("#quote-of-the-day", "MentionEveryone");
    const { text, message } = await add({ role: "everyone" });
    expect(text).toContain("Every post mentions **everyone** in the server.");
    const asked = await club.maya.press(message!, "Start");
    expect(asked.text).toContain("Is that what you want?");
    expect(await club.schedules.ofServer(club.playground.world.server.id)).toEqual([]);
    expect((await club.maya.press(message!, "Start, and mention everyone")).text).toContain("Started.");
    club.playground.faults.forbid("#quote-of-the-day", "MentionEveryone");
  });

  it("opens no threads in a thread, and says so", async () => {
    const thread = club.playground.addThread("#film-club", "talk");
    const { text, message } = await add({ channel: thread, thread: true });
    expect(text).toContain("no thread can be opened in one");
    expect(text).not.toContain("pens a thread under each post");
    await club.maya.press(message!, "Cancel");
  });

  it("has room for 25, and says so", async () => {
    for (let count = 0; count < 25; count += 1) await club.maya.press((await add()).message!, "Start");
    expect((await add()).text).toContain("A server has at most 25 daily posts");
    const { text, message } = await club.maya.type("#general", "/daily list");
    expect(text.match(/^\*\*\d+\*\* · /gm)).toHaveLength(3);
    const last = await club.maya.press(message!, "Next →");
    expect(last.text).toContain("**4** · ");
    expect((await club.maya.choose(message!, "Daily post 25")).text).toContain("Daily post 25");
  });
});

describe("a draft", () => {
  it("that was forgotten after a day says so on Start, and its preview still says how it was", async () => {
    const { text, message } = await add({ days: "weekdays" });
    // As the bot does once an hour.
    expect(await club.schedules.forget(monday + 86_400_000, 0)).toBe(1);
    const started = await club.maya.press(message!, "Start");
    expect(started.text).toContain("This draft was not started within a day, so I forgot it. `/daily add` sets it up anew.");
    expect(started.message).toMatchObject({ ephemeral: true });
    expect(started.message!.id).not.toBe(message!.id);
    expect(text).toContain("on weekdays at 09:00");
    expect(text).toContain(readable(club.maya.look(message!)!));
  });

  it("is changed in a form, after a restart, too; what can't be read is said above it", async () => {
    const { message } = await add({ person: "Kovalenko" });
    await club.restart();
    const form = await club.maya.press(message!, "Change");
    expect(form.outcome).toMatchObject({ kind: "modal", data: { title: "Daily post 1" } });
    const changed = await club.maya.submit(form, { time: "half past", days: "weekdays" });
    expect(changed.message!.id).toBe(message!.id);
    expect(changed.text).toContain("I can't read that as an hour.");
    expect(changed.text).toContain("You typed time: “half past”, timezone: “Europe/Paris”, days: “weekdays”, person: “Kira Kovalenko”");
    expect(changed.text).toContain("every day at 09:00");
    const again = await club.maya.submit(await club.maya.press(message!, "Change"), { time: "9 p.m.", days: "weekdays", person: "" });
    expect(again.text).toContain("on weekdays at 21:00, Europe/Paris");
    expect(again.text).toContain("Quotes from the whole library");
    expect(again.text).toContain(full(Date.UTC(2030, 5, 3, 19)));
    expect((await club.maya.press(message!, "Cancel")).text).toContain("Cancelled: nothing is set up.");
    expect((await club.maya.submit(form, { time: "8:00" })).text).toContain("That daily post is no longer there.");
  });
});
