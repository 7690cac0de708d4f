import type { APITextInputComponent } from "discord.js";
import { describe, expect, it } from "vitest";
import { form } from "../../src/commands/daily/change.ts";
import { formWith } from "../../src/commands/library/entryForm.ts";
import type { Modal } from "../../src/discord/answer.ts";
import { modal } from "../../src/discord/modal.ts";
import { createLibrary } from "../../src/library/library.ts";
import { loadLibrary } from "../../src/library/load.ts";

const field = (value: string) => ({ name: "title", label: "Title", value, required: true, longest: 10 });
const title = "The Long Way Round the Harbour ".repeat(5).trim();

/** What stands in a form, and how much fits. */
function inputs({ modal: { components } }: Modal): Pick<APITextInputComponent, "custom_id" | "value" | "max_length">[] {
  return components.map((one) => (one as { component: APITextInputComponent }).component);
}

describe("a form", () => {
  it("shows what is there whole, or not at all", () => {
    expect(inputs(modal("A film", "film", [field("0123456789")]))[0]).toMatchObject({ value: "0123456789", max_length: 10 });
    expect(() => modal("A film", "film", [field("0123456789a")])).toThrow(new RangeError('The field "title" takes 10 characters, and its value has 11.'));
  });

  it("of an entry has room for titles that are longer than what was typed", () => {
    expect(inputs(formWith("A person", "person", [{ name: "films", label: "Films", required: false, longest: 50 }], { films: title }))[0]).toMatchObject({ value: title, max_length: title.length });
  });

  it("of a daily post has room for a film with a long title", async () => {
    const { films, interviews, people } = await loadLibrary();
    const library = createLibrary({ interviews, people, films: films.map((film) => (film.id === "beanpole" ? { ...film, title } : film)) });
    const schedule = { id: "a", number: 1, rule: { time: "09:00", zone: "Europe/Paris", days: [1] }, filter: { film: "beanpole" } };
    const shown = form(schedule as Parameters<typeof form>[0], { services: { library } } as Parameters<typeof form>[1]);
    expect(inputs(shown).at(-1)!.value).toContain(title);
  });
});
