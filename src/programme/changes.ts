import { nameKey } from './fold.ts';
import { type Programme, programmeOf } from './programme.ts';
import type { Slot, Talk } from './talk.ts';
import { whenWords } from './when.ts';

/** What differs between two programmes, of one talk: one thing, the one that most concerns who wants to be there. */
export type Change =
  | { readonly kind: 'added' | 'cancelled'; readonly talk: Talk }
  | { readonly kind: 'moved' | 'room' | 'retitled' | 'speakers'; readonly talk: Talk; readonly before: Talk };

/**
 * A talk that is no longer in a source is cancelled, not forgotten: those who look for it are to learn of it. So a new
 * programme takes over, as cancelled, what only the one before it had.
 */
export function withCancelled(before: Programme, after: Programme): Programme {
  const kept = counterparts(before, after);
  const gone = before.talks
    .filter(talk => !kept.has(talk))
    .map(talk => ({ ...talk, status: 'cancelled' as const }));
  return gone.length === 0 ? after : programmeOf(after.conference, [...after.talks, ...gone]);
}

/** In the order of the new programme; of one talk the cancellation before the time, the time before the room, and so on. */
export function changesBetween(before: Programme, after: Programme): readonly Change[] {
  const formerOf = new Map([...counterparts(before, after)].map(([former, talk]) => [talk, former]));
  return after.talks.flatMap(talk => changesOf(formerOf.get(talk), talk));
}

/**
 * For each talk of the first programme the same talk in the second: by its id, else by its title and speakers, else by
 * its speakers, times and rooms. The last is for sheets without ids, in which a mended title would else read as one talk
 * cancelled and another one added.
 */
function counterparts(before: Programme, after: Programme): Map<Talk, Talk> {
  const taken = new Set<Talk>();
  const pairs = new Map<Talk, Talk>();
  const pair = (former: Talk, talk: Talk | undefined) => {
    if (talk === undefined || taken.has(talk)) return;
    taken.add(talk);
    pairs.set(former, talk);
  };
  for (const former of before.talks) pair(former, after.talk(former.id));
  for (const keyOf of [saidBy, placeOfPeople]) {
    const byKey = new Map(after.talks.filter(talk => !taken.has(talk)).map(talk => [keyOf(talk), talk]));
    byKey.delete(undefined);
    for (const former of before.talks) if (!pairs.has(former)) pair(former, byKey.get(keyOf(former)));
  }
  return pairs;
}

/** Nobody is in two places at once. Without a person or a time that says nothing. */
function placeOfPeople(talk: Talk): string | undefined {
  if (talk.speakers.length === 0 || talk.slots.length === 0) return undefined;
  return [...talk.speakers.map(speaker => speaker.id).sort(), times(talk), rooms(talk)].join('\n');
}

function saidBy({ title, speakers }: Talk): string {
  return [nameKey(title), ...speakers.map(speaker => speaker.id).sort()].join('\n');
}

function changesOf(before: Talk | undefined, talk: Talk): readonly Change[] {
  if (talk.status === 'cancelled') return before?.status === 'confirmed' ? [{ kind: 'cancelled', talk }] : [];
  if (before === undefined || before.status === 'cancelled') return [{ kind: 'added', talk }];
  const changed = (kind: 'moved' | 'room' | 'retitled' | 'speakers') => ({ kind, talk, before });
  return [
    ...(times(before) !== times(talk)
      ? [changed('moved')]
      : rooms(before) !== rooms(talk)
        ? [changed('room')]
        : []),
    ...(before.title === talk.title ? [] : [changed('retitled')]),
    ...(names(before) === names(talk) ? [] : [changed('speakers')]),
  ];
}

function times({ slots }: Talk): string {
  return slots.map(slot => `${slot.start} ${slot.end ?? ''}`).join('\n');
}

function rooms({ slots }: Talk): string {
  return slots.map(slot => slot.rooms.join(', ')).join('\n');
}

function names({ speakers }: Talk): string {
  return speakers.map(speaker => speaker.name).join(', ');
}

/**
 * A change as people want to read it: what the talk is, who gives it, and both times and rooms, since those who had it
 * in mind remember the old ones. `Ceph at sea, Ada Lund: Thu 13 May 13:00–13:30, Quay Hall → Fri 14 May 14:00, Net Loft`
 */
export function changeWords(change: Change): string {
  const { talk } = change;
  const what = talk.speakers.length === 0 ? talk.title : `${talk.title}, ${names(talk)}`;
  switch (change.kind) {
    case 'added':
      return `New: ${what}${talk.slots.length === 0 ? '' : `, ${placesOf(talk)}`}`;
    case 'cancelled':
      return `Cancelled: ${what}${talk.slots.length === 0 ? '' : ` (was ${placesOf(talk)})`}`;
    case 'moved':
    case 'room':
      return `${what}: ${placesOf(change.before)} → ${placesOf(talk)}`;
    case 'retitled':
      return `${change.before.title} is now called ${what}`;
    case 'speakers':
      return `${talk.title}: ${names(change.before) || 'nobody'} → ${names(talk) || 'nobody'}`;
  }
}

function placesOf({ slots }: Talk): string {
  return slots.length === 0 ? 'not scheduled' : slots.map(placeOf).join('; ');
}

function placeOf(slot: Slot): string {
  return [whenWords(slot), ...slot.rooms].join(', ');
}
