import type { Library } from "./library/library.ts";
import type { Log } from "./log.ts";
import type { Decks } from "./store/decks.ts";
import type { Deliveries } from "./store/deliveries.ts";
import type { Schedules } from "./store/schedules.ts";

/** What the bot works with. index.ts makes these, and tests make others. */
export interface Services {
  library: Library;
  decks: Decks;
  schedules: Schedules;
  deliveries: Deliveries;
  /** The clock, in epoch milliseconds. */
  now: () => number;
  log: Log;
}
