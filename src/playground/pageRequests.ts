/** What the chat page may ask for, checked: protocol.ts says what each of these means. */
import * as z from "zod";
import type { PageRequest } from "./protocol.ts";

const id = z.string().max(40);
const value = z.union([z.string().max(6000), z.number(), z.boolean()]);
/** What a page may send in one message besides its files. */
const file = z.object({ name: z.string().max(255), type: z.string().max(255), base64: z.base64() });

const command = { channel: id, command: z.string().max(32), subcommand: z.string().max(65).optional() };
const options = z.record(z.string().max(32), value);

/** The longest time that may pass at once, in milliseconds: a year. */
const YEAR = 366 * 86_400_000;

const request = z.discriminatedUnion("action", [
  z.object({ action: z.literal("sit"), user: id }),
  z.object({ action: z.literal("read"), channel: id }),
  z.object({ action: z.literal("say"), channel: id, content: z.string(), files: z.array(file).max(10).optional() }),
  z.object({ action: z.literal("run"), ...command, options: z.record(z.string().max(32), z.union([value, file])) }),
  z.object({ action: z.literal("runOn"), message: id, command: z.string().max(32) }),
  z.object({ action: z.literal("complete"), ...command, options, focused: z.string().max(32) }),
  z.object({ action: z.literal("press"), message: id, customId: z.string().max(100) }),
  z.object({ action: z.literal("choose"), message: id, customId: z.string().max(100), values: z.array(z.string().max(100)).max(25) }),
  z.object({ action: z.literal("submit"), modal: id, fields: z.record(z.string().max(100), z.union([z.string().max(4000), z.array(z.string().max(100)).max(25)])) }),
  z.object({ action: z.literal("dismiss"), message: id }),
  z.object({ action: z.literal("pass"), milliseconds: z.number().int().min(1).max(YEAR) }),
  z.object({ action: z.literal("skip") }),
]) satisfies z.ZodType<PageRequest>;

const numbered = z.object({ request: z.number().int() });

/** The request and its number. The request is absent when it makes no sense; all is, when there isn't even a number. */
export function readRequest(text: string): { number: number; request: PageRequest | undefined } | undefined {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    // Not JSON, so no number to reply to: the caller hangs up.
    return undefined;
  }
  const number = numbered.safeParse(body).data?.request;
  return number === undefined ? undefined : { number, request: request.safeParse(body).data };
}
