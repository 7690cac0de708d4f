/** A parsed transcript: everything a published interview says about itself, and what was said in it. */
export interface Interview {
  title: string;
  /** The headline shown above the text, when it differs from the title. */
  headline?: string;
  interviewer?: string;
  publication?: string;
  url?: string;
  /** The day of publication, as YYYY-MM-DD. */
  date?: string;
  translator?: string;
  /** The language the answers were translated from, as its English name. */
  translatedFrom?: string;
  speakers: Speaker[];
  /** The paragraphs before the first question. */
  introduction: string[];
  exchanges: Exchange[];
  /** Passages that the editors lifted from the answers; their wording may differ from what was said. */
  pullQuotes: string[];
  captions: string[];
  /** Lines that belong nowhere, such as the rest of a picture's file name. */
  leftovers: string[];
}

/** Someone who answers. */
export interface Speaker {
  name: string;
  /** The labels that stand for this speaker in the transcript, as written: "KANTEMIR BALAGOV", "BALAGOV". */
  labels: string[];
}

/** One question and the answers it drew, in order. */
export interface Exchange {
  question: string;
  answers: Answer[];
}

/** What one speaker answers, before anyone else speaks. */
export interface Answer {
  /** The speaker's full name. */
  speaker: string;
  paragraphs: string[];
}
