import type { DraftSpeaker } from '../../programme/joining/draft.ts';
import { nameKey } from '../../text/fold.ts';
import { groupByEach } from '../../text/group.ts';
import type { RawTalk } from './raw-talk.ts';

/** Makes one entry of those that a file has of a talk, one for each slot or speaker: they have one id and one title. */
export function uniteSlots<Entry extends RawTalk>(entries: readonly Entry[]): readonly Entry[] {
  const groups = groupByEach(entries, entry => [keyFor(entry) ?? entry]);
  return [...groups.values()].flatMap(group => {
    const [first] = group;
    if (first === undefined) return [];
    return [{ ...first, slots: group.flatMap(entry => entry.slots), speakers: everybodyIn(group) }];
  });
}

function everybodyIn(group: readonly RawTalk[]): readonly DraftSpeaker[] {
  const [first, ...others] = group.map(entry => entry.speakers);
  if (first === undefined || others.length === 0) return first ?? [];
  const people = new Map(
    [first, ...others].flat().map(person => [person.id ?? nameKey(person.name), person]),
  );
  return [...people.values()];
}

function keyFor({ id, title }: RawTalk): string | undefined {
  return id === '' ? undefined : JSON.stringify([id, nameKey(title)]);
}
