/** What the list above the message box holds at this moment. */
import type { Scene } from "../protocol.ts";
import { candidatesOf, matchingCandidates } from "./candidates.ts";
import type { Candidate } from "./candidates.ts";
import { matchingEntries } from "./commandEntries.ts";
import type { CommandEntry } from "./commandEntries.ts";
import { openOptions } from "./draft.ts";
import type { Chip, Draft } from "./draft.ts";
import type { Popup } from "./popup.ts";

/** Discord shows no more suggestions than this. */
const mostSuggestions = 25;

/** The commands that fit a line such as "/fi", or undefined when the line is no command. */
export function commandPopup(line: string, entries: CommandEntry[], choose: (entry: CommandEntry) => void): Popup | undefined {
  if (!line.startsWith("/") || line.includes("\n")) return undefined;
  const matching = matchingEntries(entries, line.slice(1));
  if (matching.length === 0) return undefined;
  const items = matching.map((entry) => ({
    name: `/${entry.name}`,
    hint: entry.options.map(({ name, required }) => (required ? name : `${name}?`)).join("  "),
    detail: entry.description,
    choose: () => choose(entry),
  }));
  return { label: "Commands", title: line === "/" ? "Commands" : `Commands matching ${line}`, items, active: 0 };
}

/** The options that a draft could still take, by what is typed behind its chips. */
export function optionPopup(line: string, draft: Draft, choose: (option: Chip["option"]) => void): Popup | undefined {
  const query = line.trim().toLowerCase();
  const items = openOptions(draft)
    .filter(({ name }) => name.includes(query))
    .map((option) => ({ name: option.name, detail: option.description, choose: () => choose(option) }));
  if (items.length === 0) return undefined;
  return { label: "Options", title: "Options", items, active: query === "" ? -1 : 0 };
}

/** What fits a chip: its own choices, or what the bot suggested. Only where nothing else may stand is the first one highlighted. */
export function suggestionPopup(
  chip: Chip,
  suggested: Candidate[],
  scene: Scene,
  choose: (candidate: Candidate) => void,
): Popup | undefined {
  if (chip.value !== undefined) return undefined;
  const own = candidatesOf(chip.option, scene);
  const fitting = own ? matchingCandidates(own, chip.text) : suggested;
  if (fitting.length === 0) return undefined;
  const items = fitting.slice(0, mostSuggestions).map((candidate) => ({ name: candidate.name, choose: () => choose(candidate) }));
  return { label: "Suggestions", title: `${chip.option.name}: ${chip.option.description}`, items, active: own && chip.text !== "" ? 0 : -1 };
}
