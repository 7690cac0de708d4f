/** Measures the bot inside this process, which was started under the program's own flags of node. */
import { openDiscord } from "./discord.ts";
import { measureInside } from "./inside.ts";

const discord = await openDiscord();
console.log(await measureInside(discord));
await discord.close();
