import type { Block } from "../blocks.ts";
import { readLabel } from "../labels.ts";

/** The spoken lines of a caption file, joined into paragraphs, and the lines that only time or style them. */
export interface Captions {
  blocks: Block[];
  markup: Block[];
}

const ARROW = /^(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}\s{1,5}-->\s/;
const VOICE = /<v(?:\.[^<>\s]{0,60})?\s{1,5}([^<>]{1,80})>/g;
const TAG = /<\/?[a-zA-Z0-9][^<>]{0,200}>|\{\\[^{}]{0,60}\}/g;
/** How captions say that another person speaks: two or three angles, or a hyphen. */
const TURN = /^(?:>{2,3}|[-–—]\s?)\s?(?=\S)/;
const IN_BRACKETS = /^[[(♪].{0,150}[\])♪]\.?$/;
const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&nbsp;": "\u00a0", "&lrm;": "", "&rlm;": "" };

/** Whether a text is WebVTT: its first line says so (https://www.w3.org/TR/webvtt1/#file-structure). */
export function isWebVtt(lines: string[]): boolean {
  return /^\ufeff?WEBVTT(?:\s|$)/.test((lines[0] ?? "").slice(0, 20));
}

/** Whether a text is SubRip (.srt): its first line with anything on it is a number, and the next one a span of time. */
export function isSubRip(lines: string[]): boolean {
  const first = lines.slice(0, 50).findIndex((line) => line.replace("\ufeff", "").trim() !== "");
  return first >= 0 && /^\ufeff?\s{0,10}\d{1,9}\s*$/.test(lines[first] ?? "") && ARROW.test(lines[first + 1]?.trim() ?? "");
}

/**
 * Reads captions. Cues are joined into one paragraph until somebody else speaks: a voice tag, a label, `>>` or a hyphen. A
 * voice becomes a label, and a change to somebody without a name a dash, so that the conventions read them as they read any text.
 */
export function readCaptions(lines: string[]): Captions {
  const spoken: { lines: number[]; words: string[]; isAside: boolean }[] = [];
  const markup: Block[] = [];
  let voice: string | undefined;
  let isCue = false;
  for (const [index, line] of lines.entries()) {
    const text = line.trim();
    const number = index + 1;
    if (text === "") isCue = false;
    else if (ARROW.test(text.slice(0, 60))) {
      isCue = true;
      markup.push(blockOf([number], text));
    } else if (!isCue) markup.push(blockOf([number], text));
    else {
      for (const { words, voice: named } of pieces(text)) {
        const last = spoken.at(-1);
        const turn = words.replace(TURN, "");
        const isAside = words.length < 200 && IN_BRACKETS.test(words);
        const isTurn = turn !== words || (named !== undefined && named !== voice) || readLabel(words)?.colon === true;
        if (isAside) spoken.push({ lines: [number], words: [words], isAside });
        else if (last === undefined || isTurn || last.isAside) {
          spoken.push({ lines: [number], words: [begin(turn, words, named ?? (isTurn ? undefined : voice))], isAside });
        } else {
          last.words.push(words);
          if (last.lines.at(-1) !== number) last.lines.push(number);
        }
        if (named !== undefined) voice = named;
        else if (isTurn) voice = undefined;
      }
    }
  }
  return { blocks: spoken.map((each) => blockOf(each.lines, each.words.join(" "))), markup };
}

/** The words of a cue's line without tags, cut where another voice begins. */
function pieces(line: string): { words: string; voice?: string }[] {
  const voices = [...line.matchAll(VOICE)];
  const found = voices.map((match, index) => ({
    words: plain(line.slice(match.index + match[0].length, voices[index + 1]?.index)),
    voice: plain(match[1] ?? ""),
  }));
  const before = plain(line.slice(0, voices[0]?.index));
  return [...(before === "" ? [] : [{ words: before }]), ...found].filter(({ words }) => words !== "");
}

function plain(text: string): string {
  return text.replace(TAG, "").replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (entity) => ENTITIES[entity] ?? entity).trim();
}

function begin(turn: string, words: string, voice: string | undefined): string {
  if (voice !== undefined) return `**${voice}:** ${turn}`;
  return turn === words || readLabel(turn)?.colon === true ? turn : `— ${turn}`;
}

function blockOf(lines: number[], text: string): Block {
  return { lines, text, afterBlank: true, fenced: false };
}
