import { readByline, readTranslationCredit } from "./credits.ts";
import { readDate } from "./dates.ts";
import type { FrontMatter } from "./frontMatter.ts";
import type { Exchange, Interview, Speaker } from "./interview.ts";
import { NotAnInterview } from "./notAnInterview.ts";
import type { Part, Role } from "./parts.ts";

/**
 * Puts an interview together from the parts of its transcript. What the front matter says goes before what the text says.
 * @param labels The full name that each label stands for.
 * @throws NotAnInterview when an answer comes before anything that could be its question.
 */
export function assemble(parts: Part[], frontMatter: FrontMatter, labels: ReadonlyMap<string, string>): Interview {
  const all = (role: Role): string[] => parts.filter((each) => each.role === role).map(({ words }) => words);
  const speakers = speakersOf(labels, frontMatter.speakers);
  const credit = all("credit").map((words) => readTranslationCredit(words))[0];
  const title = frontMatter.title ?? all("title")[0] ?? `An interview with ${speakers.map(({ name }) => name).join(" and ")}`;
  const headline = frontMatter.headline ?? all("headline")[0];
  return {
    title,
    headline: headline === title ? undefined : headline,
    interviewer: frontMatter.interviewer ?? all("byline").flatMap((words) => readByline(words) ?? [])[0],
    publication: frontMatter.publication,
    url: frontMatter.url,
    date: frontMatter.date ?? all("date").map((words) => readDate(words))[0],
    translator: frontMatter.translator ?? credit?.translator,
    translatedFrom: frontMatter.translatedFrom ?? credit?.translatedFrom,
    speakers,
    introduction: all("introduction"),
    exchanges: exchangesOf(parts),
    pullQuotes: all("pull quote"),
    captions: all("caption"),
    leftovers: all("leftover"),
  };
}

function exchangesOf(parts: Part[]): Exchange[] {
  const exchanges: Exchange[] = [];
  let answered = true;
  for (const { role, words, speaker, blocks } of parts) {
    const exchange = exchanges.at(-1);
    if (role === "question") {
      if (exchange === undefined || answered) exchanges.push({ question: words, answers: [] });
      else exchange.question += `\n\n${words}`;
      answered = false;
    } else if (role === "answer" || role === "continuation") {
      const answer = exchange?.answers.at(-1);
      if (role === "answer" && speaker !== undefined && exchange !== undefined) {
        exchange.answers.push({ speaker, paragraphs: [words] });
      } else if (role === "continuation" && answer !== undefined) answer.paragraphs.push(words);
      else throw new NotAnInterview(answeredTooSoon(speaker, blocks[0]?.line));
      answered = true;
    }
  }
  return exchanges;
}

function answeredTooSoon(speaker = "somebody", line = 1): string {
  const mend = "if the questions carry a label too, take it off, as labelled questions aren't read yet";
  return `No interview: on line ${line} ${speaker} speaks before anything is asked; ${mend}.`;
}

/** Everyone who answers, as the front matter lists them or else in order of their first words. */
function speakersOf(labels: ReadonlyMap<string, string>, declared: string[]): Speaker[] {
  const names = [...new Set([...declared, ...labels.values()])];
  return names.map((name) => ({ name, labels: [...labels].flatMap(([label, speaker]) => (speaker === name ? [label] : [])) }));
}
