import { isEditorsNote } from "./credits.ts";
import { endsLikeProse, isLeftover } from "./lines.ts";
import { asksLeaveForCookies, isCopyright } from "./notices.ts";
import type { Role } from "./parts.ts";

/** What stands on a page around an interview, as a single line shows it. Every pattern is tried on short lines only. */
const LONGEST = 300;
const LONGEST_DIRECTION = 150;
const LINK = /^(?:[<(]?(?:https?:\/\/|www\.)\S+|\[[^\][]{0,150}\]\(\S{0,300}\))$/i;
/** What a site generator replaces: `{% include player.html %}`, `{: .lead}`, `{{< youtube >}}`. */
const TEMPLATE = /^\{[%{:].{0,280}\}$/;
const FOOTNOTE = /^(?:\[\^?[\da-z]{1,4}\]:?\s|\^\d{1,3}\s|[¹²³⁴-⁹⁰]{1,3}\s?\p{L}|[†‡]\s?\p{L}|\d{1,3}\s?↩)/u;
const EDITORS =
  /^[[(*_]{0,3}(?:editor['’]?s?['’]? note|editors['’]? note|ed\.? note|ed\.:|translator['’]s note|note from the editors?|ndlr|n\.d\.l\.r|note de la rédaction|nota (?:del editor|de la redacción|da redação|del redattore|di redazione)|anm(?:erkung|\.) d(?:er|\.) red|прим(?:ечание|\.) ред|от редакции)/iu;
const SPONSOR =
  /^[[(*_]{0,3}(?:sponsored by|(?:today['’]s |our )?sponsors?:|this (?:episode|interview|conversation|podcast|transcript) (?:is|was) (?:sponsored|brought to you|supported)|brought to you by|(?:story|article) continues (?:below|after)|continue reading below|a word from our sponsors?|support for .{1,60} comes from)/iu;
/** A heading over an advertisement, and not what somebody says of advertising. */
const ADVERTISEMENT = /^[[(*_]{0,3}(?:advertisements?|advertising|sponsored|publicité|publicidade?|werbung|anzeige|pubblicità|реклама)(?!\p{L})/iu;
const LONGEST_ADVERTISEMENT = 60;
/** Whole lines, or beginnings of lines that are no sentence. */
const NAVIGATION =
  /^(?:skip to (?:main )?content|share(?: this| on| via| article)?(?: .{0,40})?|tweet|print|e-?mail|menu|search|home|comments?|close|next|previous|log in|sign in|sign up .{1,80}|subscribe(?: .{1,80})?|newsletter|follow us .{0,60}|read more.{0,120}|read (?:next|also).{0,120}|keep reading.{0,80}|continue reading.{0,80}|related(?: articles| stories| reading| posts)?|see also|more from .{1,60}|most read|popular|trending|filed under.{0,120}|tags?|categor(?:y|ies)|topics?|posted in .{1,80}|\d{1,5} comments?|leave a (?:comment|reply)|(?:previous|next|older|newer) (?:post|article|entry|story)s?|back to top|home [>»/|›].{1,100}|(?:accept|allow|reject|decline|manage)(?: all)?(?: cookies?)?(?: settings| preferences)?|cookies?(?: settings| preferences| policy| notice)?|privacy policy|terms (?:of use|of service|and conditions)|we (?:value|respect|care about) your privacy|(?:tout )?(?:accepter|refuser)(?: tout| les cookies)?|(?:aceptar|rechazar|aceitar|rejeitar)(?: tod[ao]s?| cookies| todas las cookies)?|(?:alle )?(?:cookies )?(?:akzeptieren|ablehnen)|(?:accetta|rifiuta)(?: tutt[io]| i cookie)?|принять(?: вс[её]| cookie)?|\d{1,3} min(?:ute)?s?(?: read| de lecture)?|reading time.{0,20}|lire aussi.{0,120}|à lire.{0,120}|partager|leer también.{0,120}|compartir|lesen sie auch.{0,120}|mehr zum thema.{0,80}|teilen|leggi anche.{0,120}|condividi|leia também.{0,120}|compartilhar|читайте также.{0,120}|поделиться)$/iu;
const LISTED = /^(?:tags?|categor(?:y|ies)|topics?|filed under|related|see also|read (?:more|next|also)|more|lire aussi|leer también|lesen sie auch|leggi anche|leia também|читайте также|листайте)\s?:/iu;

/** The role of a line that belongs to no talk whatever stands around it: a link, a stage direction, a note …; undefined for any other. */
export function furnitureRole(line: string): Role | undefined {
  if (TEMPLATE.test(line)) return "markup";
  if (isLeftover(line)) return "leftover";
  if (line.length > 2 * LONGEST) return undefined;
  if (isEditorsNote(line) || EDITORS.test(line)) return "note";
  if (line.length > LONGEST) return FOOTNOTE.test(line) ? "note" : undefined;
  if (LINK.test(line)) return "link";
  if (FOOTNOTE.test(line)) return "note";
  if (isStageDirection(line)) return "stage direction";
  if (SPONSOR.test(line) || isAdvertisement(line)) return "sponsor";
  if (asksLeaveForCookies(line) || isCopyright(line)) return "navigation";
  return LISTED.test(line) || (!endsLikeProse(line) && NAVIGATION.test(line)) ? "navigation" : undefined;
}

function isAdvertisement(line: string): boolean {
  return line.length <= LONGEST_ADVERTISEMENT && ADVERTISEMENT.test(line) && (!line.includes(" ") || !endsLikeProse(line));
}

/** Whether a line stands in brackets as a whole: "[Laughter]", "(She pours tea.)", "♪". */
function isStageDirection(line: string): boolean {
  if (line.length > LONGEST_DIRECTION) return false;
  const bare = line.replace(/^[*_]{1,3}|[*_]{1,3}$/g, "").replace(/\.$/, "");
  if (/^♪.{0,140}♪$/.test(bare)) return true;
  const closing = bare.startsWith("(") ? ")" : bare.startsWith("[") ? "]" : undefined;
  return closing !== undefined && bare.indexOf(closing) === bare.length - 1;
}
