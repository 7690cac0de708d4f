/** What Discord takes as an application command (its "Application Commands" reference). */
import * as z from "zod";
import { ApplicationCommandOptionType as Option, ApplicationCommandType } from "discord-api-types/v10";
import { flaw, lengthOf, list, oneOf, text, trimmed, whole } from "./form.ts";

const name = z.string().superRefine((value, context) => {
  const length = lengthOf(value);
  if (length < 1 || length > 32) flaw(context, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 32 in length.");
  else if (!/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]+$/u.test(value) || value !== value.toLowerCase()) {
    flaw(context, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
  }
});

const names = z.record(z.string(), name.nullable()).nullish();
const descriptions = z.record(z.string(), text(1, 100).nullable()).nullish();

const choice = z.object({
  name: text(1, 100),
  name_localizations: z.record(z.string(), text(1, 100).nullable()).nullish(),
  value: z.union([text(1, 100), z.number()]),
});

const optionShape = z.object({
  type: whole(1, 11),
  name,
  name_localizations: names,
  description: text(1, 100),
  description_localizations: descriptions,
  required: z.boolean().nullish(),
  choices: list(choice, 0, 25).nullish(),
  channel_types: z.array(whole(0, 16)).nullish(),
  min_value: z.number().nullish(),
  max_value: z.number().nullish(),
  min_length: whole(0, 6000).nullish(),
  max_length: whole(1, 6000).nullish(),
  autocomplete: z.boolean().nullish(),
});

const textual: number[] = [Option.String];
const completable: number[] = [...textual, Option.Integer, Option.Number];
const nests: number[] = [Option.Subcommand, Option.SubcommandGroup];

const plainOption = optionShape.superRefine((option, context) => {
  const canComplete = completable.includes(option.type);
  if (option.autocomplete && (option.choices?.length || !canComplete)) {
    flaw(context, "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID", "Autocomplete is only for text and numbers without choices", ["autocomplete"]);
  }
  if (option.choices?.length && !canComplete) {
    flaw(context, "APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID", "Choices are only for text and numbers", ["choices"]);
  }
  for (const [index, { value }] of (option.choices ?? []).entries()) {
    if ((typeof value === "string") !== textual.includes(option.type)) {
      flaw(context, "APPLICATION_COMMAND_OPTIONS_CHOICE_TYPE_INVALID", "The value is not of the option's type", ["choices", index, "value"]);
    }
  }
});

const plainOptions = list(plainOption, 0, 25).superRefine(checkOrder);
const subcommandOption = optionShape.extend({ options: plainOptions.nullish() });
const groupOption = optionShape.extend({ options: list(subcommandOption, 0, 25).superRefine(checkOrder).nullish() });

/** Options of a command: subcommands (and groups of them), or plain ones. */
const options = z.unknown().transform((value, context): CommandOptionPayload[] => {
  const nested = Array.isArray(value) && value.some((option: unknown) => nests.includes(typeOf(option)));
  const checked = nested ? list(nestedOption, 0, 25).superRefine(checkOrder).safeParse(value, { reportInput: true }) : plainOptions.safeParse(value, { reportInput: true });
  if (checked.success) return checked.data;
  // The issues of the inner check are this check's own.
  for (const issue of checked.error.issues) context.issues.push({ ...issue, input: issue.input } as z.core.$ZodRawIssue);
  return z.NEVER;
});

const nestedOption = z.union([
  subcommandOption.extend({ type: z.literal(Option.Subcommand) }),
  groupOption.extend({ type: z.literal(Option.SubcommandGroup) }),
]);

function typeOf(option: unknown): number {
  return typeof option === "object" && option !== null && "type" in option && typeof option.type === "number" ? option.type : 0;
}

function checkOrder(value: { name: string; required?: boolean | null }[], context: z.core.$RefinementCtx): void {
  const seen = new Set<string>();
  let optional = false;
  for (const [index, option] of value.entries()) {
    if (seen.has(option.name)) flaw(context, "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists", [index]);
    if (option.required && optional) {
      flaw(context, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options", [index]);
    }
    seen.add(option.name);
    optional ||= !option.required;
  }
}

const bits = z.union([z.string().regex(/^\d{1,20}$/), z.number().int()]).transform(String);

const shared = {
  default_member_permissions: bits.nullish(),
  dm_permission: z.boolean().nullish(),
  integration_types: list(oneOf(0, 1), 1, 2).nullish(),
  contexts: list(oneOf(0, 1, 2), 1, 3).nullish(),
  nsfw: z.boolean().nullish(),
};

const chatInput = z
  .object({
    ...shared,
    type: z.literal(ApplicationCommandType.ChatInput),
    name,
    name_localizations: names,
    description: text(1, 100),
    description_localizations: descriptions,
    options: options.optional(),
  })
  .superRefine((command, context) => {
    if (sizeOf(command) > 8000) flaw(context, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)");
  });

/** A command in the menu of a member or a message: its name is what stands there, capitals and spaces and all; it has nothing else to say or to ask. */
const contextMenu = (type: ApplicationCommandType.User | ApplicationCommandType.Message) =>
  z
    .object({
      ...shared,
      type: z.literal(type),
      name: trimmed(1, 32),
      name_localizations: z.record(z.string(), trimmed(1, 32).nullable()).nullish(),
      description: z.string().nullish(),
      options: z.array(z.unknown()).nullish(),
    })
    .superRefine(({ description, options: asked }, context) => {
      if (description) flaw(context, "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID", "Context menu commands cannot have description", ["description"]);
      if (asked?.length) flaw(context, "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_INVALID", "Context menu commands cannot have options", ["options"]);
    });

const kinds = z.discriminatedUnion("type", [
  chatInput,
  contextMenu(ApplicationCommandType.User),
  contextMenu(ApplicationCommandType.Message),
]);

/** A command; without a type it is one that is typed. */
export const command = z.preprocess(
  (body) => (typeof body === "object" && body !== null ? { ...body, type: "type" in body ? (body.type ?? 1) : 1 } : body),
  kinds,
);

export type CommandPayload = z.output<typeof kinds>;
export type CommandOptionPayload = z.output<typeof optionShape> & { options?: CommandOptionPayload[] | null };

/** How many commands of a kind an application may have, in a server and again globally (Discord's "Registering a Command"). */
export function mostOf(type: ApplicationCommandType): number {
  return type === ApplicationCommandType.ChatInput ? 100 : 15;
}

/** The list that takes the place of all commands: no name twice in a kind. */
export const commands = z.array(command).superRefine((value, context) => {
  const seen = new Set<string>();
  for (const [index, { type, name: called }] of value.entries()) {
    if (seen.has(`${type} ${called}`)) flaw(context, "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique", [index]);
    seen.add(`${type} ${called}`);
  }
});

/** Names, descriptions and values count towards the 8000 characters of a command. */
function sizeOf(part: { name: string; description?: string | null; options?: CommandOptionPayload[] | null }): number {
  const own = lengthOf(part.name) + lengthOf(part.description ?? "");
  return (part.options ?? []).reduce((sum, option) => {
    const choices = (option.choices ?? []).reduce((all, { name: label, value }) => all + lengthOf(label) + lengthOf(String(value)), 0);
    return sum + sizeOf(option) + choices;
  }, own);
}
