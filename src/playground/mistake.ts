/** Thrown when a person tries what Discord's own window would not let them do; the message is what they would read. */
export class Mistake extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Mistake";
  }
}
