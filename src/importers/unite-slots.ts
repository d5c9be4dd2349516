import { nameKey } from '../programme/fold.ts';
import { groupByEach } from '../programme/group.ts';
import type { RawTalk } from './raw-talk.ts';

/**
 * Makes one entry of those that a file has of a talk, one for each slot: they have one id. A pause is there once for each
 * room that pauses, under an id a room: those of one name and time are one.
 */
export function uniteSlots(entries: readonly RawTalk[]): readonly RawTalk[] {
  const keyOf = new Map(entries.map((entry, i) => [entry, keyFor(entry) ?? `${i}`]));
  const groups = groupByEach(entries, entry => [keyOf.get(entry) ?? '']);
  return [...groups.values()].flatMap(group => {
    const [first] = group;
    if (first === undefined) return [];
    return { ...first, id: firstId(group), slots: group.flatMap(entry => entry.slots) };
  });
}

function keyFor({ id, title, kind, slots }: RawTalk): string | undefined {
  const isPause = kind === 'break' || kind === 'service';
  if (isPause) return JSON.stringify([nameKey(title), slots.map(({ start, end }) => [start, end])]);
  return id === '' ? undefined : JSON.stringify([id, nameKey(title)]);
}

/** The least one, because the rooms come in another order the next time. */
function firstId(group: readonly RawTalk[]): string {
  return group.map(entry => entry.id).sort()[0] ?? '';
}
