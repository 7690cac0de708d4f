import type { ChatInputCommandInteraction } from "discord.js";
import type { Terms, Typed } from "./terms.ts";

/** The options of /daily add and change that are text. */
export function textsTyped({ options }: ChatInputCommandInteraction): Typed {
  const text = (name: keyof Typed) => options.getString(name) ?? undefined;
  return { time: text("time"), timezone: text("timezone"), days: text("days"), person: text("person"), film: text("film"), interview: text("interview") };
}

/** Those that Discord has read already. */
export function termsTyped({ options }: ChatInputCommandInteraction): Pick<Terms, "channel" | "role" | "thread" | "silent"> {
  const channel = options.getChannel("channel")?.id;
  const role = options.getRole("role")?.id;
  const thread = options.getBoolean("thread");
  const silent = options.getBoolean("silent");
  return {
    ...(channel === undefined ? {} : { channel }),
    ...(role === undefined ? {} : { role }),
    ...(thread === null ? {} : { thread }),
    ...(silent === null ? {} : { silent }),
  };
}
