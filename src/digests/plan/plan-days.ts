import type { Programme } from '../../programme/programme.ts';
import type { Loaded } from '../../search/loaded.ts';
import type { NewDelivery } from '../../store/delivery.ts';
import type { Digest } from '../../store/digests.ts';
import type { ComposeDay } from '../compose/compose-day.ts';
import type { Mistakes } from '../deliver/faults.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import { type DueDay, dueDays, WORTH_MS } from './due.ts';
import { noticeOwed, partsOwed } from './new-deliveries.ts';

/** So many digests are made at a time; the first are sent while the others are still being made. */
const AT_ONCE = 50;

/** The programme in which a day of a digest needs no second look, as it is claimed or there is nothing to say. */
type Planned = Map<string, Programme>;

export interface Planning {
  readonly setting: DeliveryContext;
  readonly composeDay: ComposeDay;
  readonly planned: Planned;
  readonly mistakes: Mistakes;
}

/**
 * Claims what is due: each day of a digest once, whoever else tries. False where more is due than is made at a time; then
 * it is to be called again.
 */
export async function planDue(digests: readonly Digest[], planning: Planning): Promise<boolean> {
  const { setting, planned, mistakes } = planning;
  const loaded = setting.current();
  const due: Plan[] = [];
  for (const digest of digests.filter(({ paused }) => !paused)) {
    const days = await mistakes.apart(digest, () => dueDays(digest, loaded, setting.now()));
    due.push(...(days ?? []).map(day => ({ digest, due: day })));
  }
  const plans = due
    .filter(plan => planned.get(planKey(plan)) !== loaded.programme)
    .sort((a, b) => a.due.dueAt - b.due.dueAt)
    .slice(0, AT_ONCE);
  const claims: (readonly NewDelivery[])[] = [];
  for (const plan of plans)
    claims.push((await mistakes.apart(plan.digest, () => owedFor(plan, loaded, planning))) ?? []);
  if (claims.some(hasAny)) await setting.store.deliveries.claim(claims.filter(hasAny));
  for (const plan of plans) planned.set(planKey(plan), loaded.programme);
  return plans.length < AT_ONCE;
}

interface Plan {
  readonly digest: Digest;
  readonly due: DueDay;
}

/** What came too late is claimed as well: whoever clears up after us finds it, and tells its owner. */
async function owedFor(
  { digest, due }: Plan,
  loaded: Loaded,
  { setting, composeDay }: Planning,
): Promise<readonly NewDelivery[]> {
  const { store, messages: words, now } = setting;
  const first = { digestId: digest.id, day: due.day, part: '0' };
  if ((await store.deliveries.find(first)) !== undefined) return [];
  const parts = await composeDay(digest, due.day, loaded);
  if (parts.length > 0) return partsOwed(digest, due, parts);
  // Of a conference without times, every talk may have had its turn.
  if (loaded.programme.days.length > 0) return [];
  if ((await store.deliveries.toldBy(digest.id, due.day)).size === 0) return [];
  return [noticeOwed(digest, { day: '', part: 'notice ended' }, words.endNotice(digest), now())];
}

function planKey({ digest, due }: Plan): string {
  return `${digest.id} ${due.day}`;
}

function hasAny(owed: readonly NewDelivery[]): boolean {
  return owed.length > 0;
}

/** In doubt: it was sent, nobody knows whether it arrived, and its owner is asked. */
export type PlanNowResult = 'claimed' | 'there already' | 'in doubt' | 'nothing to say';

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
    readonly setting: Pick<DeliveryContext, 'store' | 'current' | 'messages' | 'now'>;
    readonly composeDay: ComposeDay;
  },
): Promise<PlanNowResult> {
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
      mayBeThere.has(each.part) ? { ...each, message: setting.messages.markRepeated(each.message) } : each,
    ),
  );
  if (before.some(({ part, state }) => part === '0' && state === 'unknown')) return 'in doubt';
  return isOwed ? 'claimed' : 'there already';
}
