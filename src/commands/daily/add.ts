import { ButtonStyle, type ChatInputCommandInteraction } from "discord.js";
import { resume as running } from "../../daily/plan.ts";
import { schedulesPerServer, type Schedule } from "../../daily/schedule.ts";
import { whisper, type Answer, type Reply } from "../../discord/answer.ts";
import { button, buttonRows } from "../../discord/components.ts";
import { customId } from "../../discord/customId.ts";
import { neededToPost, refusalFor } from "../../discord/permissions.ts";
import { filterWords, shownTime } from "../../embeds/daily.ts";
import { refusalWords } from "../../embeds/refusal.ts";
import { newDeck } from "../../library/deck.ts";
import { idFrom } from "../idFrom.ts";
import { card } from "./card.ts";
import { gone, lay, pressOn, type Desk } from "./desk.ts";
import { isThread, notesOn } from "./notes.ts";
import { amended, readTerms, typedAgain, type Terms } from "./terms.ts";
import { termsTyped, textsTyped } from "./typed.ts";

/** /daily add: a draft, with what it will post and when, that waits for Start. */
export async function add(interaction: ChatInputCommandInteraction, desk: Desk): Promise<Reply> {
  const { services, server, user } = desk;
  const typed = textsTyped(interaction);
  const read = readTerms(typed, services.library);
  if (!read.ok) return lay(desk, { content: `${read.problem}\n${typedAgain(typed)}` });
  const terms: Terms = { ...read.value, ...termsTyped(interaction) };
  const blank: Schedule = {
    id: idFrom(desk.asking),
    server,
    number: 0,
    channel: "",
    createdBy: user,
    createdAt: services.now(),
    state: "draft",
    rule: { time: "", zone: "", days: [1, 2, 3, 4, 5, 6, 7], skipped: [], from: "" },
    filter: {},
    role: "",
    thread: false,
    silent: false,
    deck: { place: newDeck, moved: {}, banned: [] },
    lastDate: "",
  };
  const wanted = amended(blank, terms, services.library);
  if (services.library.quoteIdsFor(wanted.filter).length === 0) return lay(desk, { content: noQuotes(wanted, desk) });
  const threadless = wanted.thread && (await isThread(desk, wanted.channel));
  const kept = await services.schedules.add(threadless ? { ...wanted, thread: false } : wanted);
  if (!kept) {
    return lay(desk, { content: `A server has at most ${schedulesPerServer} daily posts, drafts among them. \`/daily list\` shows which one could go.` });
  }
  return draftCard(kept, desk, threadless ? [threadlessWords] : []);
}

/** What to say of a thread in a thread. */
export const threadlessWords = "That channel is a thread, and no thread can be opened in one: posts come without.";

/** Why a filter will not do. */
export function noQuotes({ filter }: Pick<Schedule, "filter">, { services }: Desk): string {
  return `I have no ${filterWords(filter, services.library)}, so there would be nothing to post.`;
}

/** The card of a draft, with what is worth knowing before it starts. */
export async function draftCard(draft: Schedule, desk: Desk, also: readonly string[] = [], said?: string): Promise<Answer> {
  return card(draft, desk, { said, notes: [...also, ...(await notesOn(draft, desk))] });
}

/** Starts a draft, unless its channel refuses it. One that mentions everyone is asked about once more. */
async function start(draft: Schedule, desk: Desk, sure: boolean): Promise<Answer> {
  const { schedules, now } = desk.services;
  if (draft.state !== "draft") return card(draft, desk, { said: "It was started already." });
  const refusal = await refusalFor(desk.rest, draft, neededToPost);
  if (refusal) {
    const { what } = refusalWords(refusal, draft.channel);
    return draftCard(draft, desk, [], `Not started yet. ${what} When that is mended, press **Start** again.`);
  }
  if (draft.role === draft.server && !sure) {
    return lay(desk, {
      content: `Daily post ${draft.number} shall mention **@everyone** each time, in <#${draft.channel}>. Is that what you want?`,
      rows: buttonRows([
        button("Start, and mention everyone", customId("daily-start", draft.id, "everyone"), { style: ButtonStyle.Danger }),
        button("Change", customId("daily-change", draft.id)),
        button("Cancel", customId("daily-cancel", draft.id)),
      ]),
    });
  }
  const after = await schedules.change(draft.id, (one) => (one.state === "draft" ? running(one, now()) : undefined));
  // One that rests before it ever ran was cancelled in this moment.
  if (after?.state !== "running") return gone(desk);
  return card(after, desk, { said: after.next ? `Started. The first post comes ${shownTime(after.next.at, "relative")}.` : "Started." });
}

/** What to say of a draft that is no longer there. Its preview is left as it is: whoever sets it up anew can read there how it was. */
function forgotten(): Answer {
  return whisper("This draft was not started within a day, so I forgot it. `/daily add` sets it up anew.");
}

export const addPresses = {
  "daily-start": pressOn((draft, desk, [sure]) => start(draft, desk, sure === "everyone"), forgotten),
};
