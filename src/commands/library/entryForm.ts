/** Forms for films and people: filling them in, and giving back what was typed when it will not do. */
import { ButtonStyle, type APIButtonComponent, type APIEmbed, type MessageComponentInteraction } from "discord.js";
import type { Answer, Modal } from "../../discord/answer.ts";
import type { Press } from "../../discord/command.ts";
import { button, buttonRows } from "../../discord/components.ts";
import { listed } from "../../discord/limits.ts";
import { modal, type Field } from "../../discord/modal.ts";
import { ivory } from "../../embeds/colour.ts";
import { escapeMarkdown } from "../../embeds/markdown.ts";
import { webAddress } from "../../importing/written.ts";
import { deskOf } from "../desk.ts";
import { lay, libraryCommand, type Desk } from "./desk.ts";

/**
 * A field of a form, without what stands in it. What is typed into a form has to fit into one embed, with a backslash before each character: the
 * text into its description (2,048 characters), each other field into one of its fields (512), all together 2,900.
 */
export type Blank = Omit<Field, "value">;

/** More than a message's room is not needed to see what kind of mistake it is. */
const longestMistakes = 1500;

/** What was typed, by the names of the fields. */
export type Typed = Record<string, string>;

/** The form with what stands in it at first. That may be longer than what was typed: a film stands there under its usual title, whichever was given. */
export function formWith(title: string, customId: string, blanks: readonly Blank[], typed: Typed): Modal {
  const fields = blanks.map((blank): Field => {
    const value = typed[blank.name] ?? "";
    return { ...blank, value, longest: Math.max(blank.longest, value.length) };
  });
  return modal(title, customId, fields);
}

/**
 * What to say to a form that will not do: why, and what was typed, to be copied, or opened in the form once more.
 *
 * @param again the custom id of the button that opens the form anew; its press is an `againPress`
 * @param others buttons beside that one
 */
export function refused(desk: Desk, mistakes: readonly string[], blanks: readonly Blank[], typed: Typed, again: string, others: readonly APIButtonComponent[] = []): Answer {
  return lay(desk, {
    content: ["Nothing is saved yet:", listed(mistakes, "\n", longestMistakes), "-# **Try again** opens the form with what you typed."].join("\n"),
    embeds: [typedEmbed(blanks, typed)],
    rows: buttonRows([button("Try again", again, { style: ButtonStyle.Primary }), ...others]),
  });
}

/** Makes the press of "Try again": it opens the form with what was typed before, which the message that was pressed on has kept. */
export function againPress(blanks: readonly Blank[], open: (desk: Desk, values: string[], typed: Typed) => Answer | Modal): Press {
  return async (values, interaction, services) => {
    const desk = await deskOf(interaction, services, libraryCommand);
    return "server" in desk ? open(desk, values, typedIn(interaction, blanks)) : desk;
  };
}

/** The text stands in the description, under its label, the rest in fields. */
function typedEmbed(blanks: readonly Blank[], typed: Typed): APIEmbed {
  const text = textAmong(blanks);
  const fields = blanks.filter((blank) => blank !== text && typed[blank.name]?.trim()).map(({ name, label }) => ({ name: label, value: escapeMarkdown(typed[name]!) }));
  return { color: ivory, title: text.label, description: escapeMarkdown(typed[text.name] ?? ""), fields };
}

function typedIn({ message }: MessageComponentInteraction, blanks: readonly Blank[]): Typed {
  const embed = message.embeds[0];
  const text = textAmong(blanks);
  const words = (blank: Blank) => (blank === text ? embed?.description : embed?.fields.find(({ name }) => name === blank.label)?.value) ?? "";
  return Object.fromEntries(blanks.map((blank) => [blank.name, withoutEscapes(words(blank))]));
}

function textAmong(blanks: readonly Blank[]): Blank {
  return blanks.reduce((one, other) => (other.longest > one.longest ? other : one));
}

/** Takes back what `escapeMarkdown` did, which puts a backslash before one character or another and before each backslash. */
function withoutEscapes(markdown: string): string {
  return markdown.replace(/\\([^])/g, "$1");
}

/** The lines of a field that holds several things, without empty ones. */
export function linesOf(text = ""): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** The addresses of a field of sources, "https://" put before those that were typed without. What is no address stays, for the schema to refuse. */
export function sourcesOf(text?: string): string[] {
  return linesOf(text).map((line) => (/^https?:/i.test(line) ? line : (webAddress(line) ?? line)));
}

/** A title, and its year where that stands behind it in brackets: "The Third Man (1949)". */
export function readTitle(text: string): { title: string; year?: number } {
  const whole = text.trim();
  const at = whole.lastIndexOf("(");
  const inBrackets = /^\((\d{4})\)$/.exec(whole.slice(Math.max(0, at)));
  return inBrackets && at > 0 ? { title: whole.slice(0, at).trim(), year: Number(inBrackets[1]) } : { title: whole };
}
