import type { Command, MessageCommand } from "../discord/command.ts";
import { about } from "./about.ts";
import { daily } from "./daily/index.ts";
import { director } from "./director.ts";
import { film } from "./film.ts";
import { help } from "./help.ts";
import { interview } from "./interview.ts";
import { library } from "./library/index.ts";
import { misquote } from "./misquote.ts";
import { quote } from "./quote.ts";

/** Everything a member can type, and do with a message. */
export const commands: readonly (Command | MessageCommand)[] = [quote, film, director, interview, daily, library, help, about, misquote];
