/** An interview as moderators might bring it, in every kind of file. Invented, like all that is said in it. */
import type { StoredFile } from "../../src/playground/files.ts";

/** Who asks or says what; the second paragraph of an answer goes on with it. */
type Turn = [speaker: "Greta Holm" | "Mara Okafor" | "Tomas Brandt", ...paragraphs: string[]];

const turns: Turn[] = [
  ["Greta Holm", "You have seen Beanpole nine times. What brings you back?"],
  [
    "Mara Okafor",
    "The green of it. I go back to that green like other people go back to a lake where they once learned to swim.",
    "The tenth time I mean to watch the faces of the others in the row, for by now I know where the light will come from.",
  ],
  ["Greta Holm", "And you stay in the booth?"],
  ["Tomas Brandt", "Somebody has to. A film that nobody watches over begins to drift, and by the third reel it is telling you about its childhood."],
  ["Mara Okafor", "He sleeps up there. I hear it through the wall, and I have never once been so unkind as to knock before the end."],
  ["Greta Holm", "Has Ingmar Bergman ever been shown here?"],
  ["Tomas Brandt", "Once, in a winter without heating. Everybody kept their coats on, and nobody could say afterwards which cold had been his."],
];

/** What somebody says there, word for word. */
export const said = {
  okafor: turns[1]![1],
  brandt: turns[3]![1]!,
  winter: turns[6]![1]!,
};

const title = "A Light Left On";
const frontMatter = ["---", `title: ${title}`, "interviewer: Greta Holm", "publication: The Sleeper", "url: https://example.org/a-light-left-on", "date: 2021-02-14", "---"];

/** As a Markdown file with all that is known of it. */
export const markdown = [...frontMatter, "", ...turns.flatMap(([speaker, ...paragraphs]) => [`**${speaker}:** ${paragraphs.join("\n\n")}`, ""])].join("\n");

/** As plain text, which names neither publication nor link. */
export const plain = [title, "", "By Greta Holm", "", ...turns.flatMap(([speaker, ...paragraphs]) => [`${speaker.toUpperCase()}: ${paragraphs.join("\n\n")}`, ""])].join("\n");

const page = [
  `<!DOCTYPE html><html lang="en"><head><title>${title} | The Sleeper</title><meta property="og:title" content="${title}">`,
  `<meta property="og:site_name" content="The Sleeper"><link rel="canonical" href="https://example.org/a-light-left-on"></head>`,
  `<body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>`,
  ...turns.map(([speaker, ...paragraphs]) => paragraphs.map((words, at) => `<p>${at === 0 ? `<b>${speaker}:</b> ` : ""}${words}</p>`).join("\n")),
  "</article></body></html>",
].join("\n");

const time = (seconds: number, comma: boolean) => `00:${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}${comma ? "," : "."}000`;
const cues = (comma: boolean, label: (speaker: string) => string) =>
  turns.flatMap(([speaker, ...paragraphs], at) => [...(comma ? [String(at + 1)] : []), `${time(20 * at, comma)} --> ${time(20 * at + 19, comma)}`, `${label(speaker)}${paragraphs.join(" ")}`, ""]);

/** The files it may come as, by the ending of their names. */
export const files: Record<"md" | "txt" | "html" | "vtt" | "srt", string> = {
  md: markdown,
  txt: plain,
  html: page,
  vtt: ["WEBVTT", "", ...cues(false, (speaker) => `<v ${speaker}>`)].join("\n"),
  srt: cues(true, (speaker) => `${speaker}: `).join("\n"),
};

/** A file to attach. */
export function file(name: string, content: string | Uint8Array, type = "application/octet-stream"): StoredFile {
  return { name, type, bytes: typeof content === "string" ? Buffer.from(content) : content };
}

/** Another interview for each number, all with their details. */
export function another(number: number): string {
  return [
    "---",
    `title: Conversation ${number}`,
    "publication: The Sleeper",
    `url: https://example.org/${number}`,
    "---",
    "",
    "**Greta Holm:** What did you see?",
    "",
    `**Mara Okafor:** I saw ${number} people in ${number} rows, and each of them had brought an umbrella into a film about the sea.`,
    "",
    "**Greta Holm:** And did you mind?",
    "",
    "**Mara Okafor:** No, it was raining in the film as well.",
  ].join("\n");
}
