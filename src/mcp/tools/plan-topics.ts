import { findMeant } from '../../conversation/results.ts';
import type { Talk } from '../../programme/talk.ts';
import { ALL } from '../../search/find.ts';
import type { Asked } from '../conferences.ts';
import { readSearch } from './search-talks.ts';

/** How well a talk fits the topics of a person. */
export interface Interest {
  /** Above 0. */
  readonly worth: number;
  /** Those of the topics that it fits. */
  readonly topics: readonly string[];
}

interface Interests {
  readonly byTalk: ReadonlyMap<Talk, Interest>;
  /** Tells topics that were corrected, and those that nothing fits. */
  readonly notes: readonly string[];
}

/**
 * Weighs talks by how well they fit the topics: 1 for the best match of each and for a talk that it names, less for the
 * others. One that hardly fits is better than an empty hour.
 */
export function weighTopics(topics: readonly string[], asked: Asked): Interests {
  const byTalk = new Map<Talk, Interest>();
  const notes: string[] = [];
  for (const topic of new Set(topics)) {
    const { search } = readSearch(topic, asked);
    const { talks, scores, correction, notes: noted } = findMeant(search, asked, ALL).found;
    const best = Math.max(0, ...scores);
    const named = new Set(search.named);
    for (const [place, talk] of talks.entries()) {
      const share = named.has(talk.id) ? 1 : (scores[place] ?? 0) / best;
      if (!(share > 0)) continue;
      const { worth, topics: those } = byTalk.get(talk) ?? { worth: 0, topics: [] };
      byTalk.set(talk, { worth: worth + share, topics: [...those, topic] });
    }
    notes.push(
      ...search.mended.map(({ typed, taken }) => `Showing ${taken} (you typed ${typed}).`),
      ...(correction === undefined ? [] : [`Showing ${correction} (you typed ${topic}).`]),
      ...noted,
      ...(talks.length === 0 ? [`No talk fits “${topic}”.`] : []),
    );
  }
  return { byTalk, notes: [...new Set(notes)] };
}
