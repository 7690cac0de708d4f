/** Thrown when a text holds no interview. The message is one sentence that says what is missing, or what to mend and on which line. */
export class NotAnInterview extends Error {
  override readonly name = "NotAnInterview";
}
