/** What Discord takes as a modal: a title and one to five text inputs, each in a row or under a label of its own, where menus may stand, too. */
import * as z from "zod";
import { ComponentType } from "discord-api-types/v10";
import { stringMenu } from "./components.ts";
import { flaw, list, oneOf, text, whole } from "./form.ts";

const textInput = z
  .object({
    type: z.literal(ComponentType.TextInput),
    id: whole(0, 2 ** 31 - 1).optional(),
    custom_id: text(1, 100),
    style: oneOf(1, 2),
    label: text(1, 45).nullish(),
    min_length: whole(0, 4000).nullish(),
    max_length: whole(1, 4000).nullish(),
    required: z.boolean().nullish(),
    value: text(0, 4000).nullish(),
    placeholder: text(0, 100).nullish(),
  })
  .superRefine(({ min_length, max_length }, context) => {
    const most = max_length ?? 4000;
    if ((min_length ?? 0) > most) flaw(context, "NUMBER_TYPE_MAX", `int value should be less than or equal to ${most}.`, ["min_length"]);
  });

const row = z
  .object({ type: z.literal(ComponentType.ActionRow), id: whole(0, 2 ** 31 - 1).optional(), components: list(textInput, 1, 1) })
  .superRefine(({ components }, context) => {
    if (components[0] && !components[0].label) flaw(context, "BASE_TYPE_REQUIRED", "This field is required", ["components", 0, "label"]);
  });

const label = z.object({
  type: z.literal(ComponentType.Label),
  id: whole(0, 2 ** 31 - 1).optional(),
  label: text(1, 45),
  description: text(0, 100).nullish(),
  component: z.discriminatedUnion("type", [textInput, stringMenu]),
});

export const modal = z.object({
  custom_id: text(1, 100),
  title: text(1, 45),
  components: list(z.discriminatedUnion("type", [row, label]), 1, 5).superRefine((value, context) => {
    const ids = value.map((part) => inputOf(part)?.custom_id);
    for (const [index, customId] of ids.entries()) {
      if (ids.indexOf(customId) !== index) {
        flaw(context, "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated", [index]);
      }
    }
  }),
});

export type ModalPayload = z.output<typeof modal>;

export type ModalInput = z.output<typeof textInput> | z.output<typeof stringMenu>;

/** The input of one part of a modal. */
export function inputOf(part: ModalPayload["components"][number]): ModalInput | undefined {
  return part.type === ComponentType.Label ? part.component : part.components[0];
}
