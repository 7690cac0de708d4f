import type { AutocompleteInteraction, ChatInputCommandInteraction } from "discord.js";
import type { Reply } from "../../discord/answer.ts";
import type { Choice, Command } from "../../discord/command.ts";
import type { Here } from "../../services.ts";
import { deskOf } from "../desk.ts";
import { filmChoices, personChoices } from "../suggestions.ts";
import { libraryCommand, type Desk } from "./desk.ts";
import { add, addPresses, addSubmissions } from "./add.ts";
import { exportFile, exportPresses } from "./export.ts";
import { film, filmPresses } from "./film.ts";
import { filmFormPresses, filmFormSubmissions } from "./filmForm.ts";
import { hiddenPresses } from "./hidden.ts";
import { list, listPresses } from "./list.ts";
import { log, logPresses } from "./log.ts";
import { data } from "./options.ts";
import { person, personPresses } from "./person.ts";
import { personFormPresses, personFormSubmissions } from "./personForm.ts";
import { remove, removePresses } from "./remove.ts";
import { reportPresses, reports, reportSubmissions } from "./reports.ts";
import { show, showPresses } from "./show.ts";
import { actOnNamed, ownInterviewChoices, pickPress, type Act } from "./which.ts";

/** What a menu of interviews can lead to. */
const acts: Record<string, Act> = { show, export: exportFile, remove };

/** What a server's library has of its own: for its moderators, and only they see the answers. */
export const library: Command = {
  data,
  hidden: true,
  execute: async (interaction, services) => {
    const desk = await deskOf(interaction, services, libraryCommand);
    return "server" in desk ? run(interaction, desk) : desk;
  },
  autocomplete: complete,
  presses: {
    ...addPresses,
    ...exportPresses,
    ...filmFormPresses,
    ...filmPresses,
    ...hiddenPresses,
    ...listPresses,
    ...logPresses,
    ...personFormPresses,
    ...personPresses,
    ...removePresses,
    ...reportPresses,
    ...showPresses,
    "library-pick": pickPress(acts),
  },
  submissions: { ...addSubmissions, ...filmFormSubmissions, ...personFormSubmissions, ...reportSubmissions },
};

function run(interaction: ChatInputCommandInteraction, desk: Desk): Reply | Promise<Reply> {
  const subcommand = interaction.options.getSubcommand();
  switch (subcommand) {
    case "add":
      return add(interaction, desk);
    case "list":
      return list(desk, 0);
    case "log":
      return log(desk, 0);
    case "person":
      return person(interaction, desk);
    case "film":
      return film(interaction, desk);
    case "reports":
      return reports(interaction, desk);
    default:
      return actOnNamed(interaction, desk, acts[subcommand] ?? show, subcommand);
  }
}

function complete(interaction: AutocompleteInteraction, here: Here): Choice[] {
  const { name, value } = interaction.options.getFocused(true);
  if (name === "name") return personChoices(value, here.library);
  if (name === "title") return filmChoices(value, here.library);
  return ownInterviewChoices(value, here, interaction.options.getSubcommand() === "export");
}
