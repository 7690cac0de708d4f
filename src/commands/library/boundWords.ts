import { bounds } from "../../library/shelf.ts";
import type { Bound } from "../../store/shelves.ts";

/** Which of a server's bounds is met, and what to do about it: a sentence or two. */
export function boundWords(bound: Bound): string {
  const most = bounds[bound].toLocaleString("en-GB");
  switch (bound) {
    case "interviews":
      return `A server has room for ${most} interviews, and this one is full. \`/library remove\` makes room.`;
    case "quotes":
      return `A server has room for ${most} quotes over all its interviews, and this would be too many. \`/library remove\` makes room.`;
    case "characters":
      return `A server has room for ${most} characters over all its interviews, and this would be too many. \`/library remove\` makes room.`;
    case "entries":
      return `A server has room for ${most} films and people of its own, and this one is full. The card of one that is no longer needed has **Remove**.`;
    default:
      return `${most} reports are open already. \`/library reports\` shows them.`;
  }
}
