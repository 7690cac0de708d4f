import type * as z from "zod";

/**
 * What is wrong with an entry, a sentence each: "**Sources**: line 2 should be a web address." Markdown.
 *
 * @param labels of the form's fields, by those of the schema that they fill in
 */
export function mistakesIn(error: z.ZodError, labels: Readonly<Record<string, string>>): string[] {
  const mistakes = error.issues.map((issue) => {
    const field = String(issue.path[0]);
    const line = typeof issue.path[1] === "number" ? `line ${issue.path[1] + 1} ` : "";
    return `**${labels[field] ?? field}**: ${mistakeWords(issue, line)}`;
  });
  return [...new Set(mistakes)];
}

/** Our own messages are made to stand behind a field's name; zod's are put into plainer words. */
function mistakeWords(issue: z.core.$ZodIssue, line: string): string {
  switch (issue.code) {
    case "too_big":
      if (issue.origin === "array") return `${issue.maximum} at most.`;
      return issue.origin === "string" ? `${line}is longer than ${issue.maximum} characters.` : `the year should be ${issue.maximum} at most.`;
    case "too_small":
      if (issue.origin === "array") return "is missing.";
      return issue.origin === "string" ? `${line}${issue.message}.` : `the year should be ${issue.minimum} at least.`;
    case "invalid_union":
      return `${line}should be a title, with its year in brackets.`;
    default:
      return `${line}${issue.message}.`;
  }
}
