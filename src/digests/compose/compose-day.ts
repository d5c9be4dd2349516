import { type Change, compareWithKnown, slotsOf } from '../../programme/changes.ts';
import { conferenceKey } from '../../programme/conference.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Loaded } from '../../search/loaded.ts';
import type { Digest } from '../../store/digests.ts';
import { rememberOf } from '../../text/remember.ts';
import { finishInSlices } from '../../text/steps.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import type { DayPart } from '../messages.ts';
import { matchingTalks } from '../plan/sessions-by-day.ts';
import type { PostTime } from './relative-day.ts';

/** Makes the messages that tell of a day of this programme, with the changes since the day before. */
export type ComposeDay = (
  digest: Digest,
  day: string,
  of: { readonly loaded: Loaded; readonly posted: PostTime },
) => Promise<readonly DayPart[]>;

/**
 * Keeps the changes of each day, since many digests tell the same ones. They are those of the conference alone: what counts
 * along has no days, and another workspace may see it without that.
 */
export function dayComposer({
  store,
  messages,
  rehearsal,
}: Pick<DeliveryContext, 'store' | 'messages' | 'rehearsal'>): ComposeDay {
  const byDayOf = rememberOf((_programme: Programme) => new Map<string, readonly Change[]>());
  const changesOn = async (day: string, programme: Programme) => {
    const byDay = byDayOf(programme);
    const before = byDay.get(day);
    if (before !== undefined) return before;
    const conference = conferenceKey(programme.conference);
    await store.snapshots.keepForDay(conference, day, programme.talks);
    const talks = await store.snapshots.beforeDay(conference, day, programme.talks);
    const all = talks === undefined ? [] : (await finishInSlices(compareWithKnown(talks, programme))).changes;
    const changes = all.filter(change => daysOf(change).has(day));
    byDay.set(day, changes);
    return changes;
  };
  return async (digest, day, { loaded, posted }) => {
    const [own = loaded.programme] = loaded.joined ?? [];
    const changes = digest.span === 'week' ? [] : await changesOn(day, own);
    const matching = changes.length === 0 ? new Set() : matchingTalks(digest.filters, loaded);
    const hasTimes = loaded.programme.days.length > 0;
    return messages.compose(digest, day, {
      loaded,
      posted,
      changes: changes.filter(({ talk }) => matching.has(talk.id)),
      toldTalks: hasTimes ? new Set() : await store.deliveries.talksToldBy(digest, { exceptOn: day }),
      rehearsal,
    });
  };
}

/** The days on which readers should see a change: those that it is about, before and after it. */
export function daysOf(change: Change): ReadonlySet<string> {
  return new Set(slotsOf(change).map(slot => slot.day));
}
