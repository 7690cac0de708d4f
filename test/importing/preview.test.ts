import { expect, it } from "vitest";
import { parse } from "yaml";
import { newcomersText } from "../../src/importing/preview.ts";
import type { Interview } from "../../src/interview/interview.ts";
import { personSchema } from "../../src/library/person.ts";

/** The front matter that is offered for somebody who spoke in an interview at this address. */
function offeredFor(url: string | undefined): Record<string, unknown> {
  const interview = { speakers: [{ name: "Odile Fenn", labels: [] }], url } as unknown as Interview;
  const [, frontMatter] = newcomersText(interview, { people: [] }).split("    ---\n");
  return parse(frontMatter!.replace(/^ {4}/gm, "")) as Record<string, unknown>;
}

it.each([
  ["https://example.org/fenn", "https://example.org/fenn"],
  [`https://example.org/${"x".repeat(200)}`, "https://example.org"],
  [undefined, "https://example.org"],
])("the entry that is offered for a newcomer is one that can be checked in: %s", (url, source) => {
  const offered = offeredFor(url);
  expect(offered).toEqual({ name: "Odile Fenn", sources: [source] });
  expect(personSchema.safeParse({ ...offered, biography: "She listens to gulls, if there are any, before every take." }).success).toBe(true);
});
