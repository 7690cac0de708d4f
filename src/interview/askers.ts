import type { FrontMatter } from "./frontMatter.ts";
import { asks } from "./lines.ts";
import type { LabelledBlock } from "./parts.ts";
import { opensAsPrompt } from "./questions.ts";
import type { Side } from "./sides.ts";
import { bareWords } from "./words.ts";

/** An interviewer asks with so many turns at least, and with such a share of them. */
const FEWEST_ASKED = 2;
const SHARE_ASKED = 0.35;
/** Of the share of whoever asks most: who asks as often as that asks too, as on a panel. */
const SHARE_OF_MOST = 0.6;
/** A question mark that is not the last word counts less: somebody who answers may ask himself. */
const ASKED_INSIDE = 0.5;
const NEAR_THE_END = 400;

interface Turns {
  count: number;
  asked: number;
}

/**
 * Finds who of the labelled speakers asks. In order of strength: a label that says so ("Q", "Interviewer"), the
 * interviewer or the publication of the front matter or a byline, and else whoever asks with a good share of their turns.
 * Whoever the front matter lists as a speaker answers.
 * @param sides What labels such as "Q" say, by speaker.
 * @param bylines Names of those who wrote the piece, and whom they wrote it for.
 * @returns Speakers by name; empty when nobody asks, or nobody would be left to answer.
 */
export function findAskers(blocks: LabelledBlock[], sides: ReadonlyMap<string, Side>, frontMatter: FrontMatter, bylines: string[]): Set<string> {
  const turns = countTurns(blocks);
  const known = new Set([...bylines, frontMatter.interviewer ?? "", frontMatter.publication ?? ""].flatMap((name) => namesOf(name)));
  const answerers = new Set(frontMatter.speakers);
  const isSure = (name: string): boolean => !answerers.has(name) && (sides.get(name) === "asks" || (!sides.has(name) && known.has(bareWords(name))));
  const askers = new Set([...turns.keys()].filter((name) => isSure(name)));
  const others = [...turns].filter(([name]) => !askers.has(name) && !answerers.has(name) && !sides.has(name));
  const often = others.filter(([, turn]) => turn.asked >= FEWEST_ASKED);
  const most = Math.max(0, ...often.map(([, turn]) => share(turn)), askers.size > 0 ? 1 : 0);
  for (const [name, turn] of often) if (share(turn) >= Math.max(SHARE_ASKED, SHARE_OF_MOST * most)) askers.add(name);
  if (askers.size === 0) return askers;
  // When all of several people ask, nobody but those who are known to ask is an interviewer.
  if (askers.size === turns.size && turns.size > 1) return new Set([...askers].filter((name) => isSure(name)));
  for (const name of visitors(blocks, turns, askers)) if (!answerers.has(name) && !sides.has(name)) askers.add(name);
  return askers;
}

function share({ asked, count }: Turns): number {
  return asked / count;
}

/** A name, and the parts of a list of names such as "Ada Lane and Tomas Brandt", as bare words. */
function namesOf(names: string): string[] {
  return [names, ...names.split(/,| and | & /)].map((name) => bareWords(name)).filter((name) => name !== "");
}

function countTurns(blocks: LabelledBlock[]): Map<string, Turns> {
  const turns = new Map<string, Turns>();
  for (const { speaker, words } of blocks) {
    if (speaker === undefined) continue;
    const turn = turns.get(speaker) ?? { count: 0, asked: 0 };
    turn.count++;
    if (asks(words) || opensAsPrompt(words)) turn.asked++;
    else if (/[?？؟]/.test(words.slice(-NEAR_THE_END))) turn.asked += ASKED_INSIDE;
    turns.set(speaker, turn);
  }
  return turns;
}

/** Those who speak once or twice, only to ask, and are answered by somebody who asks nothing: a voice from the audience. */
function visitors(blocks: LabelledBlock[], turns: ReadonlyMap<string, Turns>, askers: ReadonlySet<string>): Set<string> {
  const labelled = blocks.filter(({ speaker }) => speaker !== undefined);
  const found = new Set<string>();
  for (const [index, { speaker = "" }] of labelled.entries()) {
    const turn = turns.get(speaker);
    const next = labelled[index + 1]?.speaker;
    const before = labelled[index - 1]?.speaker;
    if (turn === undefined || turn.count > 2 || turn.asked < turn.count || askers.has(speaker) || before === undefined) continue;
    if (next !== undefined && next !== speaker && !askers.has(next) && (turns.get(next)?.count ?? 0) > 2) found.add(speaker);
  }
  return found;
}
