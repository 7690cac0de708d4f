/** What Discord takes as the answer to an interaction (its "Interaction Callback"). */
import * as z from "zod";
import { InteractionResponseType as Kind, InteractionType } from "discord-api-types/v10";
import { checkForm, flaw, list, text } from "./form.ts";
import { answer, checkMessage, type MessagePayload, type SentFile } from "./messages.ts";
import { modal, type ModalPayload } from "./modals.ts";
import { refuse } from "../refusals.ts";

const names = z.record(z.string(), text(1, 100).nullable()).nullish();

/** At most 25 suggestions, of the type that the option has. */
const suggestions = (numeric: boolean) =>
  z.object({
    choices: list(
      z.object({ name: text(1, 100), name_localizations: names, value: z.union([text(1, 100), z.number()]) }).superRefine(({ value }, context) => {
        if ((typeof value === "number") !== numeric) flaw(context, "BASE_TYPE_INVALID", "The value is not of the option's type.", ["value"]);
      }),
      0,
      25,
    ),
  });

export type Choice = z.output<ReturnType<typeof suggestions>>["choices"][number];

export type Callback =
  | { type: Kind.ChannelMessageWithSource; data: MessagePayload }
  | { type: Kind.UpdateMessage; data: MessagePayload }
  | { type: Kind.DeferredChannelMessageWithSource; flags: number }
  | { type: Kind.DeferredMessageUpdate }
  | { type: Kind.ApplicationCommandAutocompleteResult; choices: Choice[] }
  | { type: Kind.Modal; data: ModalPayload };

const shape = z.object({ type: z.enum(Kind), data: z.unknown().optional() });
const flags = z.object({ flags: z.number().int().nullish() }).nullish();

/** What an interaction is, as far as its answer depends on it. */
export interface Asked {
  type: InteractionType;
  /** It came from a component, or from a modal that a component opened. */
  fromMessage: boolean;
  /** The option being typed into is a number. */
  numeric: boolean;
}

/**
 * The answer, checked against what was asked.
 * @throws Refusal 50035 or 50006
 */
export function checkCallback(body: unknown, files: SentFile[], asked: Asked): Callback {
  const { type, data } = checkForm(shape, body);
  const allowed = kindsFor(asked);
  if (!allowed.includes(type)) {
    const message = `Value must be one of {${allowed.join(", ")}}.`;
    throw refuse.invalidForm({ path: ["type"], code: "BASE_TYPE_CHOICES", message });
  }
  switch (type) {
    case Kind.ChannelMessageWithSource:
      return { type: Kind.ChannelMessageWithSource, data: checkMessage(answer, data, files, ["data"]) };
    case Kind.UpdateMessage:
      return { type: Kind.UpdateMessage, data: checkForm(answer, data ?? {}, ["data"]) };
    case Kind.DeferredChannelMessageWithSource:
      return { type: Kind.DeferredChannelMessageWithSource, flags: checkForm(flags, data, ["data"])?.flags ?? 0 };
    case Kind.ApplicationCommandAutocompleteResult:
      return { type: Kind.ApplicationCommandAutocompleteResult, choices: checkForm(suggestions(asked.numeric), data, ["data"]).choices };
    case Kind.Modal:
      return { type: Kind.Modal, data: checkForm(modal, data, ["data"]) };
    default:
      return { type: Kind.DeferredMessageUpdate };
  }
}

/** Which answers an interaction may have. */
function kindsFor({ type, fromMessage }: Asked): number[] {
  if (type === InteractionType.ApplicationCommandAutocomplete) return [Kind.ApplicationCommandAutocompleteResult];
  const kinds: number[] = [Kind.ChannelMessageWithSource, Kind.DeferredChannelMessageWithSource];
  if (fromMessage) kinds.push(Kind.DeferredMessageUpdate, Kind.UpdateMessage);
  if (type !== InteractionType.ModalSubmit) kinds.push(Kind.Modal);
  return kinds;
}
