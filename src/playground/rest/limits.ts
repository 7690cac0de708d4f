/** Rate limits: buckets by route and channel, and 50 requests a second over all of them. */
import type { Context } from "hono";
import { createHash } from "node:crypto";

interface Limit {
  requests: number;
  /** Seconds. */
  per: number;
}

/** Discord's own figure for messages to one channel; the other routes are only kept from running wild. */
const POSTING: Limit = { requests: 5, per: 5 };
const ORDINARY: Limit = { requests: 50, per: 1 };

interface Bucket {
  used: number;
  /** On the clock of performance.now(), in milliseconds. */
  until: number;
}

/** Counts requests. It keeps real time, whatever the playground's own clock says, because clients wait in real time. */
export class RateLimits {
  readonly #buckets = new Map<string, Bucket>();

  /** Counts a request. Gives the headers for its answer and, if there were too many, how long to wait in seconds. */
  count(context: Context): { headers: Record<string, string>; retryAfter?: number; global?: boolean } {
    const path = context.req.path.replace(/^\/api(\/v\d+)?/, "");
    const interaction = /^\/(interactions|webhooks)\//.test(path);
    const posting = context.req.method === "POST" && /^\/channels\/\d+\/messages$/.test(path);
    const limit = posting ? POSTING : ORDINARY;
    // The ids in front are what the limits go by; the ids behind, and the token of an interaction, make no bucket of their own.
    const route = `${context.req.method} ${path.replaceAll(/(?<=\/.*\/.*\/)\d{15,20}/g, ":id")}`;
    const everything = interaction ? undefined : this.#use("global", ORDINARY);
    // A callback is asked for once, under a name of its own: there is nothing to count.
    const mine = path.startsWith("/interactions/") ? { used: 1, wait: limit.per } : this.#use(route, limit);
    const name = createHash("sha256").update(route).digest("hex").slice(0, 16);
    const headers: Record<string, string> = {
      "x-ratelimit-limit": String(limit.requests),
      "x-ratelimit-remaining": String(Math.max(0, limit.requests - mine.used)),
      "x-ratelimit-reset": ((Date.now() + mine.wait * 1000) / 1000).toFixed(3),
      "x-ratelimit-reset-after": mine.wait.toFixed(3),
      "x-ratelimit-bucket": name,
    };
    const global = everything !== undefined && everything.used > ORDINARY.requests;
    if (!global && mine.used <= limit.requests) return { headers };
    const retryAfter = global ? everything.wait : mine.wait;
    headers["retry-after"] = String(Math.ceil(retryAfter));
    headers["x-ratelimit-scope"] = global ? "global" : "user";
    if (global) headers["x-ratelimit-global"] = "true";
    return { headers, retryAfter, global };
  }

  #use(key: string, limit: Limit): { used: number; wait: number } {
    const now = performance.now();
    let bucket = this.#buckets.get(key);
    if (!bucket || bucket.until <= now) {
      if (this.#buckets.size > 2000) this.#forget(now);
      this.#buckets.set(key, (bucket = { used: 0, until: now + limit.per * 1000 }));
    }
    bucket.used++;
    return { used: bucket.used, wait: (bucket.until - now) / 1000 };
  }

  #forget(now: number): void {
    for (const [key, { until }] of this.#buckets) if (until <= now) this.#buckets.delete(key);
  }
}
