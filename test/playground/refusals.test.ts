import { DiscordAPIError, Routes } from "discord.js";
import { expect, test } from "vitest";
import type { Playground } from "../../src/playground/playground.ts";
import { api, channel, open } from "./support.ts";

/** Five posts in five seconds are what a channel takes: these tests go to a fresh playground each. */
async function post(body: object, files?: { name: string; data: Buffer }[], playground?: Playground): Promise<unknown> {
  const there = playground ?? (await open());
  return api(there).post(Routes.channelMessages(channel(there, "general")), { body, files });
}

async function refusal(body: object): Promise<{ code: unknown; flaws: string[] }> {
  const error: unknown = await post(body).then(
    () => new Error("It was not refused."),
    (reason: unknown) => reason,
  );
  if (!(error instanceof DiscordAPIError)) throw error;
  return { code: error.code, flaws: flaws(error.rawError) };
}

/** Every flaw as "path CODE". */
function flaws(raw: object): string[] {
  const walk = (node: object, path: string): string[] =>
    Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
      if (key === "_errors" && Array.isArray(value)) return value.map((one: { code: string }) => `${path} ${one.code}`);
      return typeof value === "object" && value !== null ? walk(value, path ? `${path}.${key}` : key) : [];
    });
  return "errors" in raw && typeof raw.errors === "object" && raw.errors !== null ? walk(raw.errors, "") : [];
}

const letters = (count: number) => "x".repeat(count);
const button = { type: 2, style: 1, label: "Go", custom_id: "go" };
const inRow = (...components: object[]) => ({ content: "x", components: [{ type: 1, components }] });
const menu = { type: 3, custom_id: "menu", options: [{ label: "One", value: "1" }] };
const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));

