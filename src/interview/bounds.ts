import { NotAnInterview } from "./notAnInterview.ts";

/** Far more than a talk of ten hours has. Keeps a megabyte made to be slow from taking longer to read than one of prose. */
const MOST = { elements: 200_000, lines: 100_000, paragraphs: 15_000, sentences: 60_000, colons: 50_000 };

/** @throws NotAnInterview when there are more of some things than anybody says. */
export function checkCount(count: number, things: keyof typeof MOST): void {
  if (count > MOST[things]) throw new NotAnInterview(`The text has more than ${MOST[things].toLocaleString("en")} ${things}, and no interview is so long.`);
}
