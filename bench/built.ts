/** What is measured is what a host runs: the program as built into dist. Its types are those of the source. */
export const { createBot } = await built<typeof import("../src/bot.ts")>("bot.js");
export const { loadLibrary } = await built<typeof import("../src/library/load.ts")>("library/load.js");
export const { createLog } = await built<typeof import("../src/log.ts")>("log.js");
export const { openDatabase } = await built<typeof import("../src/store/database.ts")>("store/database.js");
export const { createDecks } = await built<typeof import("../src/store/decks.ts")>("store/decks.js");
export const { startPlayground } = await built<typeof import("../src/playground/playground.ts")>("playground/playground.js");

async function built<Module>(file: string): Promise<Module> {
  return (await import(new URL(`../dist/${file}`, import.meta.url).href)) as Module;
}
