import type { Interview } from "../interview/interview.ts";
import { readableDate } from "./dates.ts";
import { escapeMarkdown, link } from "./markdown.ts";

/** The interview's title, as a link where it has an address. Markdown. */
export function titleLink(interview: Interview): string {
  return interview.url ? link(interview.title, interview.url) : escapeMarkdown(interview.title);
}

/** Who made an interview, where and when: "Interview by Katya Apekina · Galerie · 5 July 2023 · …". Plain text, for a footer. */
export function credit(interview: Interview): string {
  const { interviewer, publication, date, translator, translatedFrom } = interview;
  const translated = [translatedFrom && `from ${translatedFrom}`, translator && `by ${translator}`].filter(Boolean);
  return [
    interviewer ? `Interview by ${interviewer}` : "Interview",
    publication,
    date && readableDate(date),
    translated.length > 0 && `Translated ${translated.join(" ")}`,
  ]
    .filter(Boolean)
    .join(" · ");
}
