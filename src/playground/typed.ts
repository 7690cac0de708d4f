/** A command line as a member types it: "/quote about: freedom private: true". */
import type { APIApplicationCommand } from "discord-api-types/v10";
import { ApplicationCommandOptionType as Option } from "discord-api-types/v10";
import { findPart } from "./commands.ts";
import { Mistake } from "./mistake.ts";

/**
 * The command with its subcommand, and the options by name. Text before the first "name:" fills the first option.
 * @throws Mistake when the line is no command, or has text that no option takes.
 */
export function readLine(line: string, find: (name: string) => APIApplicationCommand): { command: string; options: Record<string, string> } {
  if (!line.startsWith("/")) throw new Mistake("A command begins with a slash.");
  const [name = "", ...words] = line.slice(1).split(" ");
  const command = find(name);
  const path = [name];
  let inside = command.options ?? [];
  for (;;) {
    const next = inside.find((option) => option.name === words[0]);
    if (next?.type !== Option.Subcommand && next?.type !== Option.SubcommandGroup) break;
    path.push(next.name);
    inside = next.options ?? [];
    words.shift();
  }
  const names = findPart(command, path.slice(1).join(" ")).takes.map((option) => option.name);
  const options: Record<string, string> = {};
  let current = names[0];
  for (const word of words) {
    if (word.endsWith(":") && names.includes(word.slice(0, -1))) {
      current = word.slice(0, -1);
      options[current] = "";
    } else if (current !== undefined) {
      options[current] = options[current] ? `${options[current]} ${word}` : word;
    } else if (word !== "") throw new Mistake(`/${path.join(" ")} takes no options.`);
  }
  return { command: path.join(" "), options };
}
