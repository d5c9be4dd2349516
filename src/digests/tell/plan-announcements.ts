import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Change, isForReaders, slotsOf } from '../../programme/changes.ts';
import { describeDifference } from '../../programme/describe-change.ts';
import type { Loaded } from '../../search/loaded.ts';
import type { NewDelivery } from '../../store/delivery.ts';
import type { Digest } from '../../store/digests.ts';
import { rememberOf } from '../../text/remember.ts';
import type { DigestFaults } from '../deliver/faults.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import { tellsOf, WORTH_MS } from '../plan/due.ts';
import { changesInChannel, fingerprint } from '../plan/new-deliveries.ts';
import { passesFilters } from '../plan/sessions-by-day.ts';
import { isImportant } from './important-changes.ts';
import type { ProgrammeChange } from './plan-edits.ts';
import { slotsToCome } from './to-come.ts';

interface Announcing {
  readonly context: Pick<DeliveryContext, 'messages' | 'now' | 'rehearsal'>;
  readonly faults: DigestFaults;
}

/**
 * The messages in channels themselves that tell the changes of one burst. A channel may have several digests, as one of the
 * evening and one of the morning: each change is told there once in a language, first by those that tell all changes.
 */
export async function planAnnouncements(
  digests: readonly Digest[],
  change: ProgrammeChange,
  { context, faults }: Announcing,
): Promise<readonly NewDelivery[]> {
  const told = new Set<string>();
  const claims: NewDelivery[] = [];
  const announcing = digests.filter(isAnnouncing);
  for (const digest of announcing.sort((a, b) => Number(b.onlyChanges) - Number(a.onlyChanges))) {
    const planned = await faults.isolate(digest, () => planAnnouncement(digest, change, { context, told }));
    claims.push(...(planned ?? []));
    // As with the days in channels, searches must not wait for a thousand digests.
    await nextTurn();
  }
  return claims;
}

function isAnnouncing({ paused, onlyChanges, changesInChannel }: Digest): boolean {
  return !paused && (onlyChanges || changesInChannel);
}

/**
 * All that people want to know for a digest of changes only, else the important ones if they are ordered. Its claim stands in
 * the transaction that replaces the snapshot, so that each change is told once, whichever process finds it.
 */
function planAnnouncement(
  digest: Digest,
  { loaded, changes: all, version }: ProgrammeChange,
  {
    context: { messages, now, rehearsal },
    told,
  }: Pick<Announcing, 'context'> & {
    /** The changes that channels have, in a language. */
    readonly told: Set<string>;
  },
): readonly NewDelivery[] {
  const dueAt = now();
  const at = { programme: loaded.programme, now: dueAt };
  const toldAs = (change: Change) =>
    [digest.workspace, digest.channel, digest.language, keyOf(change)].join(' ');
  const changes = changesToCome(digest, all, { loaded, now: dueAt })
    .filter(change => (digest.onlyChanges ? isForReaders(change) : isImportant(change, at)))
    .filter(change => !told.has(toldAs(change)));
  if (changes.length === 0) return [];
  const message = messages.announcement(digest, changes, rehearsal);
  const talks = [...new Set(changes.map(({ talk }) => talk.id))];
  const due = { dueAt, until: dueAt + WORTH_MS };
  for (const change of changes) told.add(toldAs(change));
  return [
    changesInChannel(digest, due, { version, changes: fingerprint(changes.map(keyOf)), message, talks }),
  ];
}

/** Each digest asks for it. */
const keyOf = rememberOf(
  (change: Change) => `${change.talk.id} ${change.kind} ${describeDifference(change)}`,
);

/** Those of the days and talks that a digest is about: before or after the change, and not of a talk that is over. */
function changesToCome(
  digest: Digest,
  changes: readonly Change[],
  { loaded, now }: { readonly loaded: Loaded; readonly now: number },
): readonly Change[] {
  const passes = passesFilters(digest.filters, loaded);
  const { programme } = loaded;
  const isEveryDay = digest.days === 'daily' && digest.weekdays.length === 0;
  return changes.filter(change => {
    const former = 'before' in change ? [change.before] : [];
    if (![change.talk, ...former].some(talk => passes(talk, talk.slots))) return false;
    if (slotsOf(change).length === 0) return isEveryDay;
    return slotsToCome(change, { programme, now }).some(({ day }) => tellsOf(day, digest));
  });
}
