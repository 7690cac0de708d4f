import uFuzzy from "@leeoniya/ufuzzy";
import { create, insertMultiple, save, search as searchOrama } from "@orama/orama";
import FlexSearch from "flexsearch";
import Fuse from "fuse.js";
import fuzzysort from "fuzzysort";
import MiniSearch from "minisearch";
import { stopWords } from "../../src/library/words.ts";
import { createQuoteSearch } from "../../src/library/search/search.ts";
import type { Document } from "./documents.ts";

/** A search engine filled with documents. */
export interface Filled {
  /** The ids of the best few, best first; everyone's answer to a full query and to each keystroke. */
  find(query: string): string[];
  /** The index as bytes, where the engine can give it. */
  serialise?(): Uint8Array | string;
}

/** Every engine at the settings that did best on the tuning half of the relevance set. */
export const engines: Record<string, (documents: Document[]) => Filled> = {
  ours: (documents) => {
    const search = createQuoteSearch(documents);
    return { find: (query) => search.find(query) };
  },
  "fuse.js": (documents) => {
    const list = documents.map(flat);
    const fuse = new Fuse(list, {
      keys: [{ name: "words", weight: 2 }, { name: "around", weight: 0.5 }],
      threshold: 0.4,
      ignoreLocation: true,
      ignoreDiacritics: true,
      useExtendedSearch: false,
      minMatchCharLength: 2,
    });
    return { find: (query) => (query.trim() === "" ? [] : fuse.search(query.slice(0, 100), { limit: 5 }).map(({ item }) => item.id)) };
  },
  "fuse.js, by words": (documents) => {
    const fuse = new Fuse(documents.map(flat), {
      keys: [{ name: "words", weight: 2 }, { name: "around", weight: 0.5 }],
      threshold: 0.25,
      ignoreLocation: true,
      ignoreDiacritics: true,
      includeScore: true,
    });
    return {
      find: (query) => {
        const terms = telling(query);
        if (terms.length === 0) return [];
        return fuse.search({ $and: terms.map((term) => ({ $or: [{ words: term }, { around: term }] })) }, { limit: 5 }).map(({ item }) => item.id);
      },
    };
  },
  minisearch: (documents) => {
    const mini = new MiniSearch<Flat>({
      fields: ["words", "around"],
      processTerm: (term) => {
        const folded = foldPlainly(term);
        return stopWords.has(folded) ? null : folded;
      },
      searchOptions: { prefix: true, fuzzy: (term) => (term.length > 7 ? 2 : term.length > 3 ? 1 : false), boost: { words: 2 }, combineWith: "OR" },
    });
    mini.addAll(documents.map(flat));
    const find = (query: string): string[] => {
      const all = mini.search(query, { combineWith: "AND" });
      return (all.length > 0 ? all : gate(mini.search(query), query)).slice(0, 5).map(({ id }) => id as string);
    };
    return { find, serialise: () => JSON.stringify(mini) };
  },
  "@orama/orama": (documents) => {
    const orama = create({ schema: { id: "string", words: "string", around: "string" } as const });
    insertMultiple(orama, documents.map(flat), 100_000);
    const find = (query: string): string[] => {
      const term = telling(query).join(" ");
      if (term === "") return [];
      const found = searchOrama(orama, { term, properties: ["words", "around"], tolerance: 1, threshold: 0, limit: 5, boost: { words: 2 } });
      return (found as { hits: { document: { id: string } }[] }).hits.map(({ document }) => document.id);
    };
    return { find, serialise: () => JSON.stringify(save(orama)) };
  },
  flexsearch: (documents) => {
    const flex = new FlexSearch.Index({ tokenize: "forward", encoder: FlexSearch.Charset.LatinBalance, resolution: 9, context: false });
    const ids = documents.map(({ quote }) => quote.id);
    for (const [index, document] of documents.entries()) {
      const { words, around } = flat(document);
      flex.add(index, `${words} ${around}`);
    }
    return {
      find: (query) => {
        const terms = telling(query).join(" ");
        return (flex.search(terms, { limit: 5, suggest: terms.split(" ").length > 2 }) as number[]).map((index) => ids[index]!);
      },
    };
  },
  "@leeoniya/ufuzzy": (documents) => {
    const fuzzy = new uFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1, unicode: true, interSplit: "[^\\p{L}\\d']+", intraSplit: "\\p{Ll}\\p{Lu}", intraBound: "\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}", intraChars: "[\\p{L}\\d']", intraContr: "'\\p{L}{1,2}\\b" });
    const haystack = uFuzzy.latinize(documents.map((document) => { const { words, around } = flat(document); return `${words} ${around}`; }));
    const ids = documents.map(({ quote }) => quote.id);
    return {
      find: (query) => {
        const needle = uFuzzy.latinize([telling(query).join(" ")])[0]!;
        if (needle === "") return [];
        const [indexes, info, order] = fuzzy.search(haystack, needle, 4, 1000);
        if (!indexes) return [];
        return (info && order ? order.map((place) => info.idx[place]!) : indexes).slice(0, 5).map((index) => ids[index]!);
      },
    };
  },
  fuzzysort: (documents) => {
    const targets = documents.map((document) => { const { id, words, around } = flat(document); return { id, prepared: fuzzysort.prepare(`${words} ${around}`) }; });
    return {
      find: (query) => fuzzysort.go(telling(query).join(" "), targets, { key: "prepared", limit: 5, threshold: 0.4 }).map(({ obj }) => obj.id),
    };
  },
};

interface Flat {
  id: string;
  words: string;
  around: string;
}

function flat({ quote, named, around }: Document): Flat {
  return { id: quote.id, words: quote.words, around: `${named} ${around}` };
}

function foldPlainly(text: string): string {
  return text.normalize("NFKD").replaceAll(/[\p{M}'’]/gu, "").toLowerCase();
}

/** The peers are spared stop words as well: left to themselves most drown in them. */
function telling(query: string): string[] {
  const words = foldPlainly(query).match(/[\p{L}\p{N}]+/gu) ?? [];
  const left = words.filter((word) => !stopWords.has(word));
  return left.length > 0 ? left : words;
}

/** Keeps what matches at least half of the query's telling words: a gate such as ours, which MiniSearch lacks. */
function gate<Hit extends { queryTerms: string[] }>(hits: Hit[], query: string): Hit[] {
  const asked = telling(query).length;
  return hits.filter(({ queryTerms }) => queryTerms.length >= asked * 0.5);
}
