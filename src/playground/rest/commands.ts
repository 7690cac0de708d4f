/** The application's commands: global ones, and those of the server alone. */
import { ApplicationCommandType, type APIApplicationCommand } from "discord-api-types/v10";
import { Hono, type Context } from "hono";
import { describePermissions } from "../commandPermissions.ts";
import { tidy } from "../messages.ts";
import { command, commands, mostOf, type CommandOptionPayload, type CommandPayload } from "../payloads/commands.ts";
import { checkForm } from "../payloads/form.ts";
import { refuse } from "../refusals.ts";
import type { World } from "../world.ts";
import { readBody } from "./body.ts";

export function commandRoutes(world: World): Hono {
  const routes = new Hono();
  const ofServer = "/applications/:application/guilds/:guild/commands";
  // Before the routes of one command, which would take "permissions" for an id.
  routes.get(`${ofServer}/permissions`, (context) => {
    scopeOf(world, context);
    return context.json([...world.commandPermissions.keys()].map((command) => describePermissions(world, command)));
  });
  routes.get(`${ofServer}/:command/permissions`, (context) => {
    scopeOf(world, context);
    const command = context.req.param("command");
    if (!world.commandPermissions.has(command)) throw refuse.unknownCommandPermissions();
    return context.json(describePermissions(world, command));
  });
  for (const path of ["/applications/:application/commands", ofServer]) addRoutes(world, routes, path);
  return routes;
}

function addRoutes(world: World, routes: Hono, path: string): void {
  const registered = (scope: string) => world.commands.get(scope) ?? [];
  const register = (scope: string, list: APIApplicationCommand[]) => {
    world.commands.set(scope, list);
    world.announce({ kind: "commands", commands: [...world.commands.values()].flat() });
  };
  const find = (context: Context): { scope: string; old: APIApplicationCommand } => {
    const scope = scopeOf(world, context);
    const old = registered(scope).find(({ id }) => id === context.req.param("command"));
    if (!old) throw refuse.unknownCommand();
    return { scope, old };
  };

  routes.get(path, (context) => context.json(registered(scopeOf(world, context))));

  routes.put(path, async (context) => {
    const scope = scopeOf(world, context);
    const payloads = checkForm(commands, (await readBody(context)).body);
    for (const { type } of payloads) if (countOf(type, payloads) > mostOf(type)) throw refuse.tooManyCommands(mostOf(type));
    const list = payloads.map((payload) => enter(world, scope, payload, registered(scope).find(sameAs(payload))));
    register(scope, list);
    return context.json(list);
  });

  routes.post(path, async (context) => {
    const scope = scopeOf(world, context);
    const payload = checkForm(command, (await readBody(context)).body);
    const before = registered(scope);
    const old = before.find(sameAs(payload));
    if (!old && countOf(payload.type, before) >= mostOf(payload.type)) throw refuse.tooManyCommands(mostOf(payload.type));
    const entered = enter(world, scope, payload, old);
    register(scope, [...before.filter((one) => one !== old), entered]);
    return context.json(entered, old ? 200 : 201);
  });

  routes.get(`${path}/:command`, (context) => context.json(find(context).old));

  routes.patch(`${path}/:command`, async (context) => {
    const { scope, old } = find(context);
    const { body } = await readBody(context);
    const entered = enter(world, scope, checkForm(command, { ...old, ...(typeof body === "object" ? body : {}) }), old);
    register(scope, registered(scope).map((one) => (one === old ? entered : one)));
    return context.json(entered);
  });

  routes.delete(`${path}/:command`, (context) => {
    const { scope, old } = find(context);
    register(scope, registered(scope).filter((one) => one !== old));
    return context.body(null, 204);
  });
}

/** "global", or the id of the server. @throws Refusal 10002 or 50001 when the application or the server is another. */
function scopeOf(world: World, context: Context): string {
  const guild = context.req.param("guild");
  if (context.req.param("application") !== world.bot.id) throw refuse.unknownApplication();
  if (guild !== undefined && (guild !== world.server.id || !world.invited)) throw refuse.missingAccess();
  return guild ?? "global";
}

const sameAs = (payload: CommandPayload) => (one: APIApplicationCommand) => one.name === payload.name && one.type === payload.type;

const countOf = (kind: ApplicationCommandType, all: { type: ApplicationCommandType }[]) => all.filter(({ type }) => type === kind).length;

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
