import { isCapitalised } from "./credits.ts";

/** In characters: a longer line says more than a notice does. */
const LONGEST = 200;
const ASKS_LEAVE =
  /^(?:(?:(?:this|our) (?:web)?site|we(?: and our (?:\d{1,5} )?partners)?) uses? (?:[\p{L}-]{1,20} ){0,2}cookies\b|nous utilisons des cookies|ce site (?:web )?utilise des cookies|(?:usamos|utilizamos) cookies|este (?:sitio(?: web)?|site) (?:usa|utiliza) cookies|wir (?:verwenden|nutzen) cookies|diese (?:website|webseite|seite) (?:verwendet|nutzt) cookies|(?:questo sito (?:web )?(?:usa|utilizza)|usiamo|utilizziamo) (?:i )?cookie|(?:мы используем|(?:этот |наш )?сайт использует) (?:файлы )?cookie)/iu;
/** What nobody says of cookies that are eaten. */
const OF_LEAVE =
  /\b(?:agree|accept|consent|manage|our use of cookies|similar technologies|(?:privacy|cookie) policy|your experience on (?:our|this|the) (?:web)?site|acceptez|consentez|consentement|l['’]audience|aceptas?|acepta|consientes|consentimiento|aceita|consentimento|de terceros|de terceiros|stimmen sie|zustimmung|personalisieren|accetti|consenso|terze parti)\b|соглаша|соглас/iu;
const GOING_ON = /^by (?:continuing|clicking|using|browsing)\b.{0,120}\byou (?:agree|accept|consent)\b.{0,80}\bcookies\b/iu;
/** No site speaks of itself, or of anybody else, like this. */
const SOMEBODYS = /\b(?:I|me|[Mm]y|[Hh]e|[Ss]he|[Tt]hey|[Hh]is|[Hh]er|[Tt]heir|said|[Jj]e|[Mm]on|[Yy]o|[Mm]i|[Ii]ch|[Mm]eine?|[Ii]o|[Mm]io)\b/u;
const RIGHTS = "(?:all rights reserved|tous droits réservés|todos los derechos reservados|todos os direitos reservados|alle rechte vorbehalten|tutti i diritti riservati|все права защищены)";
const RIGHTS_ALONE = new RegExp(`^${RIGHTS}\\.?$`, "iu");
const RIGHTS_BEHIND = new RegExp(`[.,]?\\s(?:[-–—|·]\\s)?${RIGHTS}\\.?$`, "iu");
const COPYRIGHT = /^(?:©|\(c\)|copyright(?![\p{L}\p{N}]))(?:\s?(?:©|\(c\)))?,?\s?/iu;
const YEARS = String.raw`\d{4}(?:\s?[-–—]\s?\d{2,4})?`;
const YEARS_BEFORE = new RegExp(String.raw`^${YEARS}(?!\d)(?:,?\s|$)(?:by\s|[-–—|·]\s)?`, "iu");
const YEARS_BEHIND = new RegExp(String.raw`,?\s${YEARS}$`, "u");
const ADDRESS = /(?:^|\s)[a-z\d-]{1,60}(?:\.[a-z\d-]{1,60}){1,4}(?=$|\s)/giu;
const BETWEEN_NAMES: ReadonlySet<string> = new Set("& and at by de del des di du et for in la les of on the und y".split(" "));

/** Whether a line asks its reader for leave to keep cookies: "By continuing you agree to our use of cookies." What may be an answer is none. */
export function asksLeaveForCookies(line: string): boolean {
  return line.length <= LONGEST && ((ASKS_LEAVE.test(line) && OF_LEAVE.test(line)) || GOING_ON.test(line)) && !SOMEBODYS.test(line);
}

/** Whether a line says whose the page is and no more: "© 2021 The Long Table. All rights reserved." The credit of a picture names no year. */
export function isCopyright(line: string): boolean {
  if (line.length > LONGEST) return false;
  if (RIGHTS_ALONE.test(line)) return true;
  const mark = COPYRIGHT.exec(line)?.[0];
  if (mark === undefined) return false;
  const behind = line.slice(mark.length);
  const holder = behind.replace(RIGHTS_BEHIND, "").replace(/\.$/, "");
  // "© Ada Lane 2020" stands under a picture.
  const name = mark.includes("©") ? holder.replace(YEARS_BEFORE, "") : holder.replace(YEARS_BEFORE, "").replace(YEARS_BEHIND, "");
  if (name === holder && holder.length >= behind.length - 1) return false;
  if (name === "") return mark.includes("©");
  return isCapitalised(name.replace(ADDRESS, " Address").trim(), BETWEEN_NAMES);
}
