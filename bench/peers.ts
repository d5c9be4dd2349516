import { createRequire } from 'node:module';
import { BOOSTS, type Document, documentsOf, FIELD_NAMES } from './documents.ts';
import type { Engine } from './engine.ts';

/**
 * What a user would pick instead, each with the best sensible settings that were found for it. The libraries are
 * installed in this folder (`npm ci` here) and are loaded by name at run time, so that Lectern itself builds and is
 * checked without them; their types are written down as far as they are used.
 */
export const PEERS: readonly Engine[] = [
  miniSearch('MiniSearch', 'default', {}),
  miniSearch('MiniSearch, tuned', 'boosts, prefix, fuzzy 0.2', { boost: BOOSTS, prefix: true, fuzzy: 0.2 }),
  { name: 'lunr', settings: 'boosts', build: programme => lunrIndex(documentsOf(programme), 'words') },
  {
    name: 'lunr, tuned',
    settings: 'boosts; each word as it is, its beginning, and one slip',
    build: programme => lunrIndex(documentsOf(programme), 'words, beginnings, slips'),
  },
  {
    name: 'Orama',
    settings: 'boosts, threshold 1 (with tolerance it finds less)',
    build: programme => oramaIndex(documentsOf(programme)),
  },
  {
    name: 'FlexSearch',
    settings: 'tokenize forward, suggest (the default encoder finds most)',
    build: programme => flexSearchIndex(documentsOf(programme)),
  },
  {
    name: 'Fuse.js',
    settings: 'boosts, ignoreLocation, threshold 0.4; every 30th query',
    build: programme => fuseIndex(documentsOf(programme)),
    everyNth: 30,
  },
];

const load = createRequire(import.meta.url);

interface MiniSearchLike {
  addAll(documents: readonly Document[]): void;
  search(query: string): readonly { readonly id: string }[];
}

function miniSearch(name: string, settings: string, searchOptions: object): Engine {
  return {
    name,
    settings,
    build: programme => {
      const MiniSearch = load('minisearch') as new (options: object) => MiniSearchLike;
      const index = new MiniSearch({ fields: [...FIELD_NAMES], searchOptions });
      index.addAll(documentsOf(programme));
      return query => index.search(query).map(({ id }) => id);
    },
  };
}

interface LunrQuery {
  term(terms: unknown, options: object): void;
}

interface Lunr {
  (
    build: (this: LunrBuilder) => void,
  ): {
    query(ask: (query: LunrQuery) => void): readonly { readonly ref: string }[];
  };
  readonly tokenizer: (text: string) => unknown;
  readonly Query: { readonly wildcard: { readonly TRAILING: number } };
}

interface LunrBuilder {
  ref(name: string): void;
  field(name: string, options: { boost: number }): void;
  add(document: Document): void;
}

function lunrIndex(documents: readonly Document[], asked: 'words' | 'words, beginnings, slips') {
  const lunr = load('lunr') as Lunr;
  const index = lunr(function () {
    this.ref('id');
    for (const name of FIELD_NAMES) this.field(name, { boost: BOOSTS[name] });
    for (const document of documents) this.add(document);
  });
  const { TRAILING } = lunr.Query.wildcard;
  return (query: string) => {
    const found = index.query(ask => {
      ask.term(lunr.tokenizer(query), { boost: 10 });
      if (asked === 'words') return;
      ask.term(lunr.tokenizer(query), { boost: 3, wildcard: TRAILING, usePipeline: false });
      ask.term(lunr.tokenizer(query), { boost: 1, editDistance: 1, usePipeline: false });
    });
    return found.map(({ ref }) => ref);
  };
}

interface Orama {
  create(options: object): unknown;
  insertMultiple(index: unknown, documents: readonly Document[]): unknown;
  search(index: unknown, options: object): OramaAnswer | Promise<OramaAnswer>;
}

interface OramaAnswer {
  readonly hits: readonly { readonly id: string }[];
}

async function oramaIndex(documents: readonly Document[]) {
  const { create, insertMultiple, search } = (await import(pathOf('@orama/orama'))) as Orama;
  const schema = Object.fromEntries(['id', ...FIELD_NAMES].map(name => [name, 'string']));
  const index = await create({ schema });
  await insertMultiple(index, documents);
  const limit = documents.length;
  return async (term: string) => {
    const properties = [...FIELD_NAMES];
    const answer = await search(index, {
      term,
      properties,
      boost: BOOSTS,
      threshold: 1,
      limit,
    });
    return answer.hits.map(({ id }) => id);
  };
}

interface FlexSearch {
  readonly Charset: { readonly Default: object };
  readonly Document: new (
    options: object,
  ) => {
    add(document: Document): void;
    search(query: string, options: object): readonly { readonly id: string }[];
  };
}

function flexSearchIndex(documents: readonly Document[]) {
  const { Document, Charset } = load('flexsearch') as FlexSearch;
  const encoder = Charset.Default;
  const index = new Document({
    document: { id: 'id', index: [...FIELD_NAMES] },
    tokenize: 'forward',
    encoder,
  });
  for (const document of documents) index.add(document);
  return (query: string) =>
    index.search(query, { suggest: true, merge: true, limit: documents.length }).map(({ id }) => id);
}

interface FuseLike {
  search(query: string): readonly { readonly item: Document }[];
}

function fuseIndex(documents: readonly Document[]) {
  const loaded = load('fuse.js') as { readonly default?: unknown };
  const Fuse = (loaded.default ?? loaded) as new (
    documents: readonly Document[],
    options: object,
  ) => FuseLike;
  const keys = FIELD_NAMES.map(name => ({ name, weight: BOOSTS[name] }));
  const index = new Fuse(documents, { keys, ignoreLocation: true, threshold: 0.4 });
  return (query: string) => index.search(query).map(({ item }) => item.id);
}

function pathOf(name: string): string {
  return load.resolve(name);
}
