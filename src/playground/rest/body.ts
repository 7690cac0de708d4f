/** The body of a request: JSON, or a form whose payload_json is the JSON and whose files[n] are files (Discord's "Uploading Files"). */
import type { Context } from "hono";
import { FILE_LIMIT } from "../files.ts";
import { MOST_FILES, type SentFile } from "../payloads/messages.ts";
import { refuse } from "../refusals.ts";

/** What a whole request may weigh. */
const BODY_LIMIT = 25 * 1024 * 1024;

/**
 * Reads the body once.
 * @throws Refusal 50109 when it is no JSON, 40005 when it or one of its files is too large, 50035 when it has too many
 * files, one number twice, or a part that isn't known here.
 */
export async function readBody(context: Context): Promise<{ body: unknown; files: SentFile[] }> {
  if (Number(context.req.header("content-length") ?? 0) > BODY_LIMIT) throw refuse.tooLarge();
  if (!context.req.header("content-type")?.startsWith("multipart/form-data")) {
    const text = await context.req.text();
    return { body: text === "" ? undefined : parse(text), files: [] };
  }
  const form = await context.req.formData();
  const json = form.get("payload_json");
  const files: SentFile[] = [];
  for (const [name, value] of form.entries()) {
    if (name === "payload_json") continue;
    const index = /^files\[(\d{1,3})\]$/.exec(name)?.[1];
    if (typeof value === "string" || index === undefined) throw unknownPart(name);
    if (files.some((file) => file.index === index)) throw refuse.invalidForm({ path: [name], code: "PLAYGROUND_PART_TWICE", message: "Every file has a number of its own." });
    if (value.size > FILE_LIMIT) throw refuse.tooLarge();
    files.push({ index, name: value.name, type: value.type || "application/octet-stream", bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  if (files.length > MOST_FILES) throw refuse.invalidForm({ path: ["files"], code: "BASE_TYPE_MAX_LENGTH", message: `Must be ${MOST_FILES} or fewer in length.` });
  return { body: typeof json === "string" ? parse(json) : {}, files };
}

function unknownPart(name: string): Error {
  const message = "A form here has files, as files[0] and so on, and payload_json with all the rest.";
  return refuse.invalidForm({ path: [name.slice(0, 100)], code: "PLAYGROUND_UNKNOWN_PART", message });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse.invalidJson();
  }
}
