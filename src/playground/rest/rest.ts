/** REST, version 10: who asks, how often, what for; and no in Discord's words. */
import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Faults } from "../faults.ts";
import type { Interactions } from "../interactions.ts";
import { Refusal, refuse } from "../refusals.ts";
import { isToken } from "../token.ts";
import type { World } from "../world.ts";
import { applicationRoutes } from "./applications.ts";
import { channelRoutes } from "./channels.ts";
import { commandRoutes } from "./commands.ts";
import { guildRoutes } from "./guilds.ts";
import { interactionRoutes } from "./interactions.ts";
import { RateLimits } from "./limits.ts";
import type { RequestLog } from "./requestLog.ts";

export type Api = Hono<{ Bindings: HttpBindings }>;

/** Builds the API. Every request is put down in `log`, and may meet one of `faults` on its way. */
export function buildApi(world: World, interactions: Interactions, faults: Faults, log: RequestLog): Api {
  const api: Api = new Hono<{ Bindings: HttpBindings }>().basePath("/api");
  const limits = new RateLimits();

  api.use(async (context, next) => {
    const { method, path } = context.req;
    const entry = log.open(method, path.replace(/^\/api(\/v\d+)?/, ""));
    const fault = faults.take(method, entry.path);
    if (fault?.slow) await faults.wait(fault.slow);
    const { headers, retryAfter, global = false } = limits.count(context);
    if (fault?.cut === "before") return entry.close(cut(context.env));
    if (fault?.answer) context.res = fault.answer();
    else if (retryAfter !== undefined) context.res = Response.json({ message: "You are being rate limited.", retry_after: retryAfter, global }, { status: 429 });
    else await next();
    if (fault?.cut === "after") return entry.close(cut(context.env));
    for (const [name, value] of Object.entries(headers)) if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    return entry.close(undefined, context.res.status);
  });

  // What an interaction's own token opens needs no other.
  api.use(async (context, next) => {
    const open = /^\/api\/v10\/(interactions\/\d+\/|webhooks\/\d+\/|gateway$)/.test(context.req.path);
    if (!open && !isToken(context.req.header("authorization") ?? "", world.bot.id)) throw refuse.unauthorized();
    return next();
  });

  const all = [applicationRoutes(world), commandRoutes(world), guildRoutes(world), channelRoutes(world), interactionRoutes(world, interactions)];
  for (const routes of all) api.route("/v10", routes);

  api.all("*", (context) => {
    const { method, path } = context.req;
    log.missed(method, path);
    // Not 501: clients try a 5xx again and show nobody its message.
    return context.json({ code: 0, message: `The playground has no ${method} ${path}. Its routes are listed in docs/playground.md.` }, 405);
  });
  api.onError((error, context) => {
    if (error instanceof Refusal) return context.json(error.body(), error.status as ContentfulStatusCode);
    process.stderr.write(`playground: ${context.req.method} ${context.req.path} broke: ${error.stack ?? error.message}\n`);
    return context.json({ code: 0, message: `The playground broke: ${error.message}` }, 500);
  });
  return api;
}

/** Cuts the wire under a request; what is returned is never read. */
function cut({ incoming }: HttpBindings): Response {
  incoming.socket.destroy();
  return new Response(null, { status: 500 });
}
