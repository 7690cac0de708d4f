import { ComponentType } from "discord.js";
import { expect, it } from "vitest";
import { menuRow } from "../../src/discord/components.ts";

it("a choice of which there is nothing more to say has no description", () => {
  const row = menuRow("read", "Read one", [
    { label: "Beanpole", value: "beanpole", description: "" },
    { label: "Closeness", value: "closeness", description: "Kantemir Balagov" },
  ]);
  expect(row.components[0]).toEqual({
    type: ComponentType.StringSelect,
    custom_id: "read",
    placeholder: "Read one",
    options: [
      { label: "Beanpole", value: "beanpole" },
      { label: "Closeness", value: "closeness", description: "Kantemir Balagov" },
    ],
  });
});
