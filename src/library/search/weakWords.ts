/**
 * English words that any talk is full of: they help to rank, yet whether a quote holds them says little of whether it
 * answers. Unlike stop words, some are all that somebody remembers of a line.
 */
const weakWords: ReadonlySet<string> = new Set(
  `able above according across after against ago allow allowed allows almost along already always am among another
   appear appeared appears around ask asked away bad became because become becomes becoming been before began begin
   behind being below beside best better between beyond big both bring brought call called came case certain change
   changed choose chose chosen circumstance circumstances come comes coming common compare compared condition
   conditions consider considered continue continued could day days deal decide decided decides deciding describe
   described different difficult during each early easy either end ended enough even every everyone everything
   exactly example expect expected explain explained fact far favorite favourite feel feeling feelings feels felt
   few finish finished first follow followed found full gave general give given gives going gone good great happen
   happened happening happens hard held help high hold idea ideas important include included influence inside
   inspire inspired instead involve involved join joined keep keeps kept kind knew know known knows large last late
   later learn learned least leave left less life like liked little live lived living long look looked looking lot
   lots love made main make makes making man matter may maybe mean meaning means mention mentioned might mind moment
   move moved much must myself name near need needed never new next nothing now offer offered often old once only
   open opinion other others outside own part parts past people perhaps person pick picked picture place places play
   point possible prefer prepare prepared probably problem put puts question quite ran rather realize realized
   reason reasons receive received remember remembered require right run running runs same saw second see seem
   seemed seems seen set several share shared show showed shown side simple since situation small sort sorts speak
   speaking speaks spend spent spoke spoken stand start started stay stayed still stop story strange strong suggest
   suggested suppose supposed sure take taken takes taking thank thinking thinks third thought thoughts three
   through time times today together told took toward towards true try trying turn turned two under understand until
   upon use used using usual usually view wait waited waiting want wanted wants way ways well went while whole wish
   within without woman wonder word words work worked working works world would year years yes yet young`
    .split(/\s+/)
    .filter(Boolean),
);

/** Whether a word says little of what a query asks for, as these and numbers do. */
export function isWeakWord(word: string): boolean {
  return weakWords.has(word) || isNumber(word);
}

/** Whether a word is a number: no beginning of another one, and nobody mistypes it. */
export function isNumber(word: string): boolean {
  return /^\p{N}+$/u.test(word);
}
