/**
 * Bodies are checked with zod and refused in Discord's words.
 *
 * Lengths are counted in Unicode code points, not UTF-16 units: Discord's API is written in Python 3 and its staff
 * confirmed it (discord/discord-api-docs, question 1315). A family emoji joined of seven code points counts seven.
 */
import * as z from "zod";
import { refuse, type FormFlaw } from "../refusals.ts";

/** How long Discord takes a text to be: its code points. */
export function lengthOf(text: string): number {
  let length = 0;
  for (let index = 0; index < text.length; index++, length++) {
    if ((text.codePointAt(index) ?? 0) > 0xff_ff) index++;
  }
  return length;
}

/** Adds a flaw with one of Discord's own codes to a zod check, at `path` below the value being checked. */
export function flaw(context: z.core.$RefinementCtx, code: string, message: string, path: (string | number)[] = []): void {
  context.addIssue({ code: "custom", message, path, params: { code } });
}

function badLength(least: number, most: number): [code: string, message: string] {
  return least === 0
    ? ["BASE_TYPE_MAX_LENGTH", `Must be ${most} or fewer in length.`]
    : ["BASE_TYPE_BAD_LENGTH", `Must be between ${least} and ${most} in length.`];
}

/** A text of `least` to `most` code points. */
export function text(least: number, most: number) {
  return z.string().superRefine((value, context) => {
    const length = lengthOf(value);
    if (length < least || length > most) flaw(context, ...badLength(least, most));
  });
}

/** As `text`, with the white space around it taken away first, as Discord does for content and embeds. */
export function trimmed(least: number, most: number) {
  return z
    .string()
    .trim()
    .superRefine((value, context) => {
      const length = lengthOf(value);
      if (least === 1 && length === 0) flaw(context, "BASE_TYPE_REQUIRED", "This field is required");
      else if (length < least || length > most) flaw(context, ...badLength(least, most));
    });
}

/** A list of `least` to `most` things. */
export function list<Item extends z.ZodType>(item: Item, least: number, most: number) {
  return z.array(item).superRefine((value, context) => {
    if (value.length < least || value.length > most) flaw(context, ...badLength(least, most));
  });
}

/** A whole number from `least` to `most`. */
export function whole(least: number, most: number) {
  return z.number().superRefine((value, context) => {
    if (!Number.isInteger(value)) flaw(context, "NUMBER_TYPE_COERCE", `Value "${value}" is not int.`);
    else if (value < least) flaw(context, "NUMBER_TYPE_MIN", `int value should be greater than or equal to ${least}.`);
    else if (value > most) flaw(context, "NUMBER_TYPE_MAX", `int value should be less than or equal to ${most}.`);
  });
}

/** One of a few numbers. */
export function oneOf(...numbers: number[]) {
  return z.number().superRefine((value, context) => {
    if (!numbers.includes(value)) flaw(context, "BASE_TYPE_CHOICES", `Value must be one of {${numbers.join(", ")}}.`);
  });
}

/** A web address; `schemes` without the colon. */
export function address(...schemes: string[]) {
  return z.string().superRefine((value, context) => {
    if (lengthOf(value) > 2048) return flaw(context, ...badLength(0, 2048));
    if (!URL.canParse(value)) return flaw(context, "URL_TYPE_INVALID_URL", "Not a well formed URL.");
    const scheme = new URL(value).protocol.slice(0, -1);
    if (schemes.includes(scheme)) return;
    const allowed = schemes.map((name) => `'${name}'`).join(", ");
    flaw(context, "URL_TYPE_INVALID_SCHEME", `Scheme "${scheme}" must be one of (${allowed}).`);
  });
}

/** An id. */
export const snowflake = z.union([z.string(), z.number()], { error: () => "id" }).transform(String).superRefine((value, context) => {
  if (!/^\d{1,20}$/.test(value)) flaw(context, "NUMBER_TYPE_COERCE", `Value "${value.slice(0, 40)}" is not snowflake.`);
});

/**
 * The body as the schema gives it back.
 * @throws Refusal 50035 with every flaw, its path starting with `under`.
 */
export function checkForm<Schema extends z.ZodType>(schema: Schema, body: unknown, under: string[] = []): z.output<Schema> {
  const checked = schema.safeParse(body, { reportInput: true });
  if (checked.success) return checked.data;
  throw refuse.invalidForm(...checked.error.issues.map((issue) => inDiscordsWords(issue, under)));
}

function inDiscordsWords(issue: z.core.$ZodIssue, under: string[]): FormFlaw {
  const path = [...under, ...issue.path.map((step) => (typeof step === "symbol" ? String(step) : step))];
  if (issue.code === "custom") {
    const code: unknown = issue.params?.["code"];
    return { path, code: typeof code === "string" ? code : "BASE_TYPE_INVALID", message: issue.message };
  }
  if (issue.code === "invalid_type") return { path, ...wrongType(issue.expected, issue.input) };
  if (issue.code === "invalid_union" && issue.discriminator !== undefined) {
    return { path, code: "UNION_TYPE_CHOICES", message: `Value of field "${issue.discriminator}" is of no type that is allowed here.` };
  }
  if (issue.input === undefined || issue.input === null) return { path, ...wrongType("", issue.input) };
  return { path, code: "BASE_TYPE_INVALID", message: issue.message };
}

function wrongType(expected: string, input: unknown): { code: string; message: string } {
  if (input === undefined || input === null) return { code: "BASE_TYPE_REQUIRED", message: "This field is required" };
  if (expected === "number") return { code: "NUMBER_TYPE_COERCE", message: `Value is not int.` };
  if (expected === "boolean") return { code: "BOOLEAN_TYPE_CONVERT", message: "Must be either true or false." };
  if (expected === "array") return { code: "LIST_TYPE_CONVERT", message: "Only iterables may be used in a ListType" };
  if (expected === "object") return { code: "MODEL_TYPE_CONVERT", message: "Only dictionaries may be used in a ModelType" };
  return { code: "STRING_TYPE_CONVERT", message: "Could not interpret value as string." };
}
