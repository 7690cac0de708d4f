/** Where a text is at fault, and what made it known. */
interface NotAnInterviewOptions extends ErrorOptions {
  line?: number | undefined;
}

/**
 * Thrown when a text holds no interview. The message is one sentence that says what is missing, or what to mend and on which line:
 * "Line 29: …".
 */
export class NotAnInterview extends Error {
  override readonly name = "NotAnInterview";
  /** The sentence without its line. */
  readonly problem: string;
  /** Of the text, counted from 1; undefined when it is the text as a whole. */
  readonly line: number | undefined;

  constructor(problem: string, { line, ...options }: NotAnInterviewOptions = {}) {
    super(line === undefined ? problem : `Line ${line}: ${problem}`, options);
    this.problem = problem;
    this.line = line;
  }
}
