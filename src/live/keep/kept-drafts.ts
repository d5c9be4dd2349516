import { createHash } from 'node:crypto';
import type { ImportFile } from '../../importers/import-aside.ts';
import type { Draft } from '../../programme/joining/draft.ts';
import { inChunks } from '../../text/keys.ts';
import type { KeptFile } from './kept-file.ts';

/** Serialized in a millisecond or less. */
const TALKS_A_VALUE = 50;

/** A draft, or more talks of the one with this key. */
type Piece = readonly [key: string, draft: Draft | Pick<Draft, 'talks'>];

/** Drafts of the files that the start before found, by the hash of all that they are made of: path, bytes and settings. */
export class KeptDrafts {
  readonly #file: KeptFile;
  /** Those that no file of this start has asked for yet. */
  #kept = new Map<string, Draft>();
  /** Those of this start, until they are written. */
  #current = new Map<string, Draft>();
  #isNew = false;

  constructor(file: KeptFile) {
    this.#file = file;
  }

  /** Returns how many drafts there are. */
  open(): number {
    this.#kept = this.#file.read(joinPieces) ?? new Map();
    return this.#kept.size;
  }

  /** Takes a file's draft from those that were kept, and imports the others. */
  before(importFile: ImportFile, compact: (draft: Draft) => Draft): ImportFile {
    return async (file, options) => {
      const settings = JSON.stringify([file.path, options]);
      const key = createHash('sha256').update(settings).update(file.bytes).digest('base64');
      const known = this.#kept.get(key);
      this.#kept.delete(key);
      // Two names that Unicode takes for the same are one path, so a key may be asked for again.
      if (known === undefined && !this.#current.has(key)) this.#isNew = true;
      const draft = known === undefined ? await importFile(file, options) : compact(known);
      this.#current.set(key, draft);
      return draft;
    };
  }

  /** Keeps the drafts of this start, unless the file has just these. */
  async write(): Promise<void> {
    const [drafts, isChanged] = [this.#current, this.#isNew || this.#kept.size > 0];
    this.#current = new Map();
    this.#kept.clear();
    if (isChanged) await this.#file.write(inValues(drafts));
  }
}

/** In values of so few talks that other work need not wait. */
function* inValues(drafts: Iterable<readonly [string, Draft]>): Iterable<readonly Piece[]> {
  let [pieces, talks]: [Piece[], number] = [[], 0];
  for (const piece of inPieces(drafts)) {
    pieces.push(piece);
    talks += Math.max(1, piece[1].talks.length);
    if (talks < TALKS_A_VALUE) continue;
    yield pieces;
    [pieces, talks] = [[], 0];
  }
  yield pieces;
}

function* inPieces(drafts: Iterable<readonly [string, Draft]>): Iterable<Piece> {
  for (const [key, draft] of drafts) {
    yield [key, { ...draft, talks: draft.talks.slice(0, TALKS_A_VALUE) }];
    for (const talks of inChunks(draft.talks.slice(TALKS_A_VALUE), TALKS_A_VALUE)) yield [key, { talks }];
  }
}

function joinPieces(values: Iterable<unknown>): Map<string, Draft> {
  const drafts = new Map<string, Draft & { talks: Draft['talks'][number][] }>();
  for (const pieces of values as Iterable<Piece[]>)
    for (const [key, piece] of pieces) {
      const known = drafts.get(key);
      if (known !== undefined) known.talks.push(...piece.talks);
      else drafts.set(key, { ...(piece as Draft), talks: [...piece.talks] });
    }
  return drafts;
}
