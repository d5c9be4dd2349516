import { nameKey } from '../programme/fold.ts';
import { groupByEach } from '../programme/group.ts';
import type { RawTalk } from './raw-talk.ts';

/** Makes one entry of those that a file has of a talk, one for each slot: they have one id and one title. */
export function uniteSlots<Entry extends RawTalk>(entries: readonly Entry[]): readonly Entry[] {
  const keyOf = new Map(entries.map((entry, i) => [entry, keyFor(entry) ?? `${i}`]));
  const groups = groupByEach(entries, entry => [keyOf.get(entry) ?? '']);
  return [...groups.values()].flatMap(group => {
    const [first] = group;
    return first === undefined ? [] : [{ ...first, slots: group.flatMap(entry => entry.slots) }];
  });
}

function keyFor({ id, title }: RawTalk): string | undefined {
  return id === '' ? undefined : JSON.stringify([id, nameKey(title)]);
}
