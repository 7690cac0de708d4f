import type { Schedule } from "../../daily/schedule.ts";
import { card } from "./card.ts";
import { pressOn, type Act, type Desk } from "./desk.ts";
import { unheardRole } from "./notes.ts";

/** The card of a daily post, with a look at whether its role is still heard. */
export const show: Act = async (schedule, desk) => {
  const unheard = await unheardNow(schedule, desk);
  return card(schedule, desk, { notes: unheard === "" ? [] : [unheard] });
};

/** The card can do without it, where Discord cannot say. */
async function unheardNow(schedule: Schedule, desk: Desk): Promise<string> {
  try {
    return await unheardRole(schedule, desk);
  } catch (error) {
    desk.services.log.warn({ schedule: schedule.id, error }, "could not look at the role");
    return "";
  }
}

export const showPresses = {
  /** From the list, from a notice, or back from something else. */
  "daily-show": pressOn(show),
};
