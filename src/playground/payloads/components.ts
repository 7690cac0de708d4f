/** What Discord takes under a message and in a modal: buttons, menus and text inputs (the first kind of components). */
import * as z from "zod";
import { ButtonStyle, ComponentType } from "discord-api-types/v10";
import { address, flaw, list, oneOf, snowflake, text, whole } from "./form.ts";

const unicodeEmoji = new RegExp("^(?:\\p{RGI_Emoji}|\\p{Emoji}\\u{FE0F}?)$", "v");

const emoji = z
  .object({ id: snowflake.nullish(), name: z.string().nullish(), animated: z.boolean().nullish() })
  .superRefine(({ id, name }, context) => {
    const known = id ? true : name && unicodeEmoji.test(name) && !/^[\d#*]$/.test(name);
    if (!known) flaw(context, "BUTTON_COMPONENT_INVALID_EMOJI", "Invalid emoji", ["name"]);
  });

const id = whole(0, 2 ** 31 - 1).optional();
const customId = text(1, 100);
const LINKS: number[] = [ButtonStyle.Link];

const button = z
  .object({
    type: z.literal(ComponentType.Button),
    id,
    style: oneOf(1, 2, 3, 4, 5),
    label: text(0, 80).nullish(),
    emoji: emoji.nullish(),
    custom_id: customId.nullish(),
    url: address("http", "https", "discord").nullish(),
    disabled: z.boolean().nullish(),
  })
  .superRefine((value, context) => {
    if (!value.label && !value.emoji) {
      flaw(context, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A label or an emoji is required", ["label"]);
    }
    const link = LINKS.includes(value.style);
    if (link && !value.url) flaw(context, "BASE_TYPE_REQUIRED", "A url is required", ["url"]);
    if (!link && !value.custom_id) flaw(context, "BASE_TYPE_REQUIRED", "A custom id is required", ["custom_id"]);
    if (value.url && value.custom_id) {
      flaw(context, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified", ["custom_id"]);
    } else if (!link && value.url) {
      flaw(context, "BUTTON_COMPONENT_INVALID_STYLE", "A url is only for a link button", ["url"]);
    }
  });

const menu = {
  id,
  custom_id: customId,
  placeholder: text(0, 150).nullish(),
  min_values: whole(0, 25).nullish(),
  max_values: whole(1, 25).nullish(),
  disabled: z.boolean().nullish(),
};

const option = z.object({
  label: text(1, 100),
  value: text(1, 100),
  description: text(0, 100).nullish(),
  emoji: emoji.nullish(),
  default: z.boolean().nullish(),
});

/** A menu with choices of its own. Whether one must choose is asked only in a modal. */
export const stringMenu = z
  .object({ type: z.literal(ComponentType.StringSelect), ...menu, required: z.boolean().nullish(), options: list(option, 1, 25) })
  .superRefine(({ options, min_values, max_values }, context) => {
    const most = max_values ?? 1;
    if (most > options.length) flaw(context, "NUMBER_TYPE_MAX", `int value should be less than or equal to ${options.length}.`, ["max_values"]);
    if ((min_values ?? 1) > most) flaw(context, "NUMBER_TYPE_MAX", `int value should be less than or equal to ${most}.`, ["min_values"]);
    const seen = new Set<string>();
    for (const [index, { value }] of options.entries()) {
      if (seen.has(value)) flaw(context, "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used", ["options", index, "value"]);
      seen.add(value);
    }
    if (options.filter((one) => one.default).length > most) {
      flaw(context, "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "Too many options are chosen by default", ["options"]);
    }
  });

const entityMenu = <Type extends ComponentType>(type: Type) => z.object({ type: z.literal(type), ...menu });

const child = z.discriminatedUnion("type", [
  button,
  stringMenu,
  entityMenu(ComponentType.UserSelect),
  entityMenu(ComponentType.RoleSelect),
  entityMenu(ComponentType.MentionableSelect),
  entityMenu(ComponentType.ChannelSelect).extend({ channel_types: z.array(whole(0, 16)).nullish() }),
]);

const row = z
  .object({ type: z.literal(ComponentType.ActionRow), id, components: list(child, 1, 5) })
  .superRefine(({ components }, context) => {
    const menus = components.filter(({ type }) => type !== ComponentType.Button).length;
    if (menus > 0 && components.length > 1) {
      flaw(context, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width", ["components"]);
    }
  });

/** Five rows, each of five buttons or of one menu; no custom id twice in a message. */
export const rows = list(z.discriminatedUnion("type", [row]), 0, 5).superRefine((value, context) => {
  const seen = new Set<string>();
  for (const [index, { components }] of value.entries()) {
    for (const [place, component] of components.entries()) {
      if (!component.custom_id) continue;
      if (seen.has(component.custom_id)) {
        flaw(context, "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated", [index, "components", place, "custom_id"]);
      }
      seen.add(component.custom_id);
    }
  }
});
