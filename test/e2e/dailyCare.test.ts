import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Schedule } from "../../src/daily/schedule.ts";
import type { Answer } from "../../src/playground/person.ts";
import type { SeenMessage } from "../../src/playground/protocol.ts";
import { readable } from "../../src/playground/readable.ts";
import { openClub, type Club } from "./club.ts";

/** A Monday, at noon in Paris. */
const monday = Date.UTC(2030, 5, 3, 10);

let club: Club;
let server: string;
beforeAll(async () => {
  club = await openClub(undefined, { now: () => monday + Math.floor(performance.now()) });
  server = club.playground.world.server.id;
});
afterAll(() => club.close());

/** The card of the daily post that each of these tests takes care of. */
let card: SeenMessage;
beforeEach(async () => {
  const draft = await club.maya.run("#general", "/daily add", { channel: "#quote-of-the-day", time: "9:00", timezone: "Paris" });
  card = (await club.maya.press(draft.message!, "Start")).message!;
});
afterEach(async () => {
  for (const { id } of await club.schedules.ofServer(server)) await club.schedules.remove(id);
  club.playground.faults.permit("#quote-of-the-day", "SendMessages");
});

const daily = (line: string): Promise<Answer> => club.maya.type("#general", `/daily ${line}`);
const press = (button: string): Promise<Answer> => club.maya.press(card, button);
const full = (instant: number) => `<t:${instant / 1000}:F>`;
const nine = (day: number) => full(Date.UTC(2030, 5, day, 7));
const only = async (): Promise<Schedule> => (await club.schedules.ofServer(server))[0]!;
const posts = () => club.ada.see("#quote-of-the-day").length;
const quoteIn = (text: string): string => /“([^]*)”\n\n—/.exec(text)?.[1] ?? "";

describe("/daily change", () => {
  it("changes what is named, and shows what it was, what it is, and the next dates", async () => {
    const { text } = await daily("change time: 6pm days: weekdays channel: #film-club thread: true silent: true role: Cinephiles person: Kovalenko");
    expect(text).toContain("every day at 09:00, Europe/Paris → on weekdays at 18:00, Europe/Paris");
    expect(text).toContain("quotes from the whole library → quotes by **Kira Kovalenko**");
    expect(text).toContain("opens no threads → opens a thread under each post");
    expect(text).toContain("comes with a notification → comes without a notification");
    expect(text).toMatch(/mentions nobody → mentions <@&\d+>/);
    expect(text).toContain("The next 7 posts");
    for (const day of [3, 4, 5, 6, 7, 10, 11]) expect(text).toContain(full(Date.UTC(2030, 5, day, 16)));
    expect(await only()).toMatchObject({ next: { date: "2030-06-03" }, thread: true, silent: true, filter: { person: "kira-kovalenko" } });
  });

  it("takes away what `without` names", async () => {
    await daily("change role: Cinephiles person: Kovalenko film: Unclenching");
    expect((await daily("change without: the role")).text).toMatch(/mentions <@&\d+> → mentions nobody/);
    expect((await daily("change without: the person")).text).toContain("→ quotes about **Unclenching the Fists**");
    await daily("change without: person, film and interview");
    expect(await only()).toMatchObject({ role: "", filter: {} });
  });

  it("opens a form with no option, filled in as it is", async () => {
    await daily("change days: sat, sun person: Balagov");
    const form = await daily("change");
    const changed = await club.maya.submit(form, {});
    expect(changed.text).toContain("It is so already.");
    expect((await club.maya.submit(form, { timezone: "Tokyo" })).text).toContain("→ at weekends at 09:00, Asia/Tokyo");
  });

  it("changes nothing when it can't read something, or when no quote would fit", async () => {
    expect((await daily("change time: 99 silent: true")).text).toContain("A day has 24 hours");
    expect((await daily("change film: Sofichka silent: true")).text).toContain("Nothing is changed. I have no quotes about **Sofichka**");
    expect(await only()).toMatchObject({ silent: false, filter: {} });
  });

  it("asks before every post mentions everyone, and changes the rest meanwhile", async () => {
    const { text, message } = await daily("change role: everyone silent: true");
    expect(text).toContain("**@everyone** is not mentioned yet.");
    expect(await only()).toMatchObject({ role: "", silent: true });
    expect((await club.maya.press(message!, "Mention everyone")).text).toContain("Mentions @everyone");
    expect(await only()).toMatchObject({ role: server });
  });

  it("begins a round of its own with another filter, and not with the quote shown last", async () => {
    const [first, last] = club.library.quotes.map(({ id }) => id);
    const { id, deck } = await only();
    const key = `1zzzzzzz${last!}`;
    await club.schedules.change(id, (one) => ({ ...one, deck: { ...deck, place: { cycle: 0, key, ended: "" }, moved: { [first!]: "1" } } }));
    const { text } = await daily("change person: Balagov");
    expect(text).toMatch(/This round: 0 of \d+ quotes shown/);
    expect((await only()).deck).toMatchObject({ place: { cycle: 1, key: "" }, moved: {} });
  });
});

