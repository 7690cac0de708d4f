import uFuzzy from "@leeoniya/ufuzzy";
import { create, insert, load, save, search as searchOrama } from "@orama/orama";
import FlexSearch from "flexsearch";
import Fuse, { type Expression, type FuseIndex, type IFuseOptions } from "fuse.js";
import fuzzysort from "fuzzysort";
import MiniSearch, { type Options } from "minisearch";
import { createQuoteSearch } from "../../src/library/search/search.ts";
import { deserialise, serialise } from "../../src/library/search/serialise.ts";
import { stopWords, wordsOf } from "../../src/library/words.ts";
import type { Document } from "./documents.ts";

/** An engine filled with documents: the ids of the best five for a query, finished or not. */
export interface Filled {
  find(query: string): string[];
  /** The index as bytes or text, where the engine can give it in one step. */
  save?(): Uint8Array | string;
}

export interface Engine {
  build(documents: Document[]): Filled;
  load?(saved: Uint8Array | string, documents: Document[]): Filled;
}

interface Flat {
  id: string;
  words: string;
  around: string;
}

const few = 5;

function flat({ quote, named, speaker, around }: Document): Flat {
  return { id: quote.id, words: quote.words, around: [named, speaker, around].join(" ") };
}

function inOne(document: Document): string {
  const { words, around } = flat(document);
  return `${words} ${around}`;
}

/** The peers are spared stop words as well: left to themselves most drown in them. */
function telling(query: string): string[] {
  const words = wordsOf(query);
  const left = words.filter((word) => !stopWords.has(word));
  return left.length > 0 ? left : words;
}

const ours: Engine = {
  build(documents) {
    const search = createQuoteSearch(documents);
    return { find: (query) => search.find(query), save: () => serialise(search) };
  },
  load(saved, documents) {
    const search = deserialise(saved as Uint8Array, documents.map(({ quote }) => quote));
    return { find: (query) => search.find(query) };
  },
};

const fuseKeys = [
  { name: "words", weight: 2 },
  { name: "around", weight: 0.5 },
];

function fuseEngine(options: IFuseOptions<Flat>, search: (fuse: Fuse<Flat>, terms: string[]) => { item: Flat }[]): Engine {
  const all: IFuseOptions<Flat> = { keys: fuseKeys, ignoreLocation: true, ignoreDiacritics: true, ...options };
  const filled = (list: Flat[], index?: FuseIndex<Flat>): Filled => {
    const fuse = new Fuse(list, all, index);
    return {
      find(query) {
        const terms = telling(query);
        return terms.length === 0 ? [] : search(fuse, terms).map(({ item }) => item.id);
      },
      save: () => JSON.stringify(fuse.getIndex()),
    };
  };
  return {
    build: (documents) => filled(documents.map(flat)),
    load: (saved, documents) => filled(documents.map(flat), Fuse.parseIndex(JSON.parse(saved as string))),
  };
}

const miniOptions: Options<Flat> = {
  fields: ["words", "around"],
  processTerm: (term) => {
    const [word] = wordsOf(term);
    return word === undefined || stopWords.has(word) ? null : word;
  },
  searchOptions: {
    prefix: (term, index, terms) => index === terms.length - 1 || term.length > 3,
    fuzzy: (term) => (term.length > 7 ? 2 : term.length > 3 ? 1 : false),
    boost: { words: 2 },
  },
};

/** With a gate such as ours, which MiniSearch lacks: half of the telling words must be found. */
function filledMini(mini: MiniSearch<Flat>): Filled {
  return {
    find(query) {
      const asked = telling(query).length;
      const hits = mini.search(query).filter(({ queryTerms }) => queryTerms.length >= asked / 2);
      return hits.slice(0, few).map(({ id }) => id as string);
    },
    save: () => JSON.stringify(mini),
  };
}

