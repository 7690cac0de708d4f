import { createHash } from "node:crypto";

/** Letters and digits, ten or fewer, the same for the same snowflake however often it is asked for. */
export function idFrom(snowflake: string, length = 10): string {
  const number = createHash("sha256").update(snowflake).digest().readBigUInt64BE();
  return number.toString(36).padStart(10, "0").slice(-length);
}
