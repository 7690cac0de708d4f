import { expect, test } from "vitest";
import type { SeenMessage } from "../../src/playground/protocol.ts";
import { readable } from "../../src/playground/readable.ts";
import { open } from "./support.ts";

test("a message reads from top to bottom as its reader sees it", async () => {
  const playground = await open();
  const said = playground.sit("Ada").say("#general", "1\\. \\*not bold\\*");
  const embed = { author: { name: "Kantemir Balagov" }, title: "A title", url: "https://films.example/", description: "Words \\_said\\_", fields: [{ name: "Year", value: "2019" }], footer: { text: "Galerie" } };
  const buttons = [{ type: 2, style: 2, label: "Another", emoji: { name: "🎬" }, custom_id: "a", disabled: true }, { type: 2, style: 5, label: "Source", url: "https://films.example/" }];
  const message = { ...said, embeds: [embed], components: [{ type: 1, components: buttons }] } as unknown as SeenMessage;
  expect(readable(message).split("\n")).toEqual(["Ada:", "1. *not bold*", "Kantemir Balagov", "A title <https://films.example/>", "Words _said_", "Year: 2019", "Galerie", "[🎬 Another] (disabled) [Source]"]);
});
