/** Asks for suggestions while someone types: a moment after the last key, and only the newest answer counts. */
import type { Candidate } from "./candidates.ts";

/** How long typing must rest before the bot is asked, in milliseconds. */
const rest = 80;

export class Suggester {
  private readonly show: (suggestions: Candidate[]) => void;
  private readonly fail: (error: unknown) => void;
  private newest = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `show` gets the newest answer, `fail` an error of the newest question. */
  constructor(show: (suggestions: Candidate[]) => void, fail: (error: unknown) => void) {
    this.show = show;
    this.fail = fail;
  }

  /** Asks after a moment, unless something else is asked by then. */
  ask(question: () => Promise<Candidate[]>): void {
    this.stop();
    const number = this.newest;
    this.timer = setTimeout(() => {
      question().then(
        (suggestions) => number === this.newest && this.show(suggestions),
        (error: unknown) => number === this.newest && this.fail(error),
      );
    }, rest);
  }

  /** Drops what is asked: its answer will not be shown. */
  stop(): void {
    this.newest++;
    clearTimeout(this.timer);
  }
}
