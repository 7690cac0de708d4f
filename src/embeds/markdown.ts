/**
 * The text with a backslash before whatever Discord would take for Markdown, a mention, an emoji or a link, so that
 * its reader sees it letter for letter.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\*_~`|<[\]]/g, "\\$&")
    .replace(/:(?=\w|\/\/)/g, "\\:")
    .replace(/^(\s*)([#>+-])/gm, "$1\\$2")
    .replace(/^(\s*\d+)\./gm, "$1\\.");
}

/** A link in Markdown; neither its text nor its address can break out of it. */
export function link(text: string, url: string): string {
  return `[${escapeMarkdown(text)}](${url.replace(/[()<>\s\\]/g, (character) => encodeURIComponent(character).replace("(", "%28").replace(")", "%29"))})`;
}