test.each<[what: string, body: object, flaw: string]>([
  ["content over 2000 characters", { content: letters(2001) }, "content BASE_TYPE_MAX_LENGTH"],
  ["content that is no text", { content: 7 }, "content STRING_TYPE_CONVERT"],
  ["eleven embeds", { embeds: many(11, () => ({ title: "x" })) }, "embeds BASE_TYPE_MAX_LENGTH"],
  ["an embed with nothing in it", { embeds: [{}] }, "embeds.0.description BASE_TYPE_REQUIRED"],
  ["an embed title over 256", { embeds: [{ title: letters(257) }] }, "embeds.0.title BASE_TYPE_MAX_LENGTH"],
  ["an embed description over 4096", { embeds: [{ description: letters(4097) }] }, "embeds.0.description BASE_TYPE_MAX_LENGTH"],
  ["26 fields", { embeds: [{ fields: many(26, () => ({ name: "n", value: "v" })) }] }, "embeds.0.fields BASE_TYPE_MAX_LENGTH"],
  ["a field name over 256", { embeds: [{ fields: [{ name: letters(257), value: "v" }] }] }, "embeds.0.fields.0.name BASE_TYPE_BAD_LENGTH"],
  ["a field name that is blank", { embeds: [{ fields: [{ name: "  ", value: "v" }] }] }, "embeds.0.fields.0.name BASE_TYPE_REQUIRED"],
  ["a field value over 1024", { embeds: [{ fields: [{ name: "n", value: letters(1025) }] }] }, "embeds.0.fields.0.value BASE_TYPE_BAD_LENGTH"],
  ["a footer over 2048", { embeds: [{ footer: { text: letters(2049) } }] }, "embeds.0.footer.text BASE_TYPE_BAD_LENGTH"],
  ["an author over 256", { embeds: [{ author: { name: letters(257) } }] }, "embeds.0.author.name BASE_TYPE_BAD_LENGTH"],
  ["6001 characters over all embeds", { embeds: [{ description: letters(4000) }, { description: letters(2001) }] }, "embeds MAX_EMBED_SIZE_EXCEEDED"],
  ["a colour beyond white", { embeds: [{ title: "x", color: 0x1_00_00_00 }] }, "embeds.0.color NUMBER_TYPE_MAX"],
  ["a negative colour", { embeds: [{ title: "x", color: -1 }] }, "embeds.0.color NUMBER_TYPE_MIN"],
  ["a url that is none", { embeds: [{ title: "x", url: "nowhere" }] }, "embeds.0.url URL_TYPE_INVALID_URL"],
  ["an image of another scheme", { embeds: [{ title: "x", image: { url: "ftp://films.example/a.png" } }] }, "embeds.0.image.url URL_TYPE_INVALID_SCHEME"],
  ["a timestamp that is none", { embeds: [{ title: "x", timestamp: "yesterday" }] }, "embeds.0.timestamp DATE_TIME_TYPE_PARSE"],
  ["six rows", { content: "x", components: many(6, (index) => ({ type: 1, components: [{ ...button, custom_id: `${index}` }] })) }, "components BASE_TYPE_MAX_LENGTH"],
  ["six buttons in a row", inRow(...many(6, (index) => ({ ...button, custom_id: `${index}` }))), "components.0.components BASE_TYPE_BAD_LENGTH"],
  ["an empty row", inRow(), "components.0.components BASE_TYPE_BAD_LENGTH"],
  ["a button outside a row", { content: "x", components: [button] }, "components.0.type UNION_TYPE_CHOICES"],
  ["a component of no known type", inRow({ ...button, type: 99 }), "components.0.components.0.type UNION_TYPE_CHOICES"],
  ["a component of the second kind", { content: "x", components: [{ type: 10, content: "x" }] }, "components.0.type UNION_TYPE_CHOICES"],
  ["the flag for the second kind of components", { content: "x", flags: 1 << 15 }, "flags PLAYGROUND_NO_COMPONENTS_V2"],
  ["a custom id over 100", inRow({ ...button, custom_id: letters(101) }), "components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH"],
  ["a button without a custom id", inRow({ ...button, custom_id: undefined }), "components.0.components.0.custom_id BASE_TYPE_REQUIRED"],
  ["a custom id twice", inRow(button, button), "components.0.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED"],
  ["a label over 80", inRow({ ...button, label: letters(81) }), "components.0.components.0.label BASE_TYPE_MAX_LENGTH"],
  ["a button with neither label nor emoji", inRow({ ...button, label: undefined }), "components.0.components.0.label BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED"],
  ["an emoji that is none", inRow({ ...button, emoji: { name: "smile" } }), "components.0.components.0.emoji.name BUTTON_COMPONENT_INVALID_EMOJI"],
  ["a link button without a url", inRow({ type: 2, style: 5, label: "Go" }), "components.0.components.0.url BASE_TYPE_REQUIRED"],
  ["a button of no known style", inRow({ ...button, style: 9 }), "components.0.components.0.style BASE_TYPE_CHOICES"],
  ["a menu beside a button", inRow(menu, button), "components.0.components COMPONENT_LAYOUT_WIDTH_EXCEEDED"],
  ["a menu without options", inRow({ ...menu, options: [] }), "components.0.components.0.options BASE_TYPE_BAD_LENGTH"],
  ["26 options", inRow({ ...menu, options: many(26, (index) => ({ label: "x", value: `${index}` })) }), "components.0.components.0.options BASE_TYPE_BAD_LENGTH"],
  ["an option twice", inRow({ ...menu, options: many(2, () => ({ label: "x", value: "1" })) }), "components.0.components.0.options.1.value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED"],
  ["an option's label over 100", inRow({ ...menu, options: [{ label: letters(101), value: "1" }] }), "components.0.components.0.options.0.label BASE_TYPE_BAD_LENGTH"],
  ["an option's description over 100", inRow({ ...menu, options: [{ label: "x", value: "1", description: letters(101) }] }), "components.0.components.0.options.0.description BASE_TYPE_MAX_LENGTH"],
  ["a placeholder over 150", inRow({ ...menu, placeholder: letters(151) }), "components.0.components.0.placeholder BASE_TYPE_MAX_LENGTH"],
  ["a nonce over 25", { content: "x", nonce: letters(26), enforce_nonce: true }, "nonce BASE_TYPE_MAX_LENGTH"],
  ["a reply to a message that is gone", { content: "x", message_reference: { message_id: "1" } }, "message_reference MESSAGE_REFERENCE_UNKNOWN_MESSAGE"],
])("%s is refused", async (_what, body, expected) => {
  const { code, flaws: found } = await refusal(body);
  expect(code).toBe(50_035);
  expect(found).toContain(expected);
});

test("an empty message is refused, and so is one of white space", async () => {
  expect((await refusal({})).code).toBe(50_006);
  expect((await refusal({ content: " \n " })).code).toBe(50_006);
});

test("everything just within its limit is taken, counted in code points", async () => {
  const playground = await open();
  const fields = many(25, () => ({ name: "n", value: "v" }));
  await post({ content: "🎬".repeat(2000) }, undefined, playground);
  await post({ embeds: [{ title: letters(256), description: letters(4096), fields, footer: { text: letters(1000) } }, { author: { name: letters(256) } }] }, undefined, playground);
  const rows = many(5, (row) => ({ type: 1, components: many(5, (place) => ({ ...button, label: letters(80), custom_id: letters(97) + row + place })) }));
  await post({ content: `  ${letters(2000)}  `, components: rows }, undefined, playground);
  await post(inRow({ ...menu, placeholder: letters(150), options: many(25, (index) => ({ label: letters(100), value: `${index}`, emoji: { name: "▶️" } })) }), undefined, playground);
  expect(playground.sit("Ada").see("#general")).toHaveLength(4);
});
