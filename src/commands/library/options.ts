import { ApplicationIntegrationType, ChannelType, InteractionContextType, PermissionFlagsBits, SlashCommandBuilder, type SlashCommandSubcommandBuilder } from "discord.js";
import { libraryCommand } from "./desk.ts";

const longestText = 100;

/** What Discord is told of /library: a command of its own, so that servers can open it to a role. */
export const data = new SlashCommandBuilder()
  .setName(libraryCommand.name)
  .setDescription("This server's own interviews: bring them, look after them")
  .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
  .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
  .setContexts(InteractionContextType.Guild)
  .addSubcommand((add) =>
    add
      .setName("add")
      .setDescription("Bring an interview; nothing is kept before you have seen what I understood")
      .addAttachmentOption((option) => option.setName("file").setDescription("Text, Markdown, a saved web page or subtitles; leave it out to paste a text")),
  )
  .addSubcommand((list) => list.setName("list").setDescription("What this server has of its own, and how much more there is room for"))
  .addSubcommand((show) => interview(show.setName("show").setDescription("One interview, with buttons for all one can do")))
  .addSubcommand((file) => interview(file.setName("export").setDescription("An interview as a file, with its corrections; /library add reads it again")))
  .addSubcommand((remove) => interview(remove.setName("remove").setDescription("Take an interview away; for a week it can be brought back")))
  .addSubcommand((log) => log.setName("log").setDescription("Who did what, and when"))
  .addSubcommand((person) =>
    person
      .setName("person")
      .setDescription("A person's card; write a biography, or change it")
      .addStringOption((option) => option.setName("name").setDescription("Who").setRequired(true).setMaxLength(longestText).setAutocomplete(true)),
  )
  .addSubcommand((film) =>
    film
      .setName("film")
      .setDescription("A film's card; add a film that is not there yet, or change it")
      .addStringOption((option) => option.setName("title").setDescription("Any of its titles, or that of a new one").setRequired(true).setMaxLength(longestText).setAutocomplete(true)),
  )
  .addSubcommand((reports) =>
    reports
      .setName("reports")
      .setDescription("The misquotes that members reported")
      .addChannelOption((option) =>
        option
          .setName("channel")
          .setDescription("Tell new ones here")
          .addChannelTypes(ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.PublicThread, ChannelType.PrivateThread),
      ),
  )
  .toJSON();

function interview(subcommand: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return subcommand.addStringOption((option) =>
    option.setName("interview").setDescription("Its title, or who speaks").setRequired(true).setMaxLength(longestText).setAutocomplete(true),
  );
}
