/** The application, its bot, and its commands. */
import { Hono } from "hono";
import { ApplicationCommandType, type APIApplicationCommand } from "discord-api-types/v10";
import { tidy } from "../messages.ts";
import { command, commands, type CommandOptionPayload, type CommandPayload } from "../payloads/commands.ts";
import { checkForm } from "../payloads/form.ts";
import { refuse } from "../refusals.ts";
import type { World } from "../world.ts";
import { readBody } from "./body.ts";

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
    approximate_guild_count: 1,
    integration_types_config: { "0": {}, "1": {} },
  });

  routes.get("/gateway", (context) => context.json({ url: world.gatewayUrl }));
  routes.get("/gateway/bot", (context) =>
    context.json({ url: world.gatewayUrl, shards: 1, session_start_limit: { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 1 } }),
  );
  routes.get("/applications/@me", (context) => context.json(application()));
  routes.get("/oauth2/applications/@me", (context) => context.json(application()));
  routes.get("/users/@me", (context) => context.json({ ...world.bot, verified: true, mfa_enabled: false }));

  for (const path of ["/applications/:application/commands", "/applications/:application/guilds/:guild/commands"]) {
    const register = (scope: string, list: APIApplicationCommand[]) => {
      world.commands.set(scope, list);
      world.announce({ kind: "commands", commands: [...world.commands.values()].flat() });
    };
    const scopeOf = (application: string, guild: string | undefined): string => {
      if (application !== world.bot.id) throw refuse.unknownApplication();
      if (guild !== undefined && guild !== world.server.id) throw refuse.missingAccess();
      return guild ?? "global";
    };
    const registered = (scope: string) => world.commands.get(scope) ?? [];

    routes.get(path, (context) => context.json(registered(scopeOf(context.req.param("application") ?? "", context.req.param("guild")))));

    routes.put(path, async (context) => {
      const scope = scopeOf(context.req.param("application") ?? "", context.req.param("guild"));
      const { body } = await readBody(context);
      const before = registered(scope);
      const list = checkForm(commands, body).map((payload) => enter(world, scope, payload, before.find(sameAs(payload))));
      register(scope, list);
      return context.json(list);
    });

    routes.post(path, async (context) => {
      const scope = scopeOf(context.req.param("application") ?? "", context.req.param("guild"));
      const payload = checkForm(command, (await readBody(context)).body);
      const before = registered(scope);
      const old = before.find(sameAs(payload));
      if (!old && before.filter(({ type }) => type === payload.type).length >= 100) {
        throw refuse.invalidForm({ path: ["name"], code: "APPLICATION_COMMANDS_MAX", message: "Maximum number of application commands reached (100)." });
      }
      const entered = enter(world, scope, payload, old);
      register(scope, [...before.filter((one) => one !== old), entered]);
      return context.json(entered, old ? 200 : 201);
    });

    const find = (scope: string, id: string | undefined): APIApplicationCommand => {
      const found = registered(scope).find((one) => one.id === id);
      if (!found) throw refuse.unknownCommand();
      return found;
    };

    routes.get(`${path}/:command`, (context) =>
      context.json(find(scopeOf(context.req.param("application") ?? "", context.req.param("guild")), context.req.param("command"))),
    );

    routes.patch(`${path}/:command`, async (context) => {
      const scope = scopeOf(context.req.param("application") ?? "", context.req.param("guild"));
      const old = find(scope, context.req.param("command"));
      const { body } = await readBody(context);
      const payload = checkForm(command, { ...old, ...(body as object) });
      const entered = enter(world, scope, payload, old);
      register(scope, registered(scope).map((one) => (one === old ? entered : one)));
      return context.json(entered);
    });

    routes.delete(`${path}/:command`, (context) => {
      const scope = scopeOf(context.req.param("application") ?? "", context.req.param("guild"));
      const old = find(scope, context.req.param("command"));
      register(scope, registered(scope).filter((one) => one !== old));
      return context.body(null, 204);
    });
  }
  return routes;
}

const sameAs = (payload: CommandPayload) => (one: APIApplicationCommand) => one.name === payload.name && one.type === payload.type;

/** A command as Discord keeps it: with an id, which it holds on to, and a version, which changes with it. */
function enter(world: World, scope: string, payload: CommandPayload, old: APIApplicationCommand | undefined): APIApplicationCommand {
  const options = payload.type === ApplicationCommandType.ChatInput && payload.options?.length ? { options: payload.options.map(plain) } : {};
  const entered = {
    id: old?.id ?? world.ids.next(),
    application_id: world.bot.id,
    ...(scope === "global" ? {} : { guild_id: scope }),
    type: payload.type,
    name: payload.name,
    name_localizations: payload.name_localizations ?? null,
    description: payload.description ?? "",
    description_localizations: (payload.type === ApplicationCommandType.ChatInput ? payload.description_localizations : null) ?? null,
    ...options,
    default_member_permissions: payload.default_member_permissions ?? null,
    dm_permission: payload.dm_permission ?? true,
    integration_types: payload.integration_types ?? [0],
    contexts: payload.contexts ?? null,
    nsfw: payload.nsfw ?? false,
    version: old?.version ?? "",
  };
  if (!old || JSON.stringify(old) !== JSON.stringify(entered)) entered.version = world.ids.next();
  return entered as APIApplicationCommand;
}

/** Discord gives back neither what is false nor what is empty in an option. */
function plain(option: CommandOptionPayload): CommandOptionPayload {
  const { required, autocomplete, choices, options, ...rest } = option;
  const kept = { required: required || null, autocomplete: autocomplete || null, choices: choices?.length ? choices : null };
  return tidy({ ...rest, ...kept, options: options?.length ? options.map(plain) : null });
}
