/** What a person writes into a modal, checked as Discord's window checks it, and in the form in which it travels. */
import { ComponentType } from "discord-api-types/v10";
import { Mistake } from "./mistake.ts";
import { lengthOf } from "./payloads/form.ts";
import { inputOf, type ModalPayload } from "./payloads/modals.ts";

/** @throws Mistake when a field is unknown, missing, too short or too long. */
export function modalData(modal: ModalPayload, fields: Record<string, string>): object {
  const ids = modal.components.map((part) => inputOf(part)?.custom_id);
  for (const name of Object.keys(fields)) if (!ids.includes(name)) throw new Mistake(`The modal has no field "${name}".`);
  const components = modal.components.map((part, index) => {
    const input = inputOf(part);
    if (!input) throw new Mistake("The modal has a part without an input.");
    const value = fields[input.custom_id] ?? input.value ?? "";
    const called = (part.type === ComponentType.Label ? part.label : input.label) ?? input.custom_id;
    const length = lengthOf(value);
    if (length === 0 && input.required !== false) throw new Mistake(`"${called}" is required.`);
    if (length > 0 && length < (input.min_length ?? 0)) throw new Mistake(`"${called}" must be at least ${input.min_length} characters long.`);
    if (length > (input.max_length ?? 4000)) throw new Mistake(`"${called}" must be ${input.max_length ?? 4000} characters or fewer.`);
    const filled = { type: ComponentType.TextInput, id: 2 * index + 2, custom_id: input.custom_id, value };
    const outer = { type: part.type, id: 2 * index + 1 };
    return part.type === ComponentType.Label ? { ...outer, component: filled } : { ...outer, components: [filled] };
  });
  return { custom_id: modal.custom_id, components };
}
