/* What people write of where an interview is from, as front matter takes it. */

/** In characters. */
export const longestDetail = 300;
export const longestAddress = 1000;

/** The address of a page on the web as browsers write it, "https://" put before where it was left out; nothing for any other text. */
export function webAddress(text: string): string | undefined {
  const address = /^[\w-]{1,63}(?:\.[\w-]{1,63}){1,9}(?:[/?#:]|$)/.test(text) ? `https://${text}` : text;
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  const { href, hostname } = new URL(address);
  return hostname.includes(".") && href.length <= longestAddress ? href : undefined;
}

/** The text in one line, without characters that nobody sees. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}
