import type { AutocompleteInteraction, ChatInputCommandInteraction } from "discord.js";
import { completeZones } from "../../daily/zones.ts";
import type { Reply } from "../../discord/answer.ts";
import type { Choice, Command } from "../../discord/command.ts";
import { limits } from "../../discord/limits.ts";
import type { Here } from "../../services.ts";
import { filmChoices, interviewChoices, personChoices } from "../suggestions.ts";
import { add, addPresses } from "./add.ts";
import { changeCommand, changePresses, changeSubmissions, form } from "./change.ts";
import { deskOf } from "../desk.ts";
import { dailyCommand, type Act, type Desk } from "./desk.ts";
import { list, listPresses } from "./list.ts";
import { data } from "./options.ts";
import { pause, pausePresses, resume } from "./pause.ts";
import { postExtra, postNext, postNowCommand, postNowPresses } from "./postNow.ts";
import { preview, previewPresses } from "./preview.ts";
import { remove, removePresses } from "./remove.ts";
import { show, showPresses } from "./show.ts";
import { skipCommand, skipNext, skipPresses } from "./skip.ts";
import { actOnNamed, pickPress } from "./which.ts";

/** What a menu of daily posts can lead to. */
const acts: Record<string, Act> = { show, change: form, pause, resume, skip: skipNext, preview, "post-extra": postExtra, "post-next": postNext, remove };

/** The daily posts of a server: for its moderators, and only they see the answers. */
export const daily: Command = {
  data,
  hidden: true,
  execute: async (interaction, services) => {
    const desk = await deskOf(interaction, services, dailyCommand);
    return "server" in desk ? run(interaction, desk) : desk;
  },
  autocomplete: complete,
  presses: {
    ...addPresses,
    ...changePresses,
    ...listPresses,
    ...pausePresses,
    ...postNowPresses,
    ...previewPresses,
    ...removePresses,
    ...showPresses,
    ...skipPresses,
    "daily-pick": pickPress(acts),
  },
  submissions: changeSubmissions,
};

function run(interaction: ChatInputCommandInteraction, desk: Desk): Reply | Promise<Reply> {
  const subcommand = interaction.options.getSubcommand();
  switch (subcommand) {
    case "add":
      return add(interaction, desk);
    case "list":
      return list(desk, 0);
    case "change":
      return changeCommand(interaction, desk);
    case "skip":
      return skipCommand(interaction, desk);
    case "post-now":
      return postNowCommand(interaction, desk);
    default:
      return actOnNamed(interaction, desk, acts[subcommand] ?? show, subcommand);
  }
}

function complete(interaction: AutocompleteInteraction, here: Here): Choice[] {
  const { name, value } = interaction.options.getFocused(true);
  if (name === "person") return personChoices(value, here.library);
  if (name === "film") return filmChoices(value, here.library);
  if (name === "interview") return interviewChoices(value, here);
  return completeZones(value, here.now(), limits.choices).map(({ zone, label }) => ({ name: label, value: zone }));
}
