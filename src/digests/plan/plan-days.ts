import type { Programme } from '../../programme/programme.ts';
import type { Loaded } from '../../search/loaded.ts';
import type { Delivery, NewDelivery } from '../../store/delivery.ts';
import type { Digest } from '../../store/digests.ts';
import { inTurns } from '../../text/keys.ts';
import type { ComposeDay } from '../compose/compose-day.ts';
import type { DigestFaults } from '../deliver/faults.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import { type DueDay, dueDays, WORTH_MS } from './due.ts';
import { dayDeliveries, ownerNotice } from './new-deliveries.ts';

/** So many days are composed at a time; the first are sent while the others are still being composed. */
const AT_ONCE = 50;

export interface Planning {
  readonly context: DeliveryContext;
  readonly composeDay: ComposeDay;
  /** By digest and day, the programme in which the day was claimed or has nothing to tell. */
  readonly planned: Map<string, Programme>;
  readonly faults: DigestFaults;
}

/**
 * Claims the days that are due, each once, whichever process tries. Returns false if more days are due than are composed
 * at a time; it must then be called again.
 */
export async function planDue(digests: readonly Digest[], planning: Planning): Promise<boolean> {
  const { context, planned, faults } = planning;
  const due: Plan[] = [];
  for (const digest of digests.filter(({ paused }) => !paused)) {
    const loaded = context.currentIn(digest.workspace);
    const days = await faults.isolate(digest, () => dueDays(digest, loaded, context.now()));
    due.push(...(days ?? []).map(day => ({ digest, due: day, loaded })));
  }
  const left = due
    .filter(plan => planned.get(planKey(plan)) !== plan.loaded.programme)
    .sort((a, b) => a.due.dueAt - b.due.dueAt);
  // A workspace with very many digests must not keep another's waiting.
  const plans = inTurns(left, ({ digest }) => digest.workspace).slice(0, AT_ONCE);
  const groups: (readonly NewDelivery[])[] = [];
  for (const plan of plans) {
    const group = await faults.isolate(plan.digest, () => deliveriesFor(plan, planning));
    if (group !== undefined && group.length > 0) groups.push(group);
  }
  if (groups.length > 0) await context.store.deliveries.claim(groups);
  for (const plan of plans) planned.set(planKey(plan), plan.loaded.programme);
  return plans.length < AT_ONCE;
}

interface Plan {
  readonly digest: Digest;
  readonly due: DueDay;
  /** The conferences that the digest's workspace sees. */
  readonly loaded: Loaded;
}

/** Also for a day that is too late: clearing up finds it and tells its owner. */
async function deliveriesFor(
  { digest, due, loaded }: Plan,
  { context: { store, messages, now }, composeDay }: Planning,
): Promise<readonly NewDelivery[]> {
  const { workspace, id: digestId } = digest;
  const first = { workspace, digestId, day: due.day, part: { kind: 'day', position: 0 } } as const;
  if ((await store.deliveries.find(first)) !== undefined) return [];
  const parts = await composeDay(digest, due.day, { loaded, posted: { from: due.dueAt, until: due.until } });
  if (parts.length > 0) return dayDeliveries(digest, due, parts);
  if (loaded.programme.days.length > 0) return [];
  const toldTalks = await store.deliveries.talksToldBy(digest, { exceptOn: due.day });
  if (toldTalks.size === 0) return [];
  // Every talk of a conference without times has had its turn.
  const end = { day: '', part: { kind: 'notice', about: 'end' } } as const;
  return [ownerNotice(digest, end, { message: messages.endNotice(digest), now: now() })];
}

function planKey({ digest, due }: Plan): string {
  return `${digest.id} ${due.day}`;
}

/** In doubt: it was sent, nobody knows whether it arrived, and its owner is asked. */
export type PlanNowResult = 'claimed' | 'there already' | 'in doubt' | 'nothing to say';

/**
 * Claims a day at once, before its time, which is then not posted again at its time. Parts that were missed or that Slack
 * refused are sent again.
 */
export async function planNow(
  digest: Digest,
  day: string,
  {
    context: { store, currentIn, messages, now },
    composeDay,
  }: {
    readonly context: Pick<DeliveryContext, 'store' | 'currentIn' | 'messages' | 'now'>;
    readonly composeDay: ComposeDay;
  },
): Promise<PlanNowResult> {
  const dueAt = now();
  const until = dueAt + WORTH_MS;
  const loaded = currentIn(digest.workspace);
  const parts = await composeDay(digest, day, { loaded, posted: { from: dueAt, until } });
  if (parts.length === 0) return 'nothing to say';
  const deliveries = dayDeliveries(digest, { day, dueAt, until }, parts);
  const [won] = await store.deliveries.claim([deliveries]);
  if (won === true) return 'claimed';
  const byPosition = new Map((await store.deliveries.ofDay(digest, day)).flatMap(withPosition));
  const isClaimed = await store.deliveries.reclaim(
    deliveries.map((each, position) =>
      byPosition.get(position)?.repeated === true
        ? { ...each, message: messages.markRepeated(each.message, digest.language) }
        : each,
    ),
  );
  if (byPosition.get(0)?.state === 'unknown') return 'in doubt';
  return isClaimed ? 'claimed' : 'there already';
}

function withPosition(delivery: Delivery): readonly (readonly [number, Delivery])[] {
  return delivery.part.kind === 'day' ? [[delivery.part.position, delivery]] : [];
}
