import { ABSTRACT, FIELDS, SPEAKERS, TITLE } from './fields.ts';
import type { Index } from './index-programme.ts';
import type { Term } from './terms.ts';

/** What a query's terms make of each talk, by number. */
export interface Scores {
  readonly total: Float64Array;
  /** The share of the query, by rarity, that the talk has at all. */
  readonly covered: Float64Array;
  /** The share that its title or its speakers have. */
  readonly named: Float64Array;
}

const NAMING = (1 << TITLE) | (1 << SPEAKERS);

export function scoreTalks(index: Index, terms: readonly Term[]): Scores {
  const count = index.talks.length;
  const scores = {
    total: new Float64Array(count),
    covered: new Float64Array(count),
    named: new Float64Array(count),
  };
  const best = new Float64Array(count);
  const where = new Uint8Array(count);
  const sum = terms.reduce((all, term) => all + term.rarity, 0);
  for (const term of terms) {
    best.fill(0);
    where.fill(0);
    for (const variant of term.variants) {
      const { offsets, talks, impacts, fields } = variant.kind === 'form' ? index.forms : index.stems;
      const end = offsets[variant.to] ?? 0;
      for (let place = offsets[variant.from] ?? 0; place < end; place++) {
        const talk = talks[place] ?? 0;
        const value = (impacts[place] ?? 0) * variant.weight;
        const now = best[talk] ?? 0;
        if (variant.adds) best[talk] = now + value;
        else if (value > now) best[talk] = value;
        where[talk] = (where[talk] ?? 0) | (fields[place] ?? 0);
      }
    }
    const share = term.rarity / sum;
    for (let talk = 0; talk < count; talk++) {
      const value = best[talk] ?? 0;
      if (value === 0) continue;
      scores.total[talk] = (scores.total[talk] ?? 0) + value * term.rarity;
      scores.covered[talk] = (scores.covered[talk] ?? 0) + share;
      if ((where[talk] ?? 0) & NAMING) scores.named[talk] = (scores.named[talk] ?? 0) + share;
    }
  }
  return scores;
}
void ABSTRACT;
void FIELDS;
