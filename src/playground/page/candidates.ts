/** What may stand in an option that is not free text: its choices, True and False, people, channels, roles. */
import { ApplicationCommandOptionType } from "discord-api-types/v10";
import type { APIApplicationCommandBasicOption } from "discord-api-types/v10";
import type { OptionValue, Scene } from "../protocol.ts";
import { nameOf } from "./people.ts";

/** A value and how it is shown. */
export interface Candidate {
  name: string;
  value: OptionValue;
}

/** Gives everything that may stand in an option, or undefined when it takes what is typed. */
export function candidatesOf(option: APIApplicationCommandBasicOption, scene: Scene): Candidate[] | undefined {
  if ("choices" in option && option.choices && option.choices.length > 0) {
    return option.choices.map(({ name, value }) => ({ name, value }));
  }
  switch (option.type) {
    case ApplicationCommandOptionType.Boolean:
      return [
        { name: "True", value: true },
        { name: "False", value: false },
      ];
    case ApplicationCommandOptionType.User:
      return people(scene);
    case ApplicationCommandOptionType.Role:
      return roles(scene);
    case ApplicationCommandOptionType.Mentionable:
      return [...people(scene), ...roles(scene)];
    case ApplicationCommandOptionType.Channel:
      return channels(scene, option.channel_types);
    default:
      return undefined;
  }
}

/** Everyone in the server, as "@name". */
export function people(scene: Scene): Candidate[] {
  return scene.users.map((user) => ({ name: `@${nameOf(user)}`, value: user.id }));
}

/** The server's roles as "@name", the one that everyone has among them. */
export function roles(scene: Scene): Candidate[] {
  return scene.guild.roles.map(({ id, name }) => ({ name: id === scene.guild.id ? name : `@${name}`, value: id }));
}

/** The server's channels, of some types or of all, as "#name". */
export function channels(scene: Scene, types?: readonly number[]): Candidate[] {
  return scene.channels
    .filter((channel) => "guild_id" in channel && (!types || types.length === 0 || types.includes(channel.type)))
    .map(({ id, name }) => ({ name: `#${name ?? id}`, value: id }));
}

/** Gives the candidates that fit what is typed, those that begin with it first. */
export function matchingCandidates(candidates: Candidate[], typed: string): Candidate[] {
  const query = plain(typed);
  const begins = candidates.filter(({ name }) => plain(name).startsWith(query));
  return [...begins, ...candidates.filter((each) => !begins.includes(each) && plain(each.name).includes(query))];
}

/** Gives the candidate of exactly this name or value, if there is one. */
export function exactCandidate(candidates: Candidate[], typed: string): Candidate | undefined {
  return (
    candidates.find(({ name }) => plain(name) === plain(typed)) ?? candidates.find(({ value }) => String(value) === typed.trim())
  );
}

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/^[@#]/, "");
}
