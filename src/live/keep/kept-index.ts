import { createHash } from 'node:crypto';
import type { Talk } from '../../programme/talk.ts';
import { FIELDS } from '../../search/index/fields.ts';
import type { FindIndexed } from '../../search/index/index-programme.ts';
import {
  type IndexedTexts,
  type IndexLists,
  joinLists,
  listTexts,
  NUMBERS,
  WORDS,
} from '../../search/index/indexed-texts.ts';
import type { KeptFile } from './kept-file.ts';

/** Serialized and hashed in a millisecond. */
const ITEMS_A_VALUE = 1 << 16;

/** An index, or the part of it that is kept and the talks of which it is. */
export interface IndexedTalks extends IndexedTexts {
  readonly talks: readonly Talk[];
}

/** The first value; the others are parts of lists. */
interface Head {
  readonly key: string;
  readonly lengths: Readonly<Record<keyof IndexLists['numbers'], number>>;
}

type Part =
  | readonly [keyof IndexLists['numbers'], from: number, Int32Array]
  | readonly [keyof IndexLists['words'], from: number, readonly string[]];

/** The indexed texts of the conference that the start before answered from, by the hash of all that they are made of. */
export class KeptIndex {
  readonly #file: KeptFile;
  #isOpen = true;
  /** The talks whose texts were not kept, until they are written. */
  #missing: { readonly talks: readonly Talk[]; readonly key: string } | undefined;

  constructor(file: KeptFile) {
    this.#file = file;
  }

  /** Only the first talks that it is asked for are those of the start. */
  readonly find: FindIndexed = talks => {
    if (!this.#isOpen) return undefined;
    this.#isOpen = false;
    const key = hashTexts(talks);
    const texts = this.#file.read(values => readIndex(values, key));
    if (texts === undefined) this.#missing = { talks, key };
    return texts;
  };

  /** Keeps the index of the start, unless it was kept. */
  async write(index: IndexedTalks): Promise<void> {
    const missing = this.#missing;
    this.#missing = undefined;
    if (missing?.talks === index.talks) await this.#file.write(inValues(missing.key, listTexts(index)));
  }
}

/** All that tokens, stems and weights of talks are made of, with counts and lengths, so that none runs into the next. */
function hashTexts(talks: readonly Talk[]): string {
  const hash = createHash('sha256');
  for (const talk of talks) {
    const texts = [...talk.languages];
    const sizes = [texts.length];
    for (const { textsOf } of FIELDS) sizes.push(texts.push(...textsOf(talk)));
    for (const { length } of texts) sizes.push(length);
    hash.update(`${sizes.join(' ')} ${texts.join('')}`);
  }
  return hash.digest('base64');
}

function* inValues(key: string, { numbers, words }: IndexLists): Iterable<Head | Part> {
  const lengths = Object.fromEntries(NUMBERS.map(name => [name, numbers[name].length]));
  yield { key, lengths: lengths as Head['lengths'] };
  for (const name of NUMBERS)
    for (let from = 0; from < numbers[name].length; from += ITEMS_A_VALUE)
      yield [name, from, numbers[name].subarray(from, from + ITEMS_A_VALUE)];
  for (const name of WORDS)
    for (let from = 0; from < words[name].length; from += ITEMS_A_VALUE)
      yield [name, from, words[name].slice(from, from + ITEMS_A_VALUE)];
}

/** Returns undefined if the values are of other talks. */
function readIndex(values: Iterable<unknown>, key: string): IndexedTexts | undefined {
  const lists: Record<string, Int32Array | string[]> = {};
  for (const value of values as Iterable<Head | Part>) {
    if ('key' in value) {
      if (value.key !== key) return undefined;
      for (const name of NUMBERS) lists[name] = new Int32Array(value.lengths[name]);
      for (const name of WORDS) lists[name] = [];
      continue;
    }
    const [name, from, items] = value;
    const list = lists[name];
    if (list instanceof Int32Array) list.set(items as Int32Array, from);
    else list?.push(...(items as readonly string[]));
  }
  return joinLists({ numbers: lists, words: lists } as unknown as IndexLists);
}
