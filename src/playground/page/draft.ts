/** A command being filled in: which options stand in the message box, and what is in them. */
import { ApplicationCommandOptionType } from "discord-api-types/v10";
import type { APIApplicationCommandBasicOption } from "discord-api-types/v10";
import type { OptionValue, Scene } from "../protocol.ts";
import { candidatesOf, exactCandidate } from "./candidates.ts";
import type { CommandEntry } from "./commandEntries.ts";

/** What an option may hold: of an attachment, the file. */
export type ChipValue = OptionValue | File;

/** One option in the message box. `value` is there when it was picked rather than typed. */
export interface Chip {
  option: APIApplicationCommandBasicOption;
  text: string;
  value?: ChipValue;
}

export interface Draft {
  entry: CommandEntry;
  chips: Chip[];
}

/** What keeps a draft from being run. */
export interface Problem {
  option: string;
  text: string;
}

/**
 * Begins a command: with its required options, or else with the one that people fill by just typing on. `typed` is what
 * followed the command's name: "name:value" pairs go where they say, all other words to the first string option.
 */
export function startDraft(entry: CommandEntry, typed = ""): Draft {
  const main = mainOption(entry);
  const required = entry.options.filter((option) => option.required);
  const shown = required.length > 0 ? required : main ? [main] : [];
  let draft: Draft = { entry, chips: shown.map((option) => ({ option, text: "" })) };
  const { words, named } = splitTyped(typed, entry);
  if (words !== "" && main) draft = fillChip(addChip(draft, main), main.name, words);
  for (const [option, text] of named) draft = fillChip(addChip(draft, option), option.name, text);
  return draft;
}

/** Gives the draft that a line such as "/film beanpole" is, or undefined while no command's name is complete. */
export function readDraft(line: string, entries: CommandEntry[]): Draft | undefined {
  const entry = entries
    .filter(({ name }) => line.startsWith(`/${name} `) || line === `/${name}`)
    .sort((a, b) => b.name.length - a.name.length)[0];
  return entry && startDraft(entry, line.slice(entry.name.length + 2));
}

/** Gives the draft of a command that was typed to its last letter and needs nothing more: it runs without a second Enter. */
export function readWholeCommand(line: string, entries: CommandEntry[], scene: Scene): Draft | undefined {
  const draft = readDraft(line.trimEnd(), entries);
  return draft && "options" in finishDraft(draft, scene) ? draft : undefined;
}

/** The option that plain words fill: the first required string, or else the first string, or else the first at all. */
function mainOption({ options }: CommandEntry): APIApplicationCommandBasicOption | undefined {
  return options.find((option) => option.required && isString(option)) ?? options.find(isString) ?? options.find(({ required }) => required);
}

function isString({ type }: APIApplicationCommandBasicOption): boolean {
  return type === ApplicationCommandOptionType.String;
}

function splitTyped(typed: string, entry: CommandEntry): { words: string; named: [APIApplicationCommandBasicOption, string][] } {
  const words: string[] = [];
  const named: [APIApplicationCommandBasicOption, string][] = [];
  for (const word of typed.trim().split(/\s+/)) {
    const colon = word.indexOf(":");
    const option = colon > 0 ? entry.options.find(({ name }) => name === word.slice(0, colon)) : undefined;
    const last = named.at(-1);
    if (option) named.push([option, word.slice(colon + 1)]);
    else if (last) last[1] = `${last[1]} ${word}`.trim();
    else words.push(word);
  }
  return { words: words.join(" "), named };
}

/** The options that could still be added. */
export function openOptions({ entry, chips }: Draft): APIApplicationCommandBasicOption[] {
  return entry.options.filter((option) => !chips.some((chip) => chip.option.name === option.name));
}

/** Puts one more option into the box; one that is there already stays as it is. */
export function addChip(draft: Draft, option: APIApplicationCommandBasicOption): Draft {
  if (!openOptions(draft).includes(option)) return draft;
  return { ...draft, chips: [...draft.chips, { option, text: "" }] };
}

/**
 * Gives the option that somebody names by typing "name:" at the end of another option's text, and what stands before it;
 * nothing where the text ends otherwise.
 */
export function optionNamedIn(text: string, { entry }: Draft): { option: APIApplicationCommandBasicOption; before: string } | undefined {
  const word = text.slice(text.lastIndexOf(" ") + 1);
  const option = entry.options.find(({ name }) => word === `${name}:`);
  return option && { option, before: text.slice(0, text.length - word.length).trim() };
}

/** Fills an option with what was typed, or with a value that was picked. */
export function fillChip(draft: Draft, name: string, text: string, value?: ChipValue): Draft {
  const fill = (chip: Chip): Chip => {
    if (chip.option.name !== name) return chip;
    return value === undefined ? { option: chip.option, text } : { option: chip.option, text, value };
  };
  return { ...draft, chips: draft.chips.map(fill) };
}

