/** A passage of whole consecutive sentences from one paragraph of one answer, word for word. */
export interface Quote {
  /** Made from the words alone, so that it stays the same when anything else is edited. */
  id: string;
  words: string;
  /** The speaker's full name. */
  speaker: string;
  /** Where the passage stands: the exchange's place in the interview and the answer's place in the exchange, from 0. */
  exchange: number;
  answer: number;
  /** Whether the editors lifted these words as a pull quote. */
  lifted: boolean;
}
