/** Where the gateway is, and who the application and its bot are. */
import { Hono } from "hono";
import type { World } from "../world.ts";

export function applicationRoutes(world: World): Hono {
  const routes = new Hono();
  const application = () => ({
    id: world.bot.id,
    name: world.bot.username,
    icon: world.bot.avatar,
    description: "",
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: "0".repeat(64),
    flags: 0,
    bot: world.bot,
    owner: world.members.get(world.server.owner)?.user,
    team: null,
    approximate_guild_count: Number(world.invited),
    integration_types_config: { "0": {}, "1": {} },
  });

  routes.get("/gateway", (context) => context.json({ url: world.gatewayUrl }));
  // Sixteen shards may identify at once: with one, a bot would wait five seconds between each of its shards.
  routes.get("/gateway/bot", (context) =>
    context.json({ url: world.gatewayUrl, shards: 1, session_start_limit: { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 16 } }),
  );
  routes.get("/applications/@me", (context) => context.json(application()));
  routes.get("/oauth2/applications/@me", (context) => context.json(application()));
  routes.get("/users/@me", (context) => context.json({ ...world.bot, verified: true, mfa_enabled: false }));
  return routes;
}