const minisearch: Engine = {
  build(documents) {
    const mini = new MiniSearch<Flat>(miniOptions);
    mini.addAll(documents.map(flat));
    return filledMini(mini);
  },
  load: (saved) => filledMini(MiniSearch.loadJSON(saved as string, miniOptions)),
};

function newOrama() {
  return create({ schema: { id: "string", words: "string", around: "string" } as const });
}

function filledOrama(orama: ReturnType<typeof newOrama>): Filled {
  return {
    find(query) {
      const term = telling(query).join(" ");
      if (term === "") return [];
      const found = searchOrama(orama, { term, properties: ["words", "around"], tolerance: 1, threshold: 0.8, limit: few, boost: { words: 2 } });
      return (found as { hits: { document: { id: string } }[] }).hits.map(({ document }) => document.id);
    },
    save: () => JSON.stringify(save(orama)),
  };
}

const orama: Engine = {
  build(documents) {
    const orama = newOrama();
    for (const document of documents) void insert(orama, flat(document));
    return filledOrama(orama);
  },
  load(saved) {
    const orama = newOrama();
    load(orama, JSON.parse(saved as string));
    return filledOrama(orama);
  },
};

const flexsearch: Engine = {
  build(documents) {
    const flex = new FlexSearch.Index({ tokenize: "tolerant", encoder: FlexSearch.Charset.LatinDefault, resolution: 9 });
    for (const [index, document] of documents.entries()) flex.add(index, inOne(document));
    const ids = documents.map(({ quote }) => quote.id);
    return {
      find(query) {
        const found = flex.search(telling(query).join(" "), { limit: few, suggest: true });
        return found.map((index) => ids[Number(index)]!);
      },
    };
  },
};

const ufuzzy: Engine = {
  build(documents) {
    const fuzzy = new uFuzzy({
      // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- the enum has no values at run time
      intraMode: 1 as uFuzzy.IntraMode,
      intraIns: 1,
      intraSub: 1,
      intraTrn: 1,
      intraDel: 1,
      unicode: true,
      interSplit: "[^\\p{L}\\d']+",
      intraSplit: "\\p{Ll}\\p{Lu}",
      intraBound: "\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}",
      intraChars: "[\\p{L}\\d']",
      intraContr: "'\\p{L}{1,2}\\b",
    });
    const haystack = uFuzzy.latinize(documents.map(inOne));
    const ids = documents.map(({ quote }) => quote.id);
    return {
      find(query) {
        const needle = uFuzzy.latinize(telling(query).join(" "));
        if (needle === "") return [];
        const [indexes, info, order] = fuzzy.search(haystack, needle, 1, 1000);
        if (!indexes) return [];
        const best = info && order ? order.map((place) => info.idx[place]!) : [...indexes];
        return best.slice(0, few).map((index) => ids[index]!);
      },
    };
  },
};

const fuzzysortEngine: Engine = {
  build(documents) {
    const targets = documents.map((document) => ({ id: document.quote.id, prepared: fuzzysort.prepare(inOne(document)) }));
    return {
      find: (query) => fuzzysort.go(telling(query).join(" "), targets, { key: "prepared", limit: few, threshold: 0.3 }).map(({ obj }) => obj.id),
    };
  },
};

/** Every engine, each peer at the settings that did best on the tuning half of the relevance set. */
export const engines: Record<string, Engine> = {
  ours,
  minisearch,
  "@orama/orama": orama,
  flexsearch,
  "fuse.js, any word": fuseEngine({ threshold: 0.2, useTokenSearch: true }, (fuse, terms) => fuse.search(terms.join(" ").slice(0, 100), { limit: few })),
  "fuse.js, every word": fuseEngine({ threshold: 0.3 }, (fuse, terms) =>
    fuse.search({ $and: terms.map((term): Expression => ({ $or: [{ words: term }, { around: term }] })) }, { limit: few }),
  ),
  "@leeoniya/ufuzzy": ufuzzy,
  fuzzysort: fuzzysortEngine,
};
