/** Something that the parser is not sure of. */
export interface Warning {
  /** Counted from 1; absent when it concerns the whole text. */
  line?: number;
  /** What was done in doubt, without a stop: `"KB" was never introduced; taken for Kantemir Balagov`. */
  message: string;
}

/** A warning as people read it: "line 48: …". */
export function showWarning({ line, message }: Warning): string {
  return line === undefined ? message : `line ${line}: ${message}`;
}
