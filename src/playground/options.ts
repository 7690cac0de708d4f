/** What a person fills into a command's options, checked as Discord's window checks it before anything is sent. */
import {
  ApplicationCommandOptionType as Option,
  type APIApplicationCommandBasicOption,
  type APIInteractionDataResolved,
} from "discord-api-types/v10";
import { describeMember } from "./describe.ts";
import { storeFile, type StoredFile } from "./files.ts";
import { Mistake } from "./mistake.ts";
import { lengthOf } from "./payloads/form.ts";
import type { OptionValue } from "./protocol.ts";
import type { World } from "./world.ts";

export type OptionInput = OptionValue | StoredFile;

export interface FilledOption {
  type: number;
  name: string;
  value: string | number | boolean;
  focused?: boolean;
}

export interface Filled {
  options: FilledOption[];
  resolved: APIInteractionDataResolved;
}

/** Everything that Discord sends along for the ids in options and menus. */
type Resolved = { [Kind in keyof APIInteractionDataResolved]: Record<string, unknown> };

/**
 * Options as they travel.
 * @throws Mistake when one is unknown, missing, of the wrong type or out of its bounds.
 */
export function fillOptions(world: World, user: string, takes: APIApplicationCommandBasicOption[], given: Record<string, OptionInput>): Filled {
  checkNames(takes, given);
  const resolved: Resolved = {};
  const options = takes.flatMap((option) => {
    const input = given[option.name];
    // An option that was opened and left empty is not sent.
    if (input === undefined || input === "") {
      if (option.required) throw new Mistake(`"${option.name}" is required.`);
      return [];
    }
    return [{ type: option.type, name: option.name, value: fill(world, user, option, input, resolved) }];
  });
  return { options, resolved: resolved as APIInteractionDataResolved };
}

/**
 * Options while one of them is being typed: nothing needs to be complete or right yet.
 * @throws Mistake when one is unknown, or the focused one has no suggestions.
 */
export function fillFocused(takes: APIApplicationCommandBasicOption[], given: Record<string, OptionInput>, focused: string): FilledOption[] {
  checkNames(takes, { ...given, [focused]: "" });
  const option = takes.find(({ name }) => name === focused);
  if (!option || !("autocomplete" in option) || !option.autocomplete) throw new Mistake(`"${focused}" has no suggestions.`);
  return takes.flatMap(({ name, type }) => {
    const input = given[name];
    if (name === focused) return [{ type, name, value: typeof input === "object" ? "" : String(input ?? ""), focused: true }];
    return input === undefined || typeof input === "object" ? [] : [{ type, name, value: input }];
  });
}

function checkNames(takes: APIApplicationCommandBasicOption[], given: Record<string, OptionInput>): void {
  for (const name of Object.keys(given)) {
    if (!takes.some((option) => option.name === name)) throw new Mistake(`There is no option "${name}".`);
  }
}

function fill(world: World, user: string, option: APIApplicationCommandBasicOption, input: OptionInput, resolved: Resolved): FilledOption["value"] {
  const wrong = (wanted: string) => new Mistake(`"${option.name}" must be ${wanted}.`);
  if (option.type === Option.Attachment) {
    if (typeof input !== "object") throw wrong("a file");
    const file = { ...storeFile(world, user, input), ephemeral: true };
    (resolved.attachments ??= {})[file.id] = file;
    return file.id;
  }
  if (typeof input === "object") throw wrong("something other than a file");
  switch (option.type) {
    case Option.String: {
      if (typeof input !== "string") throw wrong("text");
      const value = choiceOf(option, input);
      const length = lengthOf(value);
      if (length < (option.min_length ?? 0)) throw wrong(`at least ${option.min_length} characters long`);
      if (length > (option.max_length ?? 6000)) throw wrong(`${option.max_length ?? 6000} characters or fewer`);
      return value;
    }
    case Option.Integer:
    case Option.Number: {
      const value = typeof input === "string" && input.trim() !== "" ? Number(choiceOf(option, input)) : input;
      if (typeof value !== "number" || !Number.isFinite(value)) throw wrong("a number");
      if (option.type === Option.Integer && !Number.isSafeInteger(value)) throw wrong("a whole number");
      choiceOf(option, value);
      if (value < (option.min_value ?? -Infinity)) throw wrong(`${option.min_value} or more`);
      if (value > (option.max_value ?? Infinity)) throw wrong(`${option.max_value} or less`);
      return value;
    }
    case Option.Boolean:
      if (input === true || input === "true" || input === "True") return true;
      if (input === false || input === "false" || input === "False") return false;
      throw wrong("true or false");
    default:
      return pick(world, option, String(input), resolved, wrong);
  }
}

/** The value of a choice, which a person may name by what they read. Any value, where there are no choices. */
function choiceOf<Value extends string | number>(option: { name: string; choices?: { name: string; value: string | number }[] }, input: Value): Value {
  if (!option.choices?.length) return input;
  const found = option.choices.find(({ name, value }) => value === input || name === input || String(value) === input);
  if (!found) throw new Mistake(`"${option.name}" must be one of: ${option.choices.map(({ name }) => name).join(", ")}.`);
  return found.value as Value;
}

/** A person, channel or role, by id or by name. */
function pick(world: World, option: APIApplicationCommandBasicOption, input: string, resolved: Resolved, wrong: (wanted: string) => Mistake): string {
  const called = input.replace(/^[@#]/, "").toLowerCase();
  const takes = (...types: number[]) => types.includes(option.type);
  const member = [...world.members.values()].find(({ user }) => user.id === input || user.username.toLowerCase() === called);
  if (takes(Option.User, Option.Mentionable) && member) {
    resolveUser(world, member.user.id, resolved);
    return member.user.id;
  }
  const role = world.server.roles.find(({ id, name }) => id === input || name.replace(/^@/, "").toLowerCase() === called);
  if (takes(Option.Role, Option.Mentionable) && role) {
    (resolved.roles ??= {})[role.id] = role;
    return role.id;
  }
  const place = [...world.places.values()].find(({ id, name }) => id === input || name === called);
  const fits = place && (option.type !== Option.Channel || !option.channel_types?.length || option.channel_types.some((type) => type === place.type));
  if (takes(Option.Channel) && place && fits) {
    resolveChannel(world, place.id, resolved);
    return place.id;
  }
  throw wrong(takes(Option.Channel) ? "a channel of the right kind" : takes(Option.Role) ? "a role" : "someone in the server");
}

/** Adds someone to what is sent along. */
export function resolveUser(world: World, id: string, resolved: Resolved): void {
  const member = world.members.get(id);
  if (!member) throw new Mistake("There is nobody with that id.");
  (resolved.users ??= {})[id] = member.user;
  (resolved.members ??= {})[id] = { ...describeMember(member), permissions: "0" };
}

/** Adds a channel to what is sent along. */
export function resolveChannel(world: World, id: string, resolved: Resolved): void {
  const place = world.place(id);
  (resolved.channels ??= {})[id] = { ...world.describe(place), permissions: world.permissions(world.bot.id, place).toString() };
}
