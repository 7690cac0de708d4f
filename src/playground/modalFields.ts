/** What a person puts into a modal, checked as Discord's window checks it, and in the form in which it travels. */
import { ComponentType } from "discord-api-types/v10";
import { Mistake } from "./mistake.ts";
import { lengthOf } from "./payloads/form.ts";
import { inputOf, type ModalInput, type ModalPayload } from "./payloads/modals.ts";
import type { ModalValue } from "./protocol.ts";

/** @throws Mistake when a field is unknown, missing, too short or too long, or when something was chosen that isn't in its menu. */
export function modalData(modal: ModalPayload, fields: Record<string, ModalValue>): object {
  const ids = modal.components.map((part) => inputOf(part)?.custom_id);
  for (const name of Object.keys(fields)) if (!ids.includes(name)) throw new Mistake(`The modal has no field "${name}".`);
  const components = modal.components.map((part, index) => {
    const input = inputOf(part);
    if (!input) throw new Mistake("The modal has a part without an input.");
    const called = (part.type === ComponentType.Label ? part.label : "label" in input && input.label) || input.custom_id;
    const filled = { type: input.type, id: 2 * index + 2, custom_id: input.custom_id, ...fill(input, called, fields[input.custom_id]) };
    const outer = { type: part.type, id: 2 * index + 1 };
    return part.type === ComponentType.Label ? { ...outer, component: filled } : { ...outer, components: [filled] };
  });
  return { custom_id: modal.custom_id, components };
}

/** What is in one input: what was there from the beginning, unless something else was put in. */
function fill(input: ModalInput, called: string, given: ModalValue | undefined): { value: string } | { values: string[] } {
  return input.type === ComponentType.StringSelect ? { values: choose(input, called, given) } : { value: write(input, called, given) };
}

function write(input: Extract<ModalInput, { type: ComponentType.TextInput }>, called: string, given: ModalValue | undefined): string {
  const value = given ?? input.value ?? "";
  if (typeof value !== "string") throw new Mistake(`"${called}" takes a text.`);
  const length = lengthOf(value);
  if (length === 0 && input.required !== false) throw new Mistake(`"${called}" is required.`);
  if (length > 0 && length < (input.min_length ?? 0)) throw new Mistake(`"${called}" must be at least ${input.min_length} characters long.`);
  if (length > (input.max_length ?? 4000)) throw new Mistake(`"${called}" must be ${input.max_length ?? 4000} characters or fewer.`);
  return value;
}

function choose(menu: Extract<ModalInput, { type: ComponentType.StringSelect }>, called: string, given: ModalValue | undefined): string[] {
  const chosen = given === undefined ? menu.options.filter((option) => option.default).map(({ value }) => value) : [given].flat();
  if (chosen.length === 0 && menu.required !== false) throw new Mistake(`"${called}" is required.`);
  const [least, most] = [menu.min_values ?? 1, menu.max_values ?? 1];
  if (chosen.length > most || (chosen.length > 0 && chosen.length < least)) throw new Mistake(`"${called}": choose ${least === most ? least : `${least} to ${most}`}.`);
  return chosen.map((wanted) => {
    const option = menu.options.find(({ value, label }) => value === wanted || label === wanted);
    if (!option) throw new Mistake(`"${wanted}" is not in "${called}".`);
    return option.value;
  });
}
