import { type Change, changesSince } from '../../programme/changes.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Loaded } from '../../search/loaded.ts';
import type { Digest } from '../../store/digests.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import type { DayPart } from '../messages.ts';
import { matchingTalks } from '../plan/sessions-by-day.ts';

/** What a digest says of a day of this programme, with what changed since the day before. */
export type ComposeDay = (digest: Digest, day: string, loaded: Loaded) => Promise<readonly DayPart[]>;

export function dayComposer({
  store,
  messages: words,
  rehearsal,
}: Pick<DeliveryContext, 'store' | 'messages' | 'rehearsal'>): ComposeDay {
  let known: Known | undefined;
  const changesOn = async (day: string, programme: Programme) => {
    if (known?.programme !== programme) known = { programme, byDay: new Map() };
    const { byDay } = known;
    const before = byDay.get(day);
    if (before !== undefined) return before;
    const conference = conferenceKey(programme);
    await store.told.keepDay(conference, day, programme.talks);
    const talks = await store.told.before(conference, day);
    const changes = talks === undefined ? [] : changesSince(talks, programme).changes;
    byDay.set(day, changes);
    return changes;
  };
  return async (digest, day, loaded) => {
    const ofDay = (await changesOn(day, loaded.programme)).filter(change => daysOf(change).has(day));
    const chosen = ofDay.length === 0 ? new Set() : matchingTalks(digest.filters, loaded);
    const changes = ofDay.filter(change => chosen.has(change.talk.id));
    // Only a conference without times asks for it: each talk has its turn once.
    const told =
      loaded.programme.days.length === 0 ? await store.deliveries.toldBy(digest.id, day) : new Set<string>();
    return words.compose(digest, day, { loaded, changes, toldTalks: told, rehearsal });
  };
}

interface Known {
  readonly programme: Programme;
  readonly byDay: Map<string, readonly Change[]>;
}

/** The days on which a change is of interest: those of the talk, before and after. */
export function daysOf(change: Change): ReadonlySet<string> {
  const slots = [...change.talk.slots, ...('before' in change ? change.before.slots : [])];
  return new Set(slots.map(slot => slot.day));
}

/** Under which name what was told of a conference is kept. */
export function conferenceKey({ conference }: Programme): string {
  return conference.name ?? conference.folder;
}
