import { createHash } from "node:crypto";
import { fold } from "./words.ts";

/**
 * A name as an id: lower-case Latin words joined by hyphens, at most `longest` characters. A name without Latin letters gets
 * one made from its hash.
 */
export function slugOf(name: string, longest: number): string {
  const words = fold(name).match(/[a-z0-9]+/g) ?? [];
  let slug = words[0]?.slice(0, longest) ?? `n${createHash("sha256").update(name).digest("hex").slice(0, 10)}`;
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > longest) break;
    slug += `-${word}`;
  }
  return slug;
}
