import type { Programme } from '../programme/programme.ts';
import type { Owed } from '../store/delivery.ts';
import type { Digest } from '../store/digests.ts';
import type { ComposeDay } from './compose-day.ts';
import { type DueDay, dueDays, WORTH_MS } from './due.ts';
import { noticeOwed, partsOwed } from './owed.ts';
import type { Setting } from './setting.ts';

/** So many digests are made at a time; the first are sent while the others are still being made. */
const AT_ONCE = 50;

/** The programme in which a day of a digest needs no second look, as it is claimed or there is nothing to say. */
type Planned = Map<string, Programme>;

export interface Planning {
  readonly setting: Setting;
  readonly composeDay: ComposeDay;
  readonly planned: Planned;
}

/**
 * Claims what is due: each day of a digest once, whoever else tries. False where more is due than is made at a time; then
 * it is to be called again.
 */
export async function planDue(digests: readonly Digest[], planning: Planning): Promise<boolean> {
  const { setting, planned } = planning;
  const loaded = setting.current();
  const plans = digests
    .filter(digest => !digest.paused)
    .flatMap(digest => dueDays(digest, loaded, setting.now()).map(due => ({ digest, due })))
    .filter(plan => planned.get(nameOf(plan)) !== loaded.programme)
    .sort((a, b) => a.due.dueAt - b.due.dueAt)
    .slice(0, AT_ONCE);
  const claims: (readonly Owed[])[] = [];
  for (const plan of plans) claims.push(await owedFor(plan, planning));
  if (claims.some(hasAny)) await setting.store.deliveries.claim(claims.filter(hasAny));
  for (const plan of plans) planned.set(nameOf(plan), loaded.programme);
  return plans.length < AT_ONCE;
}

export type PostedNow = 'claimed' | 'there already' | 'nothing to say';

/** Claims a day at once, whatever time was asked for; it will not be posted again at that time. */
export async function planNow(
  digest: Digest,
  day: string,
  {
    setting,
    composeDay,
  }: { readonly setting: Pick<Setting, 'store' | 'now'>; readonly composeDay: ComposeDay },
): Promise<PostedNow> {
  const now = setting.now();
  const parts = await composeDay(digest, day);
  if (parts.length === 0) return 'nothing to say';
  const owed = partsOwed(digest, { day, dueAt: now, until: now + WORTH_MS }, parts);
  const [won] = await setting.store.deliveries.claim([owed]);
  return won === true ? 'claimed' : 'there already';
}

interface Plan {
  readonly digest: Digest;
  readonly due: DueDay;
}

/** What came too late is claimed as well: whoever clears up after us finds it, and tells its owner. */
async function owedFor({ digest, due }: Plan, { setting, composeDay }: Planning): Promise<readonly Owed[]> {
  const { store, words, now } = setting;
  const first = { digest: digest.id, day: due.day, part: '0' };
  if ((await store.deliveries.find(first)) !== undefined) return [];
  const parts = await composeDay(digest, due.day);
  if (parts.length > 0) return partsOwed(digest, due, parts);
  if ((await store.deliveries.toldBy(digest.id, due.day)).size === 0) return [];
  // Of a conference without times, every talk has had its turn.
  return [noticeOwed(digest, { day: '', part: 'notice ended' }, words.ended(digest), now())];
}

function nameOf({ digest, due }: Plan): string {
  return `${digest.id} ${due.day}`;
}

function hasAny(owed: readonly Owed[]): boolean {
  return owed.length > 0;
}
