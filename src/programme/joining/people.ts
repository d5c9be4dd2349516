import { nameKey } from '../../text/fold.ts';
import type { Speaker } from '../talk.ts';
import type { DraftSpeaker } from './draft.ts';

/** Finds the one person behind each mention of a name. */
export interface SpeakerIndex {
  /** The people behind these mentions, each once, in this order. */
  all(mentions: readonly DraftSpeaker[]): readonly Speaker[];
}

/** The name of a person whose name a file does not give; ids tell such people apart. */
export const NAME_WITHHELD = 'Name withheld';

/** Makes one speaker of all mentions of a name: the spelling that came first, and the longest bio. */
export function indexSpeakers(mentions: readonly DraftSpeaker[]): SpeakerIndex {
  const speakers = new Map<string, Speaker>();
  for (const mention of mentions) {
    const { name, bio } = mention;
    const id = speakerKey(mention);
    const known = speakers.get(id);
    if (known === undefined) speakers.set(id, { id, name, bio });
    else if (bio.length > known.bio.length) speakers.set(id, { ...known, bio });
  }
  return {
    all: talkSpeakers => {
      const ids = new Set(talkSpeakers.map(speakerKey));
      return [...ids].flatMap(id => speakers.get(id) ?? []);
    },
  };
}

function speakerKey({ id, name }: DraftSpeaker): string {
  return name === NAME_WITHHELD && id !== undefined ? id : nameKey(name);
}
