/** Answers to interactions: the first one, and what its token opens for a quarter of an hour. */
import { InteractionResponseType, MessageFlags } from "discord-api-types/v10";
import { Hono } from "hono";
import type { Interactions } from "../interactions.ts";
import { refuse } from "../refusals.ts";
import type { World } from "../world.ts";
import { readBody } from "./body.ts";

export function interactionRoutes(world: World, interactions: Interactions): Hono {
  const routes = new Hono();

  routes.post("/interactions/:id/:token/callback", async (context) => {
    const { body, files } = await readBody(context);
    const { interaction, type, message } = interactions.callback(context.req.param("id"), context.req.param("token"), body, files);
    if (context.req.query("with_response") !== "true") return context.body(null, 204);
    const flags = message?.flags ?? 0;
    const about = message && {
      response_message_id: message.id,
      response_message_loading: (flags & MessageFlags.Loading) > 0,
      response_message_ephemeral: (flags & MessageFlags.Ephemeral) > 0,
    };
    const quiet = type === InteractionResponseType.DeferredMessageUpdate;
    const resource = { type, ...(message && !quiet ? { message } : {}) };
    return context.json({ interaction: { id: interaction.id, type: interaction.act.type, ...about }, resource });
  });

  routes.use("/webhooks/:application/:token/*", async (context, next) => {
    if (context.req.param("application") !== world.bot.id) throw refuse.unknownWebhook();
    return next();
  });

  routes.post("/webhooks/:application/:token", async (context) => {
    if (context.req.param("application") !== world.bot.id) throw refuse.unknownWebhook();
    const interaction = interactions.byToken(context.req.param("token"));
    const { body, files } = await readBody(context);
    return context.json(interactions.followUp(interaction, body, files));
  });

  routes.get("/webhooks/:application/:token/messages/:message", (context) => {
    const interaction = interactions.byToken(context.req.param("token"));
    return context.json(interactions.find(interaction, context.req.param("message")).message);
  });

  routes.patch("/webhooks/:application/:token/messages/:message", async (context) => {
    const interaction = interactions.byToken(context.req.param("token"));
    const { body, files } = await readBody(context);
    return context.json(interactions.edit(interaction, context.req.param("message"), body, files));
  });

  routes.delete("/webhooks/:application/:token/messages/:message", (context) => {
    interactions.remove(interactions.byToken(context.req.param("token")), context.req.param("message"));
    return context.body(null, 204);
  });
  return routes;
}
