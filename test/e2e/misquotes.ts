import type { Answer, Person } from "../../src/playground/person.ts";
import type { SeenMessage } from "../../src/playground/protocol.ts";
import type { Club } from "./club.ts";

/** Where Discord tells moderators its updates, and so where reports come if nobody chose another channel. */
export const booth = "#projection-booth";

/** A message with the quote that fits best what is typed, or that was chosen from the suggestions: these carry its id. */
export async function quoteAbout(who: Person, about: string): Promise<SeenMessage> {
  return (await who.run("#film-club", "/quote", { about })).message!;
}

/** A member reports the quote in a message, in the form that the bot opens. */
export async function report(who: Person, message: SeenMessage, wrong: string, right = ""): Promise<Answer> {
  const form = await who.runOn(message, "Report a misquote");
  return form.outcome.kind === "modal" ? who.submit(form, { wrong, right }) : form;
}

/** The quote that a message shows, word for word. */
export function wordsOf(message: SeenMessage): string {
  return /“([^]*)”\n\n— \*\*/.exec(message.embeds[0]!.description!)![1]!.replaceAll(/\\(.)/g, "$1");
}

/** The id of that quote. */
export function quoteOf(message: SeenMessage): string {
  return /"custom_id":"context\/(\w+)/.exec(JSON.stringify(message.components))![1]!;
}

/** The cards of reports in a channel, oldest first, as a moderator sees them. */
export function cards({ maya }: Club, channel = booth): SeenMessage[] {
  return maya.see(channel).filter(({ embeds }) => embeds[1]?.title?.startsWith("Reported misquote"));
}

/** Lets the bot post in the channel of the moderators, which it cannot see at first. */
export function openBooth({ playground }: Club): void {
  playground.faults.permit(booth, "ViewChannel");
}

/** A moderator brings an interview with two quotes; one of them is of a lighthouse keeper. */
export async function bringInterview({ maya }: Club): Promise<void> {
  const file = { name: "evening.md", type: "text/markdown", bytes: Buffer.from(evening) };
  const { message } = await maya.run("#general", "/library add", { file });
  await maya.press(message!, "Add to this server");
}

/** An invented interview. */
const evening = `---
title: Evening at the pictures
publication: The Reel
url: https://example.com/evening
---

### What did you see?

**Nina Halloran:** A film about a lighthouse that nobody had lit, and about the keeper who went on counting ships.

### And then?

**Nina Halloran:** Then somebody found the switch, and we all went home a little older than we had come.
`;
