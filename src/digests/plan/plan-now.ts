import type { Digest } from '../../store/digests.ts';
import type { ComposeDay } from '../compose/compose-day.ts';
import type { Setting } from '../setting.ts';
import { WORTH_MS } from './due.ts';
import { partsOwed } from './owed.ts';

/** In doubt: it was sent, nobody knows whether it arrived, and its owner is asked. */
export type PostedNow = 'claimed' | 'there already' | 'in doubt' | 'nothing to say';

/**
 * Claims a day at once, whatever time was asked for; it will not be posted again at that time. What of it was missed is
 * made up for, and what Slack has refused is tried again.
 */
export async function planNow(
  digest: Digest,
  day: string,
  {
    setting,
    composeDay,
  }: {
    readonly setting: Pick<Setting, 'store' | 'current' | 'words' | 'now'>;
    readonly composeDay: ComposeDay;
  },
): Promise<PostedNow> {
  const now = setting.now();
  const parts = await composeDay(digest, day, setting.current());
  if (parts.length === 0) return 'nothing to say';
  const owed = partsOwed(digest, { day, dueAt: now, until: now + WORTH_MS }, parts);
  const { deliveries } = setting.store;
  const [won] = await deliveries.claim([owed]);
  if (won === true) return 'claimed';
  const before = await deliveries.of(digest.id, day);
  const mayBeThere = new Set(before.filter(({ repeated }) => repeated).map(({ part }) => part));
  const isOwed = await deliveries.owe(
    owed.map(each =>
      mayBeThere.has(each.part) ? { ...each, message: setting.words.repeated(each.message) } : each,
    ),
  );
  if (before.some(({ part, state }) => part === '0' && state === 'unknown')) return 'in doubt';
  return isOwed ? 'claimed' : 'there already';
}
