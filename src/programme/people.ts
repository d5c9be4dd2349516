import type { DraftSpeaker } from './draft.ts';
import { nameKey } from './fold.ts';
import type { Speaker } from './talk.ts';

/** Finds the one person behind each mention of a name. */
export interface People {
  /** The people behind these mentions, each once, in this order. */
  all(mentions: readonly DraftSpeaker[]): readonly Speaker[];
}

/** Makes one speaker of all mentions of a name: the spelling that came first, and the longest bio. */
export function peopleOf(mentions: readonly DraftSpeaker[]): People {
  const speakers = new Map<string, Speaker>();
  for (const { name, bio } of mentions) {
    const id = nameKey(name);
    const known = speakers.get(id);
    if (known === undefined) speakers.set(id, { id, name, bio });
    else if (bio.length > known.bio.length) speakers.set(id, { ...known, bio });
  }
  return {
    all: talkSpeakers => {
      const ids = new Set(talkSpeakers.map(speaker => nameKey(speaker.name)));
      return [...ids].flatMap(id => speakers.get(id) ?? []);
    },
  };
}
