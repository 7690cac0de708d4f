import { isCapitalised, LONGEST_CREDIT, nameIn } from "./credits.ts";
import { readDateBehind, withoutMonthBehind } from "./dates.ts";
import { withoutEmphasis } from "./emphasis.ts";
import { isFullName } from "./speakers.ts";

const BYLINE = /^(?:(?:(?:interview(?:ed)?|words|text|written|story) )?by:? |(?:interview|interviewer|words|text): |(?:propos recueillis|entretien réalisé) par |entrevista de |por |intervista di |von |беседовал[аи]? )(.{1,80})$/iu;
/** Stands between the parts of a byline. A comma does too, but also between names. */
const BETWEEN_PARTS = /\s?[|•·]\s?|\s[-–—]\s/;
const FOR = / (?:for|pour|para|per|für) /;
/** What the names of publications begin with, and what they hold and the names of people don't. */
const ARTICLE = /^(?:the|el|la|le|les|il|lo|der|die|das)\s/i;
const OF_PUBLICATIONS =
  /(?:^|\s)(?:cinema|cinéma|cahiers|daily|figaro|films?|gazette|herald|journal|magazine|manifesto|monde|mundo|nación|news|país|post|quarterly|repubblica|review|revue|revista|rivista|stampa|times|tribune|vanguardia|weekly|zeitung)(?:\s|$)/i;
/** "La Paz" and "The Hague" begin as publications do. */
const PLACE = /^(?:(?:el|la|las|le|les|il|lo|los)\s\S+|the\s(?:bahamas|bronx|hague|hamptons|netherlands|philippines))$/i;
const FESTIVAL = /festival|filmfest|festspiele/i;
const SMALL_WORDS: ReadonlySet<string> = new Set("& and at de del des di du for in la of on the und y".split(" "));
/** Of a section, a place, "12 min read". */
const MOST_OTHER_WORDS = 4;

/** What a byline says. */
export interface Byline {
  /** One name, or several as they stand there. */
  interviewer: string;
  publication?: string;
  /** As YYYY-MM-DD. */
  date?: string;
}

/**
 * What a line says of who asked, for whom, and when: "By Katya Apekina", "Interview by Nora Whitfield | June 2, 2021", "Nora Whitfield,
 * The Long Table, 2 June 2021". Behind a comma, only what looks like a publication, and like no place, is one; undefined for a line that is no byline.
 */
export function readByline(line: string): Byline | undefined {
  if (line.length > LONGEST_CREDIT) return undefined;
  const parts = withoutEmphasis(line).split(BETWEEN_PARTS).map((part) => readDateBehind(part) ?? { before: withoutMonthBehind(part), date: undefined });
  const date = parts.find((part) => part.date !== undefined)?.date;
  const texts = parts.flatMap(({ before }) => (before === "" ? [] : before));
  const place = Math.max(0, texts.findIndex((text) => BYLINE.test(text)));
  const said = BYLINE.exec(texts[place] ?? "")?.[1];
  const others = texts.toSpliced(place, 1);
  const { names, publication = others.find((text) => looksLikePublication(text)) } = readNames(said ?? texts[place] ?? "");
  const interviewer = nameIn(names);
  if (interviewer === undefined || others.some((text) => text.split(" ").length > MOST_OTHER_WORDS)) return undefined;
  // What says nothing of "by", or says more, must be a person's.
  const isPerson = isFullName(interviewer) && !looksLikePublication(interviewer);
  const isByline = said === undefined ? isPerson && others.length === 0 && publication !== undefined && date !== undefined : isPerson || others.length === 0;
  return isByline ? { interviewer, publication, date } : undefined;
}

/** The names of a byline, and the publication behind them. */
function readNames(text: string): { names: string; publication?: string } {
  const [before = "", behind] = text.split(FOR);
  if (behind !== undefined && isPublication(behind)) return { names: before, publication: behind };
  const comma = text.lastIndexOf(", ");
  const last = comma < 0 ? "" : text.slice(comma + 2);
  if (looksLikePublication(last)) return { names: text.slice(0, comma), publication: last };
  return isWhere(last) ? { names: text.slice(0, comma) } : { names: text };
}

/** Whether a text says where somebody spoke, in words that publications use as well. */
function isWhere(text: string): boolean {
  return FESTIVAL.test(text) || (PLACE.test(text) && !OF_PUBLICATIONS.test(text));
}

function looksLikePublication(text: string): boolean {
  return (ARTICLE.test(text) || OF_PUBLICATIONS.test(text)) && !isWhere(text) && isPublication(text);
}

function isPublication(text: string): boolean {
  return isCapitalised(text, SMALL_WORDS);
}
