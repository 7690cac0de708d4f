import type { MessageComponentInteraction } from "discord.js";
import { afterEach, beforeEach, expect, it } from "vitest";
import { removePresses } from "../../src/commands/daily/remove.ts";
import { resume } from "../../src/daily/plan.ts";
import type { Schedule } from "../../src/daily/schedule.ts";
import type { Here } from "../../src/services.ts";
import { createSchedules, type Schedules } from "../../src/store/schedules.ts";
import { noon, sampleSchedule } from "../store/samples.ts";
import { stores, type StorePlace } from "../stores.ts";

const now = (): number => noon("2026-11-21");

let place: StorePlace;
let schedules: Schedules;
let draft: Schedule;
beforeEach(async () => {
  place = await stores[0]!.makePlace();
  schedules = createSchedules(await place.open());
  draft = (await schedules.add(sampleSchedule({ state: "draft", next: undefined })))!;
});
afterEach(() => place.remove());

/** A moderator's press on Cancel. */
async function cancel(kept: Schedules): Promise<string> {
  const interaction = {
    id: "7",
    guildId: draft.server,
    user: { id: draft.createdBy },
    memberPermissions: { has: () => true },
    client: {},
    message: {},
    isCommand: () => false,
    isStringSelectMenu: () => false,
  } as unknown as MessageComponentInteraction;
  const answer = await removePresses["daily-cancel"]([draft.id], interaction, { schedules: kept, now } as unknown as Here);
  return "content" in answer ? answer.content! : "";
}

it("takes a draft away", async () => {
  expect(await cancel(schedules)).toContain("Cancelled: nothing is set up.");
  expect(await schedules.find(draft.id)).toBeUndefined();
});

it("leaves alone what is started while it looks", async () => {
  const find = async (id: string): Promise<Schedule | undefined> => {
    const found = await schedules.find(id);
    await schedules.change(id, (one) => resume(one, now()));
    return found;
  };
  expect(await cancel({ ...schedules, find })).toContain("was started already.");
  expect(await schedules.find(draft.id)).toMatchObject({ state: "running" });
});
