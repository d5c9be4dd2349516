import type { Talk } from '../../programme/talk.ts';

/** A text of a talk that is searched. */
export interface Field {
  /** How much a word says here. */
  readonly weight: number;
  /** 0: a word in a long text counts as in a short one; 1: only its share of the text counts. */
  readonly lengthMatters: number;
  readonly textsOf: (talk: Talk) => readonly string[];
}

/**
 * A title says what a talk is about, so a word in it outweighs any number of the same in an abstract; names and tracks
 * have no length that would tell anything.
 */
export const FIELDS: readonly Field[] = [
  { weight: 10, lengthMatters: 0.6, textsOf: talk => [talk.title] },
  { weight: 6, lengthMatters: 0, textsOf: talk => talk.speakers.map(speaker => speaker.name) },
  { weight: 3, lengthMatters: 0, textsOf: talk => (talk.track === undefined ? [] : [talk.track]) },
  { weight: 2, lengthMatters: 0.6, textsOf: talk => [talk.abstract] },
  { weight: 1, lengthMatters: 0.6, textsOf: talk => talk.speakers.map(speaker => speaker.bio) },
  // What is only inside a word of a title, as `ceph` in `CephFS`: the title is not about it, though not far from it.
  { weight: 4, lengthMatters: 0, textsOf: () => [] },
];

/** The numbers of fields in FIELDS. */
export const TITLE = 0;
export const SPEAKERS = 1;
export const ABSTRACT = 3;
export const INSIDE_TITLE = 5;
