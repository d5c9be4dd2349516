import { type Change, compareWithKnown, slotsOf } from '../../programme/changes.ts';
import { conferenceKey } from '../../programme/conference.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Loaded } from '../../search/loaded.ts';
import type { Digest } from '../../store/digests.ts';
import { addDays } from '../../text/read-day.ts';
import { rememberOf } from '../../text/remember.ts';
import { finishInSlices } from '../../text/steps.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import type { DayPart } from '../messages.ts';
import { matchingTalks } from '../plan/sessions-by-day.ts';
import type { PostTime } from './relative-day.ts';

/** Makes the messages that tell of a day of this programme, with the changes since the digest's last post. */
export type ComposeDay = (
  digest: Digest,
  day: string,
  of: { readonly loaded: Loaded; readonly posted: PostTime },
) => Promise<readonly DayPart[]>;

/**
 * Keeps the changes between two days, since many digests tell the same ones. They are those of the conference alone: what counts
 * along has no days, and another workspace may see it without that.
 */
export function dayComposer({
  store,
  messages,
  rehearsal,
}: Pick<DeliveryContext, 'store' | 'messages' | 'rehearsal'>): ComposeDay {
  const byDayOf = rememberOf((_programme: Programme) => new Map<string, DayChanges>());
  const changesOn = async (day: string, told: string | undefined, programme: Programme) => {
    // A channel that never had a post may have heard of the others.
    const until = told === undefined ? day : addDays(told, 1);
    const byDay = byDayOf(programme);
    const before = byDay.get(`${day} ${until}`);
    if (before !== undefined) return before;
    const conference = conferenceKey(programme.conference);
    await store.snapshots.keepForDay(conference, day, programme.talks);
    const former = await store.snapshots.beforeDay(conference, until, programme.talks);
    const all =
      former === undefined ? [] : (await finishInSlices(compareWithKnown(former.talks, programme))).changes;
    const found = { changes: all.filter(change => daysOf(change).has(day)), formerDay: former?.day };
    byDay.set(`${day} ${until}`, found);
    return found;
  };
  return async (digest, day, { loaded, posted }) => {
    const [own = loaded.programme] = loaded.joined ?? [];
    const { changes, formerDay } =
      digest.span === 'week'
        ? NO_CHANGES
        : await changesOn(day, await store.deliveries.lastDayPosted(digest, { before: day }), own);
    const matching = changes.length === 0 ? new Set() : matchingTalks(digest.filters, loaded);
    const hasTimes = loaded.programme.days.length > 0;
    return messages.compose(digest, day, {
      loaded,
      posted,
      changes: changes.filter(({ talk }) => matching.has(talk.id)),
      ...(formerDay !== undefined &&
        formerDay !== addDays(day, -1) && { changedSince: digest.eve ? addDays(formerDay, -1) : formerDay }),
      toldTalks: hasTimes ? new Set() : await store.deliveries.talksToldBy(digest, { exceptOn: day }),
      rehearsal,
    });
  };
}

interface DayChanges {
  readonly changes: readonly Change[];
  /** The earlier day whose digests were made with the talks that these are compared with. */
  readonly formerDay: string | undefined;
}

const NO_CHANGES: DayChanges = { changes: [], formerDay: undefined };

/** The days on which readers should see a change: those that it is about, before and after it. */
export function daysOf(change: Change): ReadonlySet<string> {
  return new Set(slotsOf(change).map(slot => slot.day));
}
