import type { Library } from "./library/library.ts";
import type { Log } from "./log.ts";
import type { Decks } from "./store/decks.ts";

/** What the commands work with. index.ts makes these, and tests make others. */
export interface Services {
  library: Library;
  decks: Decks;
  log: Log;
}
