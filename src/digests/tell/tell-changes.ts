import { setImmediate as others } from 'node:timers/promises';
import { changesBetween } from '../../programme/changes.ts';
import { successor } from '../../programme/joining/successor.ts';
import { dayAt } from '../../programme/moment.ts';
import { type Programme, programmeOf } from '../../programme/programme.ts';
import type { Digest } from '../../store/digests.ts';
import type { Told } from '../../store/told.ts';
import { groupByEach } from '../../text/group.ts';
import type { ComposeDay } from '../compose/compose-day.ts';
import { conferenceKey } from '../compose/conference-key.ts';
import type { Mistakes } from '../deliver/mistakes.ts';
import type { Setting } from '../setting.ts';
import { type Edits, editsOf, type Shown } from './edits.ts';

/** Tells of the programme as it is now, once, whoever else tries: days that were posted are edited and replied to. */
export async function tellChanges(
  digests: readonly Digest[],
  {
    setting,
    composeDay,
    mistakes,
  }: { readonly setting: Setting; readonly composeDay: ComposeDay; readonly mistakes: Mistakes },
): Promise<void> {
  const { store, current, log } = setting;
  const { programme } = current();
  const conference = conferenceKey(programme);
  const told = await store.told.last(conference);
  const { before, after } = succession(told, programme);
  if (after !== programme) setting.remember(programme, after);
  const loaded = current();
  const changes = before === undefined ? [] : changesBetween(before, after);
  if (told !== undefined && changes.length === 0) return;
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

/**
 * What people know, and what they are to know now. Where the two have not one talk in common, it is another event that
 * goes by the same name, and nobody is told that everything is cancelled.
 */
function succession(
  told: Told | undefined,
  programme: Programme,
): { readonly before: Programme | undefined; readonly after: Programme } {
  if (told === undefined) return { before: undefined, after: programme };
  const before = programmeOf(programme.conference, told.talks);
  const after = successor(before, programme);
  return after === undefined ? { before: undefined, after: programme } : { before, after };
}

/** The days from today on of which channels have digests, or will have. */
async function shownDays(
  digests: readonly Digest[],
  { store, current, now }: Setting,
): Promise<readonly Shown[]> {
  const today = dayAt(now(), current().programme.conference);
  const deliveries = await store.deliveries.since(today);
  return [...groupByEach(deliveries, ({ digest, day }) => [`${digest} ${day}`]).values()].flatMap(parts => {
    const digest = digests.find(({ id }) => id === parts[0]?.digest);
    return digest === undefined ? [] : [{ digest, parts }];
  });
}
