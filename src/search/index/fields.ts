import type { Talk } from '../../programme/talk.ts';
import { FIELD_WEIGHTS, LENGTH_SHARES } from '../rank/weights.ts';

/** A text of a talk that is searched, with what a word counts there. */
export interface Field {
  readonly weight: number;
  /** BM25's b. 0: a word in a long text counts as in a short one; 1: only its share of the text counts. */
  readonly lengthShare: number;
  readonly textsOf: (talk: Talk) => readonly string[];
}

/** By their numbers, the constants below. */
export const FIELDS: readonly Field[] = [
  field('title', talk => [talk.title]),
  field('speakers', talk => talk.speakers.map(speaker => speaker.name)),
  field('track', talk => (talk.track === undefined ? [] : [talk.track])),
  field('abstract', talk => [talk.abstract]),
  field('bio', talk => talk.speakers.map(speaker => speaker.bio)),
  // Filled from titles: a part of a compound such as `ceph` in `CephFS` is counted here and not as the title's.
  field('insideTitle', () => []),
  field('affiliation', talk => talk.speakers.flatMap(speaker => speaker.affiliation ?? [])),
];

export const TITLE = 0;
export const SPEAKERS = 1;
export const ABSTRACT = 3;
export const BIO = 4;
export const INSIDE_TITLE = 5;
export const AFFILIATION = 6;

/** The fields by which people know a talk, as bits of Postings.fields: its title and its speakers. */
export const HEADING = (1 << TITLE) | (1 << SPEAKERS);

function field(name: keyof typeof FIELD_WEIGHTS, textsOf: Field['textsOf']): Field {
  return { weight: FIELD_WEIGHTS[name], lengthShare: LENGTH_SHARES[name], textsOf };
}
