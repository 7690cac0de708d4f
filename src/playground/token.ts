/** Tokens of the playground. Like Discord's they begin with the bot's id in base64url; the rest of them is free. */

/** A token for the bot with this id. */
export function tokenFor(bot: string): string {
  return `${Buffer.from(bot).toString("base64url")}.playgr.ound-any-word-will-do-here-and-opens-nothing`;
}

/** Whether a token, with or without "Bot " before it, has the playground's form and is this bot's. */
export function isToken(token: string, bot: string): boolean {
  const [id, , secret] = token.replace(/^Bot /, "").split(".");
  return Boolean(secret) && id === Buffer.from(bot).toString("base64url");
}
