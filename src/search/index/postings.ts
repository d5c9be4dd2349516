import type { Steps } from '../../text/steps.ts';
import { formIn } from '../text/token-code.ts';
import type { Tokens } from '../text/tokens.ts';
import { FieldCounts } from './bm25.ts';
import { FIELDS } from './fields.ts';

/** The talks that have each term (a form, or a stem). Those of term t are at `offsets[t]` to before `offsets[t + 1]`. */
export interface Postings {
  readonly offsets: Int32Array;
  /** Talk numbers, ascending within a term. */
  readonly talks: Int32Array;
  /** BM25 over fields without the idf: a query weighs variants of a term by the idf of the term. */
  readonly impacts: Float32Array;
  /** Bit f is set if field f has the term. */
  readonly fields: Uint8Array;
}

/** How many talks have a term. */
export function documentFrequency({ offsets }: Postings, term: number): number {
  return (offsets[term + 1] ?? 0) - (offsets[term] ?? 0);
}

/** Builds postings of terms. `termOf` has the term of each form, by its number. */
export function* buildPostings(tokens: Tokens, termOf: Int32Array, termCount: number): Steps<Postings> {
  const offsets = countOffsets(tokens, termOf, termCount);
  yield;
  const size = offsets[termCount] ?? 0;
  const talks = new Int32Array(size);
  const impacts = new Float32Array(size);
  const fields = new Uint8Array(size);
  const next = offsets.slice();
  const counts = new FieldCounts(tokens, termOf, termCount);
  for (let talk = 0; talk < countTalks(tokens); talk++) {
    for (const term of counts.count(talk)) {
      const place = next[term] ?? 0;
      next[term] = place + 1;
      talks[place] = talk;
      impacts[place] = counts.impactOf(term, talk);
      fields[place] = counts.fieldsOf(term);
    }
    yield;
  }
  return { offsets, talks, impacts, fields };
}

/** The offsets of each term's postings: a talk has one posting for each of its terms. */
function countOffsets(tokens: Tokens, termOf: Int32Array, termCount: number): Int32Array {
  const offsets = new Int32Array(termCount + 1);
  const lastTalk = new Int32Array(termCount).fill(-1);
  for (let talk = 0; talk < countTalks(tokens); talk++) {
    const end = tokens.starts[(talk + 1) * FIELDS.length] ?? 0;
    for (let token = tokens.starts[talk * FIELDS.length] ?? 0; token < end; token++) {
      const term = termOf[formIn(tokens.codes[token] ?? 0)] ?? 0;
      if (lastTalk[term] === talk) continue;
      lastTalk[term] = talk;
      offsets[term + 1] = (offsets[term + 1] ?? 0) + 1;
    }
  }
  for (let term = 0; term < termCount; term++)
    offsets[term + 1] = (offsets[term + 1] ?? 0) + (offsets[term] ?? 0);
  return offsets;
}

function countTalks({ starts }: Tokens): number {
  return (starts.length - 1) / FIELDS.length;
}
