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

/** Completes what a talk says of a person with what other lists say. */
export interface PeopleList {
  /** The mention with the name it lacks and the longest bio known; nothing where nobody can be named. */
  complete(mention: DraftSpeaker): DraftSpeaker | undefined;
}

/**
 * Lists people whom files tell of apart from talks. They are found by the source's own id, else by their folded name
 * where only one of them has it: of two people who are called alike, neither gets the other's bio.
 */
export function peopleList(listed: readonly DraftSpeaker[]): PeopleList {
  const byId = grouped(listed, person => person.id);
  const byName = grouped(listed, person => nameKey(person.name));
  const find = ({ id, name }: DraftSpeaker) => {
    const same = id === undefined ? undefined : byId.get(id);
    if (same !== undefined) return same;
    const alike = name === '' ? [] : (byName.get(nameKey(name)) ?? []);
    return new Set(alike.map(person => person.id)).size === 1 ? alike : [];
  };
  return {
    complete: mention => {
      const people = find(mention);
      const name = mention.name || (people.find(person => person.name !== '')?.name ?? '');
      const bio = [mention, ...people].reduce((best, { bio }) => (bio.length > best.length ? bio : best), '');
      return name === '' ? undefined : { ...mention, name, bio };
    },
  };
}

function grouped(
  people: readonly DraftSpeaker[],
  keyOf: (person: DraftSpeaker) => string | undefined,
): Map<string, DraftSpeaker[]> {
  const groups = new Map<string, DraftSpeaker[]>();
  for (const person of people) {
    const key = keyOf(person);
    const group = key === undefined ? undefined : groups.get(key);
    if (group !== undefined) group.push(person);
    else if (key !== undefined) groups.set(key, [person]);
  }
  return groups;
}
