import { DefaultRestOptions, type RESTOptions } from "@discordjs/rest";
import { setTimeout as sleep } from "node:timers/promises";

/** Milliseconds between a failure and the next try: five of them fit well into the three seconds an answer has. */
const breath = 200;

/**
 * discord.js tries again by itself after 5xx and after a connection that was reset, but at once, and not after one that
 * was closed on it. This gives Discord a breath in between and makes the second look like the first, for requests that do
 * no harm twice: an interaction is answered once whatever we send (Discord refuses the second), a message under an enforced
 * nonce is made once, and everything but POST says what shall be, not what to add.
 */
const makeRequest: RESTOptions["makeRequest"] = async (url, options) => {
  try {
    const response = await DefaultRestOptions.makeRequest(url, options);
    if (response.status >= 500) await sleep(breath);
    return response;
  } catch (error) {
    const underNonce = typeof options.body === "string" && options.body.includes('"enforce_nonce":true');
    const harmlessTwice = options.method !== "POST" || new URL(url).pathname.endsWith("/callback") || underNonce;
    if (!harmlessTwice || !(error instanceof Error && "code" in error && error.code === "UND_ERR_SOCKET")) throw error;
    await sleep(breath);
    throw Object.assign(new Error("The connection was cut.", { cause: error }), { code: "ECONNRESET" });
  }
};

/**
 * How we talk to Discord's REST API.
 *
 * @param api its address without the version
 */
export function restOptions(api: string): Partial<RESTOptions> {
  return { api, makeRequest, retries: 5 };
}
