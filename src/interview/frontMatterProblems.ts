import * as z from "zod";
import { FrontMatterError, readFrontMatter, type SplitFile } from "../frontMatter.ts";

/**
 * Everything in a file's front matter that someone has to mend, each with its line; broken YAML hides the rest. Empty when all is well.
 * @param bodyField As readFrontMatter has it.
 */
export function frontMatterProblems(file: SplitFile, schema: z.ZodType, bodyField?: string): FrontMatterError[] {
  let issues: z.core.$ZodIssue[] = [];
  const collecting = z.unknown().transform((fields) => {
    issues = schema.safeParse(fields).error?.issues ?? [];
  });
  const broken = problemOf(() => readFrontMatter(file, collecting, bodyField));
  if (broken !== undefined) return [broken];
  // Read once more for each, so that it is told with its own line.
  return issues.flatMap((issue) => oneByOne(issue)).flatMap((issue) => problemOf(() => readFrontMatter(file, failingWith(issue), bodyField)) ?? []);
}

/** Several fields that nobody knows, each by itself. */
function oneByOne(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  return issue.code === "unrecognized_keys" ? issue.keys.map((key) => ({ ...issue, keys: [key] })) : [issue];
}

function failingWith(issue: z.core.$ZodIssue): z.ZodType {
  return z.unknown().check(({ issues, value }) => {
    issues.push({ ...issue, input: value } as z.core.$ZodRawIssue);
  });
}

function problemOf(read: () => unknown): FrontMatterError | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    if (error instanceof FrontMatterError) return error;
    throw error;
  }
}
