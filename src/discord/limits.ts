/**
 * Every number of Discord's that the bot must keep to, and the one way to keep to it.
 * Source: https://discord.com/developers/docs/resources/message and /interactions/application-commands, /components.
 */
import type { APIEmbed, APIEmbedField } from "discord.js";

export const limits = {
  content: 2000,
  embeds: 10,
  embedTitle: 256,
  embedDescription: 4096,
  embedFields: 25,
  embedFieldName: 256,
  embedFieldValue: 1024,
  embedFooter: 2048,
  embedAuthor: 256,
  /** Over all embeds of one message together. */
  embedTotal: 6000,
  customId: 100,
  buttonLabel: 80,
  buttonsInRow: 5,
  rows: 5,
  menuOptions: 25,
  menuOptionText: 100,
  menuPlaceholder: 150,
  modalTitle: 45,
  modalFields: 5,
  textInput: 4000,
  fieldLabel: 45,
  fieldDescription: 100,
  choices: 25,
  choiceText: 100,
} as const;

/** The text, or as many of its words as fit with an ellipsis to show that there is more. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  if (limit < 1) return "";
  let end = limit - 1;
  const space = text.lastIndexOf(" ", end);
  // A word longer than half of what fits is cut; otherwise the cut comes between words.
  if (space > limit / 2) end = space;
  // A surrogate pair or an escaped character stays whole.
  if (/[\uD800-\uDBFF\\]/.test(text[end - 1]!)) end -= 1;
  return `${text.slice(0, end).replace(/[\s.,;:–—-]+$/, "")}…`;
}

/** The items joined, or as many as fit with "and 3 more" behind them. */
export function listed(items: readonly string[], separator: string, limit: number): string {
  const whole = items.join(separator);
  if (whole.length <= limit) return whole;
  for (let count = items.length - 1; count > 0; count -= 1) {
    const some = `${items.slice(0, count).join(separator)}${separator}and ${items.length - count} more`;
    if (some.length <= limit) return some;
  }
  return shorten(whole, limit);
}

/** The embeds as Discord takes them: each part within its limit, all of them together within theirs. */
export function fitEmbeds(embeds: readonly APIEmbed[]): APIEmbed[] {
  let room: number = limits.embedTotal;
  const fit = (text: string | undefined, limit: number): string | undefined => {
    if (text === undefined) return undefined;
    const fitting = shorten(text, Math.min(limit, room));
    room -= fitting.length;
    return fitting;
  };
  const fitField = (field: APIEmbedField): APIEmbedField[] => {
    if (room < 2) return [];
    const name = fit(field.name, Math.min(limits.embedFieldName, room - 1))!;
    return [{ ...field, name, value: fit(field.value, limits.embedFieldValue)! }];
  };
  return embeds
    .slice(0, limits.embeds)
    .filter(() => room > 0)
    .map((embed) => {
      const fields = embed.fields?.slice(0, limits.embedFields) ?? [];
      // The source comes first: when something must give way, it is not the footer nor the last field, where sources stand.
      const footer = embed.footer && { ...embed.footer, text: fit(embed.footer.text, limits.embedFooter)! };
      const author = embed.author && { ...embed.author, name: fit(embed.author.name, limits.embedAuthor)! };
      const title = fit(embed.title, limits.embedTitle);
      const last = fields.slice(-1).flatMap(fitField);
      const description = fit(embed.description, limits.embedDescription);
      return { ...embed, footer, author, title, description, fields: [...fields.slice(0, -1).flatMap(fitField), ...last] };
    });
}
