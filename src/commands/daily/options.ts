import {
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  SlashCommandBuilder,
  type SlashCommandSubcommandBuilder,
} from "discord.js";
import { schedulesPerServer } from "../../daily/schedule.ts";
import { dailyCommand } from "./desk.ts";

/** Where a message can be posted and is read by members. */
const channelTypes = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
] as const;

/** What `without` can take away. */
const takenAway = ["role", "person", "film", "interview", "filters"] as const;

const longestText = 100;

/** What Discord is told of /daily: a command of its own, so that servers can open it to a role. */
export const data = new SlashCommandBuilder()
  .setName(dailyCommand.name)
  .setDescription("Daily posts: a film-maker's words, every day at the hour you choose")
  .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
  .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
  .setContexts(InteractionContextType.Guild)
  .addSubcommand((add) => extras(when(channel(add.setName("add").setDescription("Set up a daily post; nothing is posted until you press Start"), true), true)))
  .addSubcommand((list) => list.setName("list").setDescription("All daily posts: the next quote, the last post, what is wrong"))
  .addSubcommand((show) => number(show.setName("show").setDescription("One daily post, with buttons for all one can do")))
  .addSubcommand((change) =>
    extras(when(channel(number(change.setName("change").setDescription("Change a daily post; with no option but its number, in a form")), false), false)).addStringOption((option) =>
      option
        .setName("without")
        .setDescription("What to take away")
        .addChoices(takenAway.map((value) => ({ name: value === "filters" ? "person, film and interview" : `the ${value}`, value }))),
    ),
  )
  .addSubcommand((pause) => number(pause.setName("pause").setDescription("Let a daily post rest until you resume it")))
  .addSubcommand((resume) => number(resume.setName("resume").setDescription("Let a paused daily post go on")))
  .addSubcommand((skip) =>
    number(skip.setName("skip").setDescription("Leave out the next date, one you name, or all until one you name"))
      .addStringOption((option) => option.setName("date").setDescription("The date to leave out: tomorrow, 24 Dec, 2026-12-24").setMaxLength(longestText))
      .addStringOption((option) => option.setName("until").setDescription("The date to post again on: 2 Jan").setMaxLength(longestText)),
  )
  .addSubcommand((preview) => number(preview.setName("preview").setDescription("Look at the next quotes; put one off, or never show it")))
  .addSubcommand((post) =>
    number(post.setName("post-now").setDescription("Post at once; what is planned stays as it is")).addBooleanOption((option) =>
      option.setName("instead").setDescription("Post the next planned one now, instead of at its time"),
    ),
  )
  .addSubcommand((remove) => number(remove.setName("remove").setDescription("Take a daily post away for good; asks once more")))
  .toJSON();

function number(subcommand: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return subcommand.addIntegerOption((option) =>
    option.setName("number").setDescription("Which one, where there are several").setMinValue(1).setMaxValue(schedulesPerServer),
  );
}

function channel(subcommand: SlashCommandSubcommandBuilder, required: boolean): SlashCommandSubcommandBuilder {
  return subcommand.addChannelOption((option) => option.setName("channel").setDescription("Where to post").setRequired(required).addChannelTypes(...channelTypes));
}

function when(subcommand: SlashCommandSubcommandBuilder, required: boolean): SlashCommandSubcommandBuilder {
  return subcommand
    .addStringOption((option) => option.setName("time").setDescription("The hour there: 9:00, 21.30, 9am, noon").setRequired(required).setMaxLength(longestText))
    .addStringOption((option) =>
      option.setName("timezone").setDescription("A city or a zone: Paris, Eastern Time").setRequired(required).setMaxLength(longestText).setAutocomplete(true),
    )
    .addStringOption((option) => option.setName("days").setDescription("Every day if left out: weekdays, mon wed fri").setMaxLength(longestText));
}

function extras(subcommand: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return subcommand
    .addStringOption((option) => option.setName("person").setDescription("Only quotes by or about this person").setMaxLength(longestText).setAutocomplete(true))
    .addStringOption((option) => option.setName("film").setDescription("Only quotes about this film").setMaxLength(longestText).setAutocomplete(true))
    .addStringOption((option) => option.setName("interview").setDescription("Only quotes from this interview").setMaxLength(longestText).setAutocomplete(true))
    .addRoleOption((option) => option.setName("role").setDescription("The one role that each post mentions"))
    .addBooleanOption((option) => option.setName("thread").setDescription("Open a thread under each post"))
    .addBooleanOption((option) => option.setName("silent").setDescription("Post without a notification"));
}
