import { ButtonStyle, ComponentType, type APIButtonComponent, type APISelectMenuOption } from "discord.js";
import type { Row } from "./answer.ts";
import { limits, shorten } from "./limits.ts";

interface Looks {
  style?: ButtonStyle.Primary | ButtonStyle.Secondary | ButtonStyle.Success | ButtonStyle.Danger;
  emoji?: string;
  disabled?: boolean;
}

/** A button that does what its custom id says. */
export function button(label: string, customId: string, { style = ButtonStyle.Secondary, emoji, disabled }: Looks = {}): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style,
    label: shorten(label, limits.buttonLabel),
    custom_id: customId,
    ...(emoji ? { emoji: { name: emoji } } : {}),
    ...(disabled ? { disabled } : {}),
  };
}

/** Buttons in as many rows as they need; Discord holds five rows of five. Of two that do the same, the first stays. */
export function buttonRows(buttons: APIButtonComponent[]): Row[] {
  const seen = new Set<string>();
  const different = buttons.filter((one) => {
    const action = "custom_id" in one ? one.custom_id : JSON.stringify(one);
    return seen.has(action) ? false : seen.add(action);
  });
  const rows: Row[] = [];
  for (let at = 0; at < different.length; at += limits.buttonsInRow) {
    rows.push({ type: ComponentType.ActionRow, components: different.slice(at, at + limits.buttonsInRow) });
  }
  return rows;
}

/** A menu to choose one of up to 25 from; an empty description is left out. */
export function menuRow(customId: string, placeholder: string, options: APISelectMenuOption[]): Row {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: customId,
        placeholder: shorten(placeholder, limits.menuPlaceholder),
        options: options.slice(0, limits.menuOptions).map(({ label, description, ...option }) => ({
          ...option,
          label: shorten(label, limits.menuOptionText),
          ...(description ? { description: shorten(description, limits.menuOptionText) } : {}),
        })),
      },
    ],
  };
}
