/**
 * English words that any talk is full of: they help to rank, yet whether a quote holds them says little of whether it
 * answers. Unlike stop words, some are all that somebody remembers of a line.
 */
export const weakWords: ReadonlySet<string> = new Set(
  `able according across after against ago almost already always am among another around ask asked away bad because become
   been before began begin being best better between big both bring brought call called came case certain change changed
   come comes common compare compared could day days describe described different difficult during each early easy either
   end ended enough even every everyone everything exactly example explain explained fact far favorite favourite feel feeling
   feelings feels felt few first found full gave general give given gives going gone good great happen happened happening
   happens hard help high hold idea ideas important influence inspire inspired instead kind knew know known knows large last
   late later learn learned least leave left less life like liked little live lived living long look looked looking lot lots
   love made main make makes making man matter may maybe mean meaning means mention mentioned might moment much must myself
   name need needed never new next nothing now often old once only open opinion other others part parts past people perhaps
   person picture place places play point possible probably problem put question quite rather reason reasons remember
   remembered right same saw second see seem seemed seems seen several show showed shown side simple since situation small
   sort sorts start started still stop story strange strong sure take taken takes taking thank thinking thinks thought
   thoughts three through time times today together told took toward true try trying turn two understand until use used
   using usual usually view want wanted wants way ways well went while whole without woman word words work worked working
   works world would year years yes yet young`
    .split(/\s+/)
    .filter(Boolean),
);
