import { parse as parseToml, TomlDate, TomlError } from "smol-toml";
import * as z from "zod";
import { FrontMatterError, readFrontMatter, splitFrontMatter } from "../frontMatter.ts";
import { readDate } from "./dates.ts";
import { frontMatterProblems } from "./frontMatterProblems.ts";
import { inARow } from "./names.ts";
import { NotAnInterview } from "./notAnInterview.ts";

/** In characters: all fields of one interview, at their longest, fit into the front matter of a transcript file. */
const LONGEST = 300;
const LONGEST_LINK = 1000;
const LONGEST_NAME = 80;
const MOST_NAMES = 60;

const textUpTo = (longest: number) =>
  z
    .union([z.string(), z.number()], "must be text on one line")
    .transform((value) => String(value).trim())
    .refine((value) => value !== "", "must not be empty")
    .refine((value) => !/[\r\n]/.test(value), "must be one line")
    .refine((value) => value.length <= longest, `must be no longer than ${longest} characters`);
const text = textUpTo(LONGEST);
/** A name before `:**` is a label in a transcript file, and none may look as if it ended earlier. */
const name = textUpTo(LONGEST_NAME).refine((value) => !value.includes(":**"), "must not hold :**");
const optionalText = text.nullish().transform((value) => value ?? undefined);
/** "2023-07-05", "July 5, 2023", or the day of a moment such as "2023-07-05 10:00:00 +0200". */
const date = optionalText
  .transform((value) => (value === undefined ? undefined : (readDate(value.replace(/^(\d{4}-\d{2}-\d{2})[T ]\d.{0,40}$/, "$1")) ?? "")))
  .refine((value) => value !== "", "must be a date such as 2023-07-05");
/** A path, as site generators have it, is no link and is passed over. */
const url = textUpTo(LONGEST_LINK)
  .nullish()
  .transform((value) => (value == null || value.startsWith("/") ? undefined : value))
  .refine((value) => value === undefined || (/^https?:\/\//i.test(value) && URL.canParse(value)), "must be a link that begins with https:// or http://");
const names = z
  .union([z.array(name).max(MOST_NAMES), name.transform((only) => [only])], "must be a list of names")
  .nullish()
  .transform((value) => value ?? []);

/** What other people's files (Jekyll, Hugo and their like) call our fields. Whatever is not as we need it is passed over. */
const theirs = z.object({
  subtitle: optionalText.catch(undefined),
  author: optionalText.catch(undefined),
  authors: names.catch([]),
  byline: optionalText.catch(undefined),
  publisher: optionalText.catch(undefined),
  source: optionalText.catch(undefined),
  canonical_url: url.catch(undefined),
  canonicalURL: url.catch(undefined),
  link: url.catch(undefined),
  guest: names.catch([]),
  guests: names.catch([]),
  interviewee: names.catch([]),
  interviewees: names.catch([]),
});

const fields = theirs
  .extend({
    title: optionalText,
    headline: optionalText,
    interviewer: optionalText,
    publication: optionalText,
    url,
    date,
    translator: optionalText,
    translatedFrom: optionalText,
    speakers: names,
  })
  .transform((given) => ({
    title: given.title,
    headline: given.headline ?? given.subtitle,
    interviewer: given.interviewer ?? given.author ?? given.byline ?? inARow(given.authors),
    publication: given.publication ?? given.publisher ?? (given.source && !URL.canParse(given.source) ? given.source : undefined),
    url: given.url ?? given.canonical_url ?? given.canonicalURL ?? given.link ?? (given.source && URL.canParse(given.source) ? given.source : undefined),
    date: given.date,
    translator: given.translator,
    translatedFrom: given.translatedFrom,
    speakers: given.speakers,
    /** Who was interviewed, as other people's files say it: a hint, not the full list of our own files. */
    guests: [...given.guest, ...given.guests, ...given.interviewee, ...given.interviewees],
  }));

/** What the front matter says about an interview. */
export type FrontMatter = z.output<typeof fields>;

/** The front matter and how many lines it takes, its two fences included; 0 when there is none. */
export interface FrontMatterReading {
  fields: FrontMatter;
  lineCount: number;
}

const TOML_FENCE = /^\ufeff?\+\+\+\s*$/;
const FIELD = /^["']?[\w-]{1,60}["']?\s{0,10}:/;
/** More than any honest front matter needs. */
const LONGEST_TOML = 16_000;

/**
 * Reads what the front matter says about an interview: YAML between `---` on the first line and the next `---`, or
 * TOML between lines of `+++`. Fields that we don't know are passed over. A rule on the first line is no front matter.
 * @throws NotAnInterview naming the line when it is broken or a field is not what it should be.
 */
export function readInterviewFields(lines: string[]): FrontMatterReading {
  try {
    if (TOML_FENCE.test(lines[0] ?? "")) return readToml(lines);
    const file = splitFrontMatter(lines);
    const isRule = file.yaml !== "" && !file.yaml.split("\n").some((line) => FIELD.test(line));
    return isRule ? { fields: fields.parse({}), lineCount: 0 } : { fields: readFrontMatter(file, fields), lineCount: file.bodyLine - 1 };
  } catch (error) {
    if (error instanceof FrontMatterError) throw new NotAnInterview(`${error.message}.`, { line: error.line, cause: error });
    throw error;
  }
}

/** Everything that readInterviewFields would refuse, each with its line; of TOML, the first thing alone. */
export function interviewFieldProblems(lines: string[]): FrontMatterError[] {
  if (!TOML_FENCE.test(lines[0] ?? "")) return frontMatterProblems(splitFrontMatter(lines), fields);
  try {
    readToml(lines);
    return [];
  } catch (error) {
    if (error instanceof FrontMatterError) return [error];
    throw error;
  }
}

function readToml(lines: string[]): FrontMatterReading {
  const end = lines.findIndex((line, index) => index > 0 && TOML_FENCE.test(line));
  if (end < 0) return { fields: fields.parse({}), lineCount: 0 };
  const toml = lines.slice(1, end);
  if (toml.join("\n").length > LONGEST_TOML) throw new FrontMatterError(1, `the front matter is longer than ${LONGEST_TOML} characters`);
  const checked = fields.safeParse(parse(toml.join("\n")));
  if (checked.success) return { fields: checked.data, lineCount: end + 1 };
  const issue = checked.error.issues[0];
  const field = String(issue?.path[0] ?? "");
  const line = toml.findIndex((each) => each.trim().startsWith(field)) + 2;
  throw new FrontMatterError(line, `"${field}" ${issue?.message ?? "will not do"}`);
}

/** The fields of TOML, those of Hugo's `[params]` among them, dates as text. */
function parse(toml: string): Record<string, unknown> {
  try {
    const { params, ...given } = parseToml(toml);
    const inner = typeof params === "object" && !Array.isArray(params) && !(params instanceof Date) ? Object.entries(params) : [];
    return Object.fromEntries([...inner, ...Object.entries(given)].map(([key, value]) => [key, value instanceof TomlDate ? value.toISOString().slice(0, 10) : value]));
  } catch (error) {
    if (error instanceof TomlError) throw new FrontMatterError(error.line + 1, "the front matter is broken: it cannot be read as TOML");
    throw error;
  }
}
