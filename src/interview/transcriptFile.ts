import { stringify } from "yaml";
import type { Answer, Exchange, Interview } from "./interview.ts";
import { isTimeCode } from "./timeCodes.ts";
import { asks, isLeftover } from "./lines.ts";
import { boldLabel, isTakenForLabel } from "./declaredLabels.ts";

/** What a line of a transcript file may begin with and mean more than its words: heading, pull quote, escape, picture, fence, label. */
const MARK = /^(?:#|>|\\|!\[|```|~~~|\*\*)/;

/**
 * An interview as a transcript file of our own (see conventions/transcriptFile.ts), from which the parser reads the same interview:
 * front matter, introduction, exchanges, and behind them pull quotes and captions. What belonged nowhere is left out, and so are
 * the labels of the text that it came from.
 */
export function writeTranscript(interview: Interview): string {
  const { title, headline, interviewer, publication, url, date, translator, translatedFrom } = interview;
  const speakers = interview.speakers.map(({ name }) => name);
  const fields = { title, headline, interviewer, publication, url, date, translator, translatedFrom, speakers };
  const paragraphs = [
    `---\n${stringify(fields, { lineWidth: 0 })}---`,
    ...interview.introduction.map((words) => escape(words)),
    ...interview.exchanges.flatMap((exchange) => writeExchange(exchange)),
    ...interview.pullQuotes.map((words) => `> ${words}`),
    ...interview.captions.map((words) => `![${words}]()`),
  ];
  return `${paragraphs.join("\n\n")}\n`;
}

function writeExchange({ question, answers }: Exchange): string[] {
  const [first = "", ...more] = question.split("\n\n");
  return [`### ${first}`, ...more.map((words) => escape(words)), ...answers.flatMap((answer, index) => writeAnswer(answer, index < answers.length - 1))];
}

function writeAnswer({ speaker, paragraphs }: Answer, isFollowed: boolean): string[] {
  return paragraphs.map((words, index) => {
    if (index === 0) return `${boldLabel(speaker)} ${words}`;
    // Somebody who asks right above another answer could be the interviewer.
    const couldBeQuestion = isFollowed && index === paragraphs.length - 1 && asks(words);
    return escape(words, couldBeQuestion);
  });
}

function escape(words: string, isInDoubt = false): string {
  return isInDoubt || MARK.test(words) || isLeftover(words) || isTimeCode(words) || isTakenForLabel(words) ? `\\${words}` : words;
}
