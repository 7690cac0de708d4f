/** Tags of bold and italics that stand together. */
const TAGS = /(?:<\/?(?:b|strong|em|i)(?:\s[^<>]{0,200})?>){1,8}/gi;
const EACH = /<(\/?)([a-z]+)[^<>]*>/gi;
/** Scripts without spaces between words set half a run of letters in bold as they please. */
const LETTER = /[^\P{L}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const SMALL_LETTER = /\p{Ll}/u;

interface Tag {
  name: string;
  start: number;
  end: number;
  /** Whether letters of one word stand on both sides. */
  inWord: boolean;
}

/** A page without the tags of bold and italics that begin or end inside a word: drop caps, "<em>un</em>used". Time grows with its length. */
export function withoutTagsInWords(html: string): string {
  const open: Tag[] = [];
  const dropped: Tag[] = [];
  for (const { 0: tags, index } of html.matchAll(TAGS)) {
    const [before, behind] = [html.charAt(index - 1), html.charAt(index + tags.length)];
    const each = [...tags.matchAll(EACH)];
    // What ends and begins again at once goes on.
    const goesOn = each.some(([, slash]) => slash === "") && each.some(([, slash]) => slash === "/");
    for (const { 0: written, 1: slash, 2: tag = "", index: place } of each) {
      const found = { name: tag.toLowerCase(), start: index + place, end: index + place + written.length, inWord: !goesOn && LETTER.test(before) && SMALL_LETTER.test(behind) };
      if (slash === "") open.push(found);
      else {
        const opening = open.at(-1)?.name === found.name ? open.pop() : undefined;
        if (opening !== undefined && (opening.inWord || found.inWord)) dropped.push(opening, found);
      }
    }
  }
  let end = 0;
  const kept = dropped.sort((one, other) => one.start - other.start).map((tag) => {
    const text = html.slice(end, tag.start);
    end = tag.end;
    return text;
  });
  return kept.join("") + html.slice(end);
}