/**
 * What Backspace does in an empty place: an optional option goes, else the focus moves back. `focused` is an option's name,
 * or "" behind them all. Gives what is left and where the focus goes, or undefined when the command itself goes.
 */
export function eraseBefore(draft: Draft, focused: string): { draft: Draft; focused: string } | undefined {
  const index = focused === "" ? draft.chips.length : draft.chips.findIndex(({ option }) => option.name === focused);
  const previous = draft.chips[index - 1]?.option.name;
  const chip = draft.chips[index];
  if (chip && !chip.option.required) {
    return { draft: { ...draft, chips: draft.chips.filter((each) => each !== chip) }, focused: previous ?? "" };
  }
  return previous === undefined ? undefined : { draft, focused: previous };
}

/** Gives the values to run the command with, or what is wrong with the first option that is. Empty optional options are left out. */
export function finishDraft({ entry, chips }: Draft, scene: Scene): { options: Record<string, ChipValue> } | { problem: Problem } {
  const options: Record<string, ChipValue> = {};
  for (const option of entry.options) {
    const chip = chips.find((each) => each.option.name === option.name);
    if (!chip || (chip.value === undefined && chip.text.trim() === "")) {
      if (option.required) return { problem: { option: option.name, text: "This option is required. Give it a value." } };
      continue;
    }
    const read = chip.value === undefined ? readValue(option, chip.text.trim(), scene) : { value: chip.value };
    if ("wrong" in read) return { problem: { option: option.name, text: read.wrong } };
    options[option.name] = read.value;
  }
  return { options };
}

/**
 * Gives the draft with a file in its attachment option: in the one that is focused, or else in the first that is empty,
 * which joins the others when it isn't there yet. Nothing when the command takes no file, or has one already.
 */
export function takeFile(draft: Draft, focused: string, file: File): Draft | undefined {
  const takes = draft.entry.options.filter(({ type }) => type === ApplicationCommandOptionType.Attachment);
  const isEmpty = ({ name }: Chip["option"]): boolean => !draft.chips.some(({ option, value }) => option.name === name && value !== undefined);
  const option = takes.find(({ name }) => name === focused) ?? takes.find(isEmpty);
  return option && fillChip(addChip(draft, option), option.name, file.name, file);
}

/** Gives the values that can be read so far, for suggestions; the focused option is given as typed, files are left out. */
export function valuesSoFar({ entry, chips }: Draft, focused: string, scene: Scene): Record<string, OptionValue> {
  const typed = chips.find(({ option }) => option.name === focused)?.text ?? "";
  const others = chips.filter(({ option }) => option.name !== focused).flatMap((chip) => {
    const finished = finishDraft({ entry: { ...entry, options: [{ ...chip.option, required: false }] }, chips: [chip] }, scene);
    const read = "options" in finished ? Object.entries(finished.options) : [];
    return read.filter((one): one is [string, OptionValue] => !(one[1] instanceof File));
  });
  return { ...Object.fromEntries(others), [focused]: typed };
}

function readValue(option: APIApplicationCommandBasicOption, typed: string, scene: Scene): { value: OptionValue } | { wrong: string } {
  const candidates = candidatesOf(option, scene);
  if (candidates) {
    const candidate = exactCandidate(candidates, typed);
    return candidate ? { value: candidate.value } : { wrong: "Choose one of the list." };
  }
  if (option.type === ApplicationCommandOptionType.String) {
    if (typed.length < (option.min_length ?? 0)) return { wrong: `Must be at least ${option.min_length} characters long.` };
    if (typed.length > (option.max_length ?? 6000)) return { wrong: `Must be at most ${option.max_length ?? 6000} characters long.` };
    return { value: typed };
  }
  if (option.type === ApplicationCommandOptionType.Integer || option.type === ApplicationCommandOptionType.Number) {
    const value = Number(typed);
    const whole = option.type === ApplicationCommandOptionType.Integer;
    if (!Number.isFinite(value)) return { wrong: "Must be a number." };
    if (whole && !Number.isSafeInteger(value)) return { wrong: "Must be a whole number." };
    if (value < (option.min_value ?? -Infinity)) return { wrong: `Must be at least ${option.min_value}.` };
    if (value > (option.max_value ?? Infinity)) return { wrong: `Must be at most ${option.max_value}.` };
    return { value };
  }
  if (option.type === ApplicationCommandOptionType.Attachment) return { wrong: "Choose a file, or drop one here." };
  return { wrong: "The playground cannot fill in an option of this type." };
}
