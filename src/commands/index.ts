import type { Command, MessageCommand } from "../discord/command.ts";
import { about } from "./about.ts";
import { daily } from "./daily/index.ts";
import { director } from "./director.ts";
import { film } from "./film.ts";
import { help } from "./help.ts";
import { interview } from "./interview.ts";
import { quote } from "./quote.ts";

/** Everything a member can type. */
export const commands: readonly (Command | MessageCommand)[] = [quote, film, director, interview, daily, help, about];