describe("two options that exclude each other", () => {
  it.each(["skip date: friday until: 1 jul", "change person: Balagov without: the person", "change film: Beanpole without: person, film and interview", "change role: Cinephiles without: the role"])(
    "are refused, and nothing is changed: /daily %s",
    async (line) => {
      const before = await only();
      expect((await daily(line)).text).toMatch(/^Give me one of the two: .* Nothing is changed\.$/m);
      expect(await only()).toEqual(before);
    },
  );
});

describe("/daily pause and resume", () => {
  it("rests until it is resumed, through a restart, and says who paused it", async () => {
    expect((await press("Pause")).text).toContain("Daily post 1, paused");
    await club.restart();
    expect((await daily("list")).text).toContain(`⏸️ Paused. <@${club.maya.id}> paused it.`);
    expect((await daily("pause")).text).toContain(`It is paused already: <@${club.maya.id}> paused it.`);
    const { text } = await press("Resume");
    expect(text).toContain("It goes on.");
    expect(text).toContain(nine(4));
    expect((await daily("resume")).text).toContain("It is not paused.");
  });

  it("doesn't go on where it may not post, and says what is missing", async () => {
    await press("Pause");
    club.playground.faults.forbid("#quote-of-the-day", "SendMessages");
    expect((await daily("resume")).text).toMatch(/It cannot go on yet\. I lack \*Send Messages\* in <#\d+>\./);
    expect(await only()).toMatchObject({ state: "paused" });
  });
});

describe("/daily skip", () => {
  it("leaves out the next date without losing its quote, and undoes it", async () => {
    const quote = /^“.*$/m.exec(readable(card))![0];
    const skipped = await press("Skip the next");
    expect(skipped.text).toContain("Left out: 4 June 2030.");
    expect(skipped.text).toContain(`${nine(5)} (<t:${Date.UTC(2030, 5, 5, 7) / 1000}:R>)\n${quote}`);
    expect((await press("Undo")).text).toContain(nine(4));
  });

  it("leaves out a date, or all until a date, as people write them", async () => {
    expect((await daily("skip date: friday")).text).toContain("Left out: 7 June 2030.");
    expect((await daily("skip date: 2030-06-07")).text).toContain("7 June 2030 is left out already.");
    expect((await daily("skip until: 1 jul")).text).toContain("Left out: all before 1 July 2030.");
    expect((await daily("skip date: 24 june")).text).toContain("All dates before 1 July 2030 are left out already.");
    const { text, message } = await daily("show");
    expect(text).toMatch(/Left out: all before 1 July 2030$/m);
    expect((await daily("list")).text).toMatch(/every day at 09:00, Europe\/Paris\nRests until 1 July 2030\nNext /);
    expect(text).toContain(full(Date.UTC(2030, 6, 1, 7)));
    expect((await club.maya.press(message!, "Post on all dates")).text).toContain(nine(4));
    await daily("skip date: 3 july");
    expect((await daily("list")).text).not.toContain("Rests until");
    expect((await daily("skip date: 7 june")).text).toMatch(/Left out: 7 June 2030, 3 July 2030$/m);
  });

  it("says what can't be left out, and why", async () => {
    await daily("change days: weekdays");
    expect((await daily("skip date: sunday")).text).toContain("There is no post on 9 June 2030: it comes on weekdays.");
    expect((await daily("skip date: 2030-06-03")).text).toContain("The hour of 3 June 2030 has passed.");
    expect((await daily("skip until: today")).text).toContain("is not in the future");
    expect((await daily("skip until: 1 Jan 2030")).text).toContain("1 January 2030 is over.");
    expect((await daily("skip date: 03/04")).text).toMatch(/03\/04|3 April|4 March/);
    expect(await only()).toMatchObject({ rule: { skipped: [], from: "" } });
  });
});

describe("/daily preview", () => {
  it("turns through the next seven, puts one off, and bans one, without moving the others", async () => {
    let page = await press("Preview");
    const week = [quoteIn(page.text)];
    for (let count = 1; count < 7; count += 1) week.push(quoteIn((page = await press("Next →")).text));
    expect(new Set(week).size).toBe(7);
    expect(page.text).toContain("**7 of the next 7** of daily post 1");
    expect(page.text).toContain("[Next →] (disabled)");
    const another = await press("Show another instead");
    expect(week).not.toContain(quoteIn(another.text));
    expect(quoteIn((await press("← Previous")).text)).toBe(week[5]);
    const banned = await press("Never show it here");
    expect(banned.text).toContain("**Allow all quotes again** on this daily post's card brings it back, with all others that were taken out.");
    expect(quoteIn(banned.text)).toBe(quoteIn(another.text));
    await club.restart();
    const back = await press("← Daily post 1");
    expect(back.text).toContain("This round: 0 of 55 quotes shown, 1 never to be shown here");
    expect((await press("Allow all quotes again")).text).toContain("This round: 0 of 56 quotes shown");
  });

  it("doesn't touch a quote that was shown meanwhile", async () => {
    const { message } = await press("Preview");
    await daily("post-now instead: true");
    expect((await club.maya.press(message!, "Show another instead")).text).toContain("was shown meanwhile");
  });
});

describe("/daily post-now", () => {
  it("posts an extra one with a link to it, and leaves the plan as it is", async () => {
    const before = await only();
    const count = posts();
    const { text } = await daily("post-now");
    const post = club.ada.see("#quote-of-the-day").at(-1)!;
    expect(text).toContain(`Posted: https://discord.com/channels/${server}/${before.channel}/${post.id}`);
    expect(posts()).toBe(count + 1);
    const after = await only();
    expect(after.next).toEqual(before.next);
    expect(after.deck.place).toEqual(before.deck.place);
  });

  it("posts the next one now when asked to, and not at its time again", async () => {
    const { text, message } = await press("Post now");
    expect(text).toContain(`**The next one** is the post of ${nine(4)}, only now`);
    const count = posts();
    await club.restart();
    const posted = await club.maya.press(message!, "The next one");
    expect(posted.text).toContain("Posted: ");
    expect(posted.text).toContain(nine(5));
    expect(posted.text).not.toContain("Left out");
    expect(posts()).toBe(count + 1);
    const skipped = await daily("skip date: 6 june");
    expect((await club.maya.press(skipped.message!, "Post on all dates")).text).toContain(nine(5));
    expect((await daily("show")).text).not.toContain(nine(4));
  });

  it("says why nothing was posted", async () => {
    club.playground.faults.forbid("#quote-of-the-day", "SendMessages");
    const count = posts();
    expect((await daily("post-now")).text).toMatch(/Nothing was posted\. I lack \*Send Messages\*/);
    expect(posts()).toBe(count);
    expect(await only()).toMatchObject({ state: "running" });
  });
});

describe("/daily remove", () => {
  it("asks once more, then forgets it; old buttons say so", async () => {
    const asked = await daily("remove");
    expect(asked.text).toContain("Remove daily post 1 (<#");
    expect((await club.maya.press(asked.message!, "Keep it")).text).toContain("Daily post 1");
    const again = await daily("remove");
    expect((await club.maya.press(again.message!, "Remove it")).text).toContain("Daily post 1 is removed.");
    expect((await press("Pause")).text).toContain("That daily post is no longer there.");
    expect(await club.schedules.ofServer(server)).toEqual([]);
  });
});
