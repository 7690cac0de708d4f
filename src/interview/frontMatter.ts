import * as z from "zod";
import { FrontMatterError, readFrontMatter, splitFrontMatter } from "../frontMatter.ts";
import { readDate } from "./dates.ts";
import { NotAnInterview } from "./notAnInterview.ts";

const text = z
  .union([z.string(), z.number()], "must be text on one line")
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
 * Reads what the front matter says about an interview: the YAML between `---` on the first line and the next `---`.
 * Fields that we don't know are passed over.
 * @throws NotAnInterview naming the line when the YAML is broken or a field is not what it should be.
 */
export function readInterviewFields(lines: string[]): FrontMatterReading {
  const file = splitFrontMatter(lines);
  try {
    return { fields: readFrontMatter(file, fields), lineCount: file.bodyLine - 1 };
  } catch (error) {
    if (error instanceof FrontMatterError) throw new NotAnInterview(`Line ${error.line}: ${error.message}.`, { cause: error });
    throw error;
  }
}
