import type { REST } from "@discordjs/rest";
import type { ChatInputCommandInteraction, MessageComponentInteraction, ModalSubmitInteraction } from "discord.js";
import type { Schedule } from "../../daily/schedule.ts";
import { whisper, type Answer, type Reply } from "../../discord/answer.ts";
import type { Press, Submission } from "../../discord/command.ts";
import { fieldsOf } from "../../discord/modal.ts";
import { chosen, isPrivate } from "../../discord/press.ts";
import type { Services } from "../../services.ts";
import { mayModerate } from "./moderator.ts";

/** A moderator at work: where, who, with what, and how the answer is given. */
export interface Desk {
  server: string;
  user: string;
  /** The id of what they did, a snowflake: no two are alike. */
  asking: string;
  rest: REST;
  services: Services;
  /** "edit" when they pressed on an answer of their own: the new one takes its place. */
  how: "post" | "edit";
}

/** What a moderator does with one daily post. */
export type Act = (schedule: Schedule, desk: Desk, values: string[]) => Reply | Promise<Reply>;

type Moderated = ChatInputCommandInteraction | MessageComponentInteraction | ModalSubmitInteraction;

/** The name of the command, by which the server's settings know it. */
export const commandName = "daily";

/** The desk of who asks; or the words that refuse them. */
export async function deskOf(interaction: Moderated, services: Services): Promise<Desk | Answer> {
  if (!interaction.guildId) return whisper("Daily posts belong to a server: use `/daily` there.");
  if (!(await mayModerate(interaction, commandName))) {
    return whisper("`/daily` is for members with *Manage Server*, and for those to whom the server's settings open it.");
  }
  return {
    server: interaction.guildId,
    user: interaction.user.id,
    asking: interaction.id,
    rest: interaction.client.rest,
    services,
    how: !interaction.isChatInputCommand() && isPrivate(interaction) ? "edit" : "post",
  };
}

/** An answer on the desk: for this moderator only, in place of what was pressed on. */
export function lay(desk: Desk, answer: Pick<Answer, "content" | "embeds" | "rows">): Answer {
  return { how: desk.how, private: true, ...answer };
}

/** Makes a press of what is done at the desk. */
export function press(act: (desk: Desk, values: string[], choice: string | undefined) => Reply | Promise<Reply>): Press {
  return async (values, interaction, services) => {
    const desk = await deskOf(interaction, services);
    return "server" in desk ? act(desk, values, chosen(interaction)) : desk;
  };
}

/**
 * Makes a press of an act; the first value of its custom id names the schedule.
 *
 * @param absent what to say where there is no such schedule
 */
export function pressOn(act: Act, absent = gone): Press {
  return press((desk, [id = "", ...values]) => actOn(id, desk, act, values, absent));
}

/** Makes a submission of an act that takes the fields of a modal; the first value of its custom id names the schedule. */
export function submitTo(act: (schedule: Schedule, desk: Desk, fields: Record<string, string>) => Promise<Answer>): Submission {
  return async ([id = ""], interaction, services) => {
    const desk = await deskOf(interaction, services);
    if (!("server" in desk)) return desk;
    const schedule = await ownSchedule(id, desk);
    return schedule ? act(schedule, desk, fieldsOf(interaction)) : gone(desk);
  };
}

/** Does something with a schedule of this server, by its id; where there is none, it says what `absent` says. */
export async function actOn(id: string, desk: Desk, act: Act, values: string[] = [], absent = gone): Promise<Reply> {
  const schedule = await ownSchedule(id, desk);
  return schedule ? act(schedule, desk, values) : absent(desk);
}

async function ownSchedule(id: string, { server, services }: Desk): Promise<Schedule | undefined> {
  const schedule = await services.schedules.find(id);
  return schedule?.server === server ? schedule : undefined;
}

/** What to say where another moderator was quicker to take it away. */
export function gone(desk: Desk): Answer {
  return lay(desk, { content: "That daily post is no longer there. `/daily list` shows those that are." });
}

/** Whether a post is due at this instant and not yet claimed: then its date must not be moved under it. */
export function dueNow({ next }: Pick<Schedule, "next">, now: number): boolean {
  return next !== undefined && next.at <= now;
}

/** What to say then. */
export const dueWords = "A post is due this very moment. Please try again in a few seconds.";
