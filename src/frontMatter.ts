import { LineCounter, parseDocument, type Document, type ErrorCode } from "yaml";
import type * as z from "zod";

/** Something in a file's front matter that someone has to mend. The message says what, the line where. */
export class FrontMatterError extends Error {
  override readonly name = "FrontMatterError";
  readonly line: number;

  constructor(line: number, problem: string) {
    super(problem);
    this.line = line;
  }
}

/** A file in two: the YAML between its first line, `---`, and the next `---`; and the text below with its first line's number. */
export interface SplitFile {
  yaml: string;
  body: string;
  bodyLine: number;
}

function isFence(line: string | undefined): boolean {
  return line !== undefined && /^\uFEFF?---\s*$/.test(line);
}

/** Splits a file's lines into front matter and body; a file without front matter is all body. */
export function splitFrontMatter(lines: readonly string[]): SplitFile {
  const end = isFence(lines[0]) ? lines.findIndex((line, index) => index > 0 && isFence(line)) : -1;
  return { yaml: lines.slice(1, Math.max(end, 1)).join("\n"), body: lines.slice(end + 1).join("\n"), bodyLine: end + 2 };
}

/** More than any honest front matter needs. */
const longestYaml = 16_000;

/**
 * Reads front matter and checks it.
 *
 * @param body what the schema is given as the field `bodyField`, if that is named
 * @throws FrontMatterError naming the line of the first thing to mend
 */
export function readFrontMatter<Schema extends z.ZodType>(
  { yaml, body, bodyLine }: SplitFile,
  schema: Schema,
  bodyField?: string,
): z.output<Schema> {
  if (yaml.length > longestYaml) throw new FrontMatterError(1, `the front matter is longer than ${longestYaml} characters`);
  const counter = new LineCounter();
  // The first line of the YAML is the second of the file.
  const lineAt = (offset: number) => counter.linePos(offset).line + 1;
  const { document, fields } = readYaml(yaml, counter);
  const broken = document.errors[0];
  if (broken) throw new FrontMatterError(lineAt(broken.pos[0]), `the front matter is broken: ${explain(broken.code)}`);
  if (typeof fields !== "object" || Array.isArray(fields)) throw new FrontMatterError(2, "the front matter must be a list of fields");
  const checked = schema.safeParse(bodyField ? { ...fields, [bodyField]: body } : fields);
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0]!;
  const problem = ` ${problemIn(issue)}`;
  if (issue.path[0] === bodyField && bodyField) throw new FrontMatterError(bodyLine, `the text${problem}`);
  const keys = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0]!] : issue.path;
  throw new FrontMatterError(lineAt(offsetOf(keys)), `"${keys.join(".") || "front matter"}"${problem}`);

  /** Where the value at a path stands in the YAML, or the nearest thing above it when it is missing. */
  function offsetOf(path: readonly PropertyKey[]): number {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] | null } | undefined;
      if (node?.range) return node.range[0];
    }
    return 0;
  }
}

function readYaml(yaml: string, lineCounter: LineCounter): { document: Document; fields: unknown } {
  try {
    const document = parseDocument(yaml, { lineCounter, prettyErrors: false });
    return { document, fields: (document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 20 })) ?? {} };
  } catch {
    // Too deep, or too many aliases: nothing that a person writes.
    throw new FrontMatterError(2, "the front matter cannot be read as YAML");
  }
}

function explain(code: ErrorCode): string {
  return code === "BAD_INDENT" || code === "MULTILINE_IMPLICIT_KEY" || code === "BLOCK_AS_IMPLICIT_KEY"
    ? "check the indentation, and put text that holds a colon in quotation marks"
    : code.toLowerCase().replaceAll("_", " ");
}

/** What is wrong with a field, to be said behind its name. Our own messages begin so; zod's are put into plainer words. */
function problemIn(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return "is no field that we know; is it misspelt?";
  if (issue.code === "invalid_type") return issue.message.endsWith("undefined") ? "is missing" : `should be of the kind ${issue.expected}`;
  return /^[A-Z]/.test(issue.message) ? `will not do: ${issue.message}` : issue.message;
}
