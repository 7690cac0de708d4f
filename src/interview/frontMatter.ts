import { LineCounter, parseDocument, type Document, type ErrorCode } from "yaml";
import { z } from "zod";
import { readDate } from "./dates.ts";
import { NotAnInterview } from "./notAnInterview.ts";

/** More than any honest front matter needs; a bound on what the YAML reader is given. */
const MAXIMUM_LENGTH = 16_000;
const FENCE = /^---\s*$/;

const text = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).trim())
  .refine((value) => value !== "", "must not be empty")
  .refine((value) => !/[\r\n]/.test(value), "must be one line");
const optionalText = text.nullish().transform((value) => value ?? undefined);

const fields = z.object({
  title: optionalText,
  headline: optionalText,
  interviewer: optionalText,
  publication: optionalText,
  url: optionalText.refine((value) => value === undefined || URL.canParse(value), "must be a link"),
  date: optionalText.refine((value) => value === undefined || readDate(value) === value, "must be a date such as 2023-07-05"),
  translator: optionalText,
  translatedFrom: optionalText,
  speakers: z.array(text, "must be a list of names").nullish().transform((value) => value ?? []),
});

/** What the front matter says about an interview. */
export type FrontMatter = z.output<typeof fields>;

/** The front matter and how many lines it takes, the two `---` included; 0 when there is none. */
export interface FrontMatterReading {
  fields: FrontMatter;
  lineCount: number;
}

/**
 * Reads the YAML between `---` on the first line and the next `---`. Fields that we don't know are passed over.
 * @throws NotAnInterview naming the line when the YAML is broken or a field is not what it should be.
 */
export function readFrontMatter(lines: string[]): FrontMatterReading {
  const first = lines[0]?.replace(/^\ufeff/, "") ?? "";
  const end = FENCE.test(first) ? lines.findIndex((line, index) => index > 0 && FENCE.test(line)) : -1;
  if (end < 0) return { fields: fields.parse({}), lineCount: 0 };
  const yaml = lines.slice(1, end).join("\n");
  if (yaml.length > MAXIMUM_LENGTH) throw new NotAnInterview(`The front matter is longer than ${MAXIMUM_LENGTH} characters.`);
  return { fields: checkFields(yaml), lineCount: end + 1 };
}

function checkFields(yaml: string): FrontMatter {
  const lineCounter = new LineCounter();
  const { document, value } = readYaml(yaml, lineCounter);
  // Line 1 of the YAML is line 2 of the file.
  const lineAt = (offset: number): number => lineCounter.linePos(offset).line + 1;
  const problem = document.errors[0];
  if (problem !== undefined) {
    throw new NotAnInterview(`The front matter is broken on line ${lineAt(problem.pos[0])}: ${explain(problem.code)}.`);
  }
  const checked = fields.safeParse(value ?? {});
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0];
  const path = issue?.path.map(String) ?? [];
  const node = document.getIn(issue?.path ?? [], true);
  const offset = (node as { range?: [number, number, number] | null } | undefined)?.range?.[0] ?? 0;
  const what = path.length === 0 ? "the front matter" : `"${path[0]}"`;
  const wanted = issue?.code === "custom" || path[0] === "speakers" ? issue?.message : "must be text on one line";
  throw new NotAnInterview(`Line ${lineAt(offset)}: ${what} ${path.length === 0 ? "must be a list of fields" : wanted}.`);
}

function readYaml(yaml: string, lineCounter: LineCounter): { document: Document; value: unknown } {
  try {
    const document = parseDocument(yaml, { lineCounter, prettyErrors: false });
    return { document, value: document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 20 }) };
  } catch (cause) {
    // Too deep, or too many aliases: nothing that a person writes.
    throw new NotAnInterview("The front matter cannot be read as YAML.", { cause });
  }
}

function explain(code: ErrorCode): string {
  const words = code.toLowerCase().replaceAll("_", " ");
  return code === "BAD_INDENT" || code === "MULTILINE_IMPLICIT_KEY" || code === "BLOCK_AS_IMPLICIT_KEY"
    ? "check the indentation, and put text that holds a colon in quotation marks"
    : words;
}
