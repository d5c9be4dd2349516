import type { Programme } from '../src/programme/programme.ts';

/** A talk as search libraries take it: flat texts under names. */
export interface Document {
  readonly id: string;
  readonly title: string;
  readonly speakers: string;
  readonly track: string;
  readonly abstract: string;
  readonly bio: string;
}

export const FIELD_NAMES = ['title', 'speakers', 'track', 'abstract', 'bio'] as const;

/** The weights that Lectern gives its fields, for every library that takes weights. */
export const BOOSTS = { title: 10, speakers: 6, track: 3, abstract: 2, bio: 1 };

export function documentsOf({ talks }: Programme): Document[] {
  return talks.map(talk => ({
    id: talk.id,
    title: talk.title,
    speakers: talk.speakers.map(({ name }) => name).join(' '),
    track: talk.track ?? '',
    abstract: talk.abstract,
    bio: talk.speakers.map(({ bio }) => bio).join(' '),
  }));
}
