import { ComponentType, TextInputStyle, type APILabelComponent, type ModalSubmitInteraction } from "discord.js";
import type { Modal } from "./answer.ts";
import { limits, shorten } from "./limits.ts";

/** A line, or a longer text, to fill in. */
export interface Field {
  /** By which `fieldsOf` gives it back. */
  name: string;
  label: string;
  /** A hint under the label. */
  description?: string;
  /** What stands in it at first, and may be changed. */
  value: string;
  required: boolean;
  /** In characters; no less than `value` has. */
  longest: number;
  /** Whether it takes several lines of text. */
  long?: boolean;
}

/**
 * A modal of up to five lines to fill in; `customId` names the submission that takes it.
 *
 * @throws RangeError when a value is longer than its field: cut, it would be sent back damaged
 */
export function modal(title: string, customId: string, fields: Field[]): Modal {
  return {
    how: "modal",
    modal: {
      title: shorten(title, limits.modalTitle),
      custom_id: customId,
      components: fields.slice(0, limits.modalFields).map(labelled),
    },
  };
}

function labelled({ name, label, description, value, required, longest, long = false }: Field): APILabelComponent {
  if (value.length > longest) throw new RangeError(`The field "${name}" takes ${longest} characters, and its value has ${value.length}.`);
  return {
    type: ComponentType.Label,
    label: shorten(label, limits.fieldLabel),
    ...(description === undefined ? {} : { description: shorten(description, limits.fieldDescription) }),
    component: {
      type: ComponentType.TextInput,
      style: long ? TextInputStyle.Paragraph : TextInputStyle.Short,
      custom_id: name,
      required,
      max_length: longest,
      ...(value === "" ? {} : { value }),
    },
  };
}

/** What was written into a modal, by the names of its fields; empty lines as "". */
export function fieldsOf({ fields }: ModalSubmitInteraction): Record<string, string> {
  const written: Record<string, string> = {};
  for (const [name, field] of fields.fields) if (field.type === ComponentType.TextInput) written[name] = field.value;
  return written;
}
