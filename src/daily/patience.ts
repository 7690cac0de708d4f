/** How long to wait before something is tried again, in milliseconds. */

const firstRetry = 5000;
const longestRetry = 300_000;

/**
 * After a post that failed: five seconds, then twice as long each time, up to five minutes, and a quarter more or less, so that
 * many that failed together do not come back together.
 *
 * @param attempts how many there were, from 1
 * @param random from 0 to 1
 */
export function retryAfter(attempts: number, random: number): number {
  return Math.min(longestRetry, firstRetry * 2 ** (attempts - 1)) * (0.75 + random / 2);
}

/** As long as it has lasted already, within bounds: so the pauses double. */
export function asLongAgain(lasted: number, { least, most }: { least: number; most: number }): number {
  return Math.min(most, Math.max(least, lasted));
}
