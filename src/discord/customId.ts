import { limits } from "./limits.ts";

/** What a button or a menu does when pressed: the name of its handler and what it is about. */
export interface Action {
  name: string;
  values: string[];
}

const separator = "/";

/**
 * The custom id that carries an action, so that the component works for as long as its message stands.
 *
 * @throws RangeError when a value holds the separator or the whole is longer than Discord takes
 */
export function customId(name: string, ...values: string[]): string {
  const id = [name, ...values].join(separator);
  if (id.length > limits.customId || [name, ...values].some((part) => part.includes(separator))) {
    throw new RangeError(`Not a custom id, of ${id.length} characters: ${name}`);
  }
  return id;
}

/** How many characters of one more value fit behind these. */
export function roomIn(name: string, ...values: string[]): number {
  return limits.customId - [name, ...values, ""].join(separator).length;
}

/** The action that a custom id carries. */
export function readCustomId(id: string): Action {
  const [name = "", ...values] = id.split(separator);
  return { name, values };
}
