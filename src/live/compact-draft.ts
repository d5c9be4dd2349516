import type { Draft, DraftSpeaker } from '../programme/joining/draft.ts';

const NONE: readonly never[] = Object.freeze([]);

/**
 * Makes a function that lets drafts, which stay as long as their files, take less memory: people whom several name with the
 * same bio are one object, empty lists are one list, and no list has room to grow.
 */
export function compactDrafts(): (draft: Draft) => Draft {
  const byBio = new Map<string, DraftSpeaker>();
  const share = (speaker: DraftSpeaker): DraftSpeaker => {
    const { bio } = speaker;
    if (bio === '') return speaker;
    const known = byBio.get(bio);
    if (known !== undefined && isSame(known, speaker)) return known;
    byBio.set(bio, speaker);
    return speaker;
  };
  return draft => ({
    ...draft,
    problems: compactList(draft.problems),
    talks: draft.talks.map(talk => ({
      ...talk,
      speakers: compactList(talk.speakers.map(share)),
      slots: compactList(talk.slots),
    })),
  });
}

function isSame(one: DraftSpeaker, other: DraftSpeaker): boolean {
  return (
    one.name === other.name &&
    one.id === other.id &&
    one.affiliation === other.affiliation &&
    one.talks === other.talks
  );
}

function compactList<Item>(list: readonly Item[]): readonly Item[] {
  return list.length === 0 ? NONE : list;
}
