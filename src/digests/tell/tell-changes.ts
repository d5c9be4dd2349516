import { setImmediate as others } from 'node:timers/promises';
import { changesSince } from '../../programme/changes.ts';
import { dayAt } from '../../programme/moment.ts';
import type { Digest } from '../../store/digests.ts';
import { groupByEach } from '../../text/group.ts';
import { type ComposeDay, conferenceKey } from '../compose/compose-day.ts';
import type { Mistakes } from '../deliver/faults.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import { type Edits, editsOf, type Shown } from './plan-edits.ts';

/** Tells of the programme as it is now, once, whoever else tries: days that were posted are edited and replied to. */
export async function tellChanges(
  digests: readonly Digest[],
  {
    setting,
    composeDay,
    mistakes,
  }: { readonly setting: DeliveryContext; readonly composeDay: ComposeDay; readonly mistakes: Mistakes },
): Promise<void> {
  const { store, current, log } = setting;
  const { programme } = current();
  const conference = conferenceKey(programme);
  const told = await store.told.last(conference);
  // An empty programme is no other event: its talks may be back with the next look.
  if (told !== undefined && programme.talks.length === 0) return;
  const {
    programme: after,
    changes,
    isSameEvent,
  } = told === undefined
    ? { programme, changes: [], isSameEvent: false }
    : changesSince(told.talks, programme);
  if (after !== programme) setting.remember(programme, after);
  const loaded = current();
  if (isSameEvent && changes.length === 0) return;
  const version = told?.version ?? 0;
  const edits: Edits[] = [];
  if (changes.length > 0)
    for (const shown of await shownDays(digests, setting)) {
      const made = await mistakes.apart(shown.digest, () =>
        editsOf(shown, { setting, composeDay, loaded, changes, version }),
      );
      if (made !== undefined) edits.push(made);
      // A thousand digests take their time, and people go on searching.
      await others();
    }
  const isOurs = await store.told.tell({
    conference,
    version,
    talks: after.talks,
    owed: edits.flatMap(({ owed }) => owed.map(each => [each])),
    reworded: edits.flatMap(({ reworded }) => reworded),
  });
  if (isOurs && changes.length > 0) log.info({ conference, changes: changes.length }, 'Changes are told.');
}

/** The days from today on of which channels have digests, or will have. */
async function shownDays(
  digests: readonly Digest[],
  { store, current, now }: DeliveryContext,
): Promise<readonly Shown[]> {
  const today = dayAt(now(), current().programme.conference);
  const deliveries = await store.deliveries.since(today);
  return [...groupByEach(deliveries, ({ digestId: digest, day }) => [`${digest} ${day}`]).values()].flatMap(
    parts => {
      const digest = digests.find(({ id }) => id === parts[0]?.digestId);
      return digest === undefined ? [] : [{ digest, parts }];
    },
  );
}
