/** Lets something happen so often and no oftener, for each of many: a token bucket each. */
export interface Pace {
  /** Whether it may happen now for this one; if so, it counts. */
  allows: (who: string) => boolean;
}

/** Those who were quiet longest are forgotten beyond this, so that memory is bounded. */
const remembered = 10_000;

/**
 * @param burst how often it may happen at once
 * @param interval milliseconds until it may happen once more
 * @param now the clock, in epoch milliseconds
 */
export function createPace(burst: number, interval: number, now: () => number): Pace {
  /** When the bucket of each will be full again; the newest stand last. */
  const full = new Map<string, number>();
  return {
    allows: (who) => {
      const time = now();
      const start = Math.max(full.get(who) ?? 0, time);
      if (start + interval > time + burst * interval) return false;
      full.delete(who);
      full.set(who, start + interval);
      if (full.size > remembered) full.delete(full.keys().next().value!);
      return true;
    },
  };
}
