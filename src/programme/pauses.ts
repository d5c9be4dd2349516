import { nameKey } from '../text/fold.ts';
import { groupByEach } from '../text/group.ts';
import type { DraftTalk, Entry } from './joining/draft.ts';
import type { Talk } from './talk.ts';

/**
 * Makes one entry of a pause that stands in a file once for each room that pauses, each time under an id of its own:
 * same name, same time, one pause in several rooms.
 */
export function mergePauses(entries: readonly Entry[]): readonly Entry[] {
  const groups = groupByEach(entries, entry => [pauseKey(entry) ?? entry]);
  return [...groups.values()].flatMap(group => {
    const [first] = group;
    if (first === undefined) return [];
    const slots = group.flatMap(({ talk }) => talk.slots);
    return [{ draft: first.draft, talk: { ...first.talk, id: leastId(group), slots } }];
  });
}

/** Entries that help to run the event or fill the time between talks. */
export function isPause({ kind }: Pick<DraftTalk, 'kind'>): boolean {
  return kind === 'break' || kind === 'service';
}

/** Whether people can go to it: it is neither a pause nor cancelled. */
export function isHeld(talk: Pick<Talk, 'kind' | 'status'>): boolean {
  return talk.status === 'confirmed' && !isPause(talk);
}

function pauseKey({ draft, talk }: Entry): string | undefined {
  if (!isPause(talk)) return undefined;
  const times = talk.slots.map(({ start, end }) => [start, end]);
  return JSON.stringify([draft.file, talk.kind, nameKey(talk.title), times]);
}

/** The least one, because the rooms come in another order the next time. */
function leastId(group: readonly Entry[]): string | undefined {
  return group.flatMap(({ talk }) => talk.id ?? []).sort()[0];
}
