import type { RESTOptions } from "@discordjs/rest";
// From here, so that its errors are of the same classes as the client's.
import { REST } from "discord.js";
import { restOptions } from "./rest.ts";

/** Of Discord's fifty requests a second, those that posts may take: answers to members have the rest, and never queue behind posts. */
const postsPerSecond = 40;

/** Milliseconds that one try may take, and that a rate limit may hold a request up; what takes longer is put off by whoever asked. */
const longestTry = 5000;
const longestHold = 10_000;

/** A request that certainly never reached Discord. */
export class NotSent extends Error {
  override readonly name = "NotSent";
}

/** What the network says before a connection stands. */
const unconnected: unknown[] = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT"];

/** Discord bans an address for 10,000 answers of 401, 403 or 429 in ten minutes; we hold still long before. */
const refusalsAllowed = 1000;
const tenMinutes = 600_000;

/**
 * A way to Discord's REST API for what the bot does of its own accord, beside the one for answers. A token that Discord does not
 * accept, or too many refusals, hold everything for up to ten minutes.
 *
 * @param api its address without the version
 * @param now the clock, in epoch milliseconds
 * @param share which part of what Discord allows is this process's, from 0 to 1
 */
export function createPostingRest(api: string, now: () => number, share: number): REST {
  const options = restOptions(api);
  let window = { since: 0, refusals: 0 };
  let heldUntil = 0;

  const makeRequest: RESTOptions["makeRequest"] = async (url, init) => {
    const time = now();
    // A clock that was set back must not hold us longer than we meant to.
    if (time < heldUntil && heldUntil - time <= tenMinutes) throw new NotSent("Discord has refused too much lately; posting rests for a while.");
    const response = await options.makeRequest!(url, init).catch((error: unknown) => {
      throw error instanceof Error && "code" in error && unconnected.includes(error.code) ? new NotSent(error.message, { cause: error }) : error;
    });
    if (Math.abs(time - window.since) > tenMinutes) window = { since: time, refusals: 0 };
    if (response.status === 401) {
      heldUntil = time + tenMinutes;
      // Thrown here, because discord.js would forget the token.
      throw new NotSent("Discord does not accept the token.");
    }
    const isShared = response.headers.get("x-ratelimit-scope") === "shared";
    if (response.status === 403 || (response.status === 429 && !isShared)) window.refusals += 1;
    if (window.refusals >= refusalsAllowed) heldUntil = window.since + tenMinutes;
    return response;
  };

  return new REST({
    ...options,
    makeRequest,
    // Whoever asks tries again: so every failure is that of one request, and says whether it can have arrived.
    retries: 0,
    timeout: longestTry,
    globalRequestsPerSecond: Math.max(1, Math.floor(postsPerSecond * share)),
    rejectOnRateLimit: ({ timeToReset, retryAfter, sublimitTimeout }) => Math.max(timeToReset, retryAfter, sublimitTimeout) > longestHold,
  });
}
