import { createPace, type Pace } from "../../discord/pace.ts";
import type { Services } from "../../services.ts";

/** Reading a text takes a thread of its own: so many at once for each server, and one more every so many milliseconds. */
const burst = 5;
const interval = 12_000;

const paces = new WeakMap<Services["shelves"], Pace>();

/** Whether another text may be read for a server now; if so, it counts. */
export function mayRead(server: string, { shelves, now }: Pick<Services, "shelves" | "now">): boolean {
  let pace = paces.get(shelves);
  if (!pace) paces.set(shelves, (pace = createPace(burst, interval, now)));
  return pace.allows(server);
}
