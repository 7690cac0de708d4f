/** The buttons and menus under a message, found as a person finds them. */
import {
  ButtonStyle,
  ComponentType,
  type APIButtonComponentWithCustomId,
  type APIMessage,
  type APISelectMenuComponent,
} from "discord-api-types/v10";
import { Mistake } from "./mistake.ts";
import { resolveChannel, resolveUser } from "./options.ts";
import type { World } from "./world.ts";

function componentsOf({ components = [] }: Pick<APIMessage, "components">) {
  return components.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));
}

/** A button by label or custom id. @throws Mistake when there is none, more than one, or one that can't be pressed. */
export function findButton(message: APIMessage, wanted: string): APIButtonComponentWithCustomId {
  const buttons = componentsOf(message).filter((one) => one.type === ComponentType.Button);
  const names = (one: (typeof buttons)[number]) => [
    "custom_id" in one ? one.custom_id : undefined,
    "label" in one ? one.label : undefined,
    "emoji" in one ? one.emoji?.name : undefined,
  ];
  const found = buttons.filter((one) => names(one).includes(wanted));
  const [button] = found;
  if (!button) throw new Mistake(`There is no button "${wanted}" here.`);
  if (found.length > 1) throw new Mistake(`There is more than one button "${wanted}" here.`);
  if (button.disabled) throw new Mistake(`The button "${wanted}" is disabled.`);
  if (button.style === ButtonStyle.Link || !("custom_id" in button)) throw new Mistake(`The button "${wanted}" is a link.`);
  return button;
}

/** A menu by custom id or placeholder, or the only one there is. @throws Mistake when there is none, or it is disabled. */
export function findMenu(message: APIMessage, wanted?: string): APISelectMenuComponent {
  const menus = componentsOf(message).filter((one) => one.type !== ComponentType.Button) as APISelectMenuComponent[];
  const found = menus.filter((one) => wanted === undefined || one.custom_id === wanted || one.placeholder === wanted);
  const [menu] = found;
  if (!menu || found.length > 1) throw new Mistake(menu ? "There is more than one menu here: which?" : "There is no such menu here.");
  if (menu.disabled) throw new Mistake("That menu is disabled.");
  return menu;
}

/** What is sent for a choice. @throws Mistake when there are too few or too many, or one that isn't in the menu. */
export function menuData(world: World, menu: APISelectMenuComponent, chosen: string[]): object {
  const [least, most] = [menu.min_values ?? 1, menu.max_values ?? 1];
  if (chosen.length < least || chosen.length > most) throw new Mistake(`Choose ${least === most ? least : `${least} to ${most}`}.`);
  const base = { custom_id: menu.custom_id, id: menu.id, component_type: menu.type };
  if (menu.type === ComponentType.StringSelect) {
    const values = chosen.map((wanted) => {
      const option = menu.options.find(({ value, label }) => value === wanted || label === wanted);
      if (!option) throw new Mistake(`"${wanted}" is not in that menu.`);
      return option.value;
    });
    return { ...base, values };
  }
  const resolved: Parameters<typeof resolveUser>[2] = {};
  for (const id of chosen) {
    const role = world.server.roles.find((one) => one.id === id);
    if (menu.type === ComponentType.ChannelSelect) resolveChannel(world, id, resolved);
    else if (role && menu.type !== ComponentType.UserSelect) (resolved.roles ??= {})[id] = role;
    else resolveUser(world, id, resolved);
  }
  return { ...base, values: chosen, resolved };
}
