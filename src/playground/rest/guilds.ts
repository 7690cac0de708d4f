/** The server: its channels, roles and members. */
import { ChannelType } from "discord-api-types/v10";
import { Hono } from "hono";
import { describeMember, describeServer } from "../describe.ts";
import { refuse } from "../refusals.ts";
import type { World } from "../world.ts";

export function guildRoutes(world: World): Hono {
  const routes = new Hono();

  // Of "/guilds/1" itself, too. A server that the bot was removed from is as unknown to it as one that never was.
  routes.use("/guilds/:guild/*", async (context, next) => {
    if (context.req.param("guild") !== world.server.id || !world.invited) throw refuse.unknownGuild();
    return next();
  });

  routes.get("/users/@me/guilds", (context) => context.json(world.invited ? [{ ...describeServer(world), owner: false, permissions: "0" }] : []));
  routes.get("/guilds/:guild", (context) => context.json(describeServer(world)));
  routes.get("/guilds/:guild/channels", (context) => {
    const channels = [...world.places.values()].filter(({ type }) => type === ChannelType.GuildText);
    return context.json(channels.map((place) => world.describe(place)));
  });
  routes.get("/guilds/:guild/roles", (context) => context.json(world.server.roles));
  routes.get("/guilds/:guild/roles/:role", (context) => {
    const role = world.server.roles.find(({ id }) => id === context.req.param("role"));
    return role ? context.json(role) : context.json({ code: 10_011, message: "Unknown Role" }, 404);
  });
  routes.get("/guilds/:guild/members/:member", (context) => {
    const wanted = context.req.param("member");
    const member = world.members.get(wanted === "@me" ? world.bot.id : wanted);
    if (!member) throw refuse.unknownMember();
    return context.json({ ...describeMember(member), user: member.user });
  });
  routes.get("/users/:user", (context) => {
    const member = world.members.get(context.req.param("user"));
    if (!member) throw refuse.unknownUser();
    return context.json(member.user);
  });
  return routes;
}
