import { DefaultRestOptions, type RESTOptions } from "@discordjs/rest";

/**
 * discord.js tries again by itself after 429 and 5xx, and after a connection that was reset, but not after one that was
 * closed on it. This makes the second look like the first, for requests that do no harm twice: an interaction is
 * answered once whatever we send (Discord refuses the second), and everything but POST says what shall be, not what to add.
 */
export const makeRequest: RESTOptions["makeRequest"] = async (url, options) => {
  try {
    return await DefaultRestOptions.makeRequest(url, options);
  } catch (error) {
    const harmlessTwice = options.method !== "POST" || url.endsWith("/callback");
    if (harmlessTwice && error instanceof Error && "code" in error && error.code === "UND_ERR_SOCKET") {
      throw Object.assign(new Error("The connection was cut.", { cause: error }), { code: "ECONNRESET" });
    }
    throw error;
  }
};
