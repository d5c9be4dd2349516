import { randomUUID } from 'node:crypto';
import { areSameFilters, meantFilters } from '../../conversation/digest/filters.ts';
import type { Order } from '../../conversation/digest/order.ts';
import type { Outcome } from '../../digests/delivery-context.ts';
import { overlapsOf } from '../../digests/plan/overlaps.ts';
import type { Digest } from '../../store/digests.ts';
import type { AppContext } from '../app-context.ts';
import type { Message } from '../views/blocks/message.ts';
import { orderedNotice } from '../views/digest/answers.ts';
import { doneAnswer } from '../views/digest/done-answer.ts';
import type { OrderResult } from '../views/digest/order-result.ts';
import { remedyOf } from '../views/digest/owner.ts';
import { checkOrder } from './check-order.ts';
import type { Requester } from './context.ts';
import { fingerprintOf } from './fingerprint.ts';

/**
 * Saves an order and confirms it in its channel, which proves that Lectern may post there. It is saved first: a channel
 * must not read of a digest that does not exist. If Slack refuses the message, the order is undone. An order that changes
 * nothing posts nothing, though another person becomes its owner by it; one that posts what the channel gets already is
 * saved only if that is `meant`.
 */
export async function placeOrder(
  digest: Digest,
  { digests, homes, current, now }: AppContext,
  meant?: 'meant',
): Promise<OrderResult> {
  const { store, post, rehearsal } = digests;
  const [loaded, since] = [current(digest.workspace), now()];
  const problem = checkOrder(digest, loaded, since);
  if (problem !== undefined) return { kind: 'refused', refusal: `${problem} Nothing was saved.` };
  const before = await store.digests.find(digest);
  if (before !== undefined && isSameOrder(digest, before))
    return takeOver(digest, before, { digests, homes });
  const there = await store.digests.inChannel(digest.workspace, digest.channel);
  const others = meant === undefined ? overlapsOf(digest, there, { loaded, now: since, before }) : [];
  if (others.length > 0)
    return { kind: 'overlapping', digest, others, ...(before?.paused && { resumes: true }) };
  await store.digests.save({ ...digest, since, failures: 0 });
  const notice = orderedNotice(digest, { loaded, now: since, before, rehearsal });
  const outcome = await post(digest.channel, notice, {
    workspace: digest.workspace,
    threadTs: undefined,
  });
  const refusal = refusalOf(outcome);
  if (refusal === undefined) {
    refreshHomes([digest, ...(before === undefined ? [] : [before])], homes);
    return { kind: 'placed', digest, inDoubt: outcome.kind === 'unknown' };
  }
  if (before === undefined) await store.digests.remove(digest);
  else await store.digests.save(before);
  return {
    kind: 'refused',
    refusal: `${refusal} Nothing was ${before === undefined ? 'saved' : 'changed'}.`,
  };
}

/** The person who orders what there is already is told about it from now on. */
async function takeOver(
  { owner }: Digest,
  before: Digest,
  { digests, homes }: Pick<AppContext, 'digests' | 'homes'>,
): Promise<OrderResult> {
  if (owner === before.owner) return { kind: 'unchanged', digest: before };
  const digest = { ...before, owner };
  await digests.store.digests.save(digest);
  refreshHomes([before, digest], homes);
  return { kind: 'taken over', digest };
}

/** Whether an order asks for what there is already, whoever asks. */
function isSameOrder(digest: Digest, before: Digest): boolean {
  const { filters, paused } = before;
  return (
    digest.paused === paused &&
    areSameFilters(digest.filters, filters) &&
    fingerprintOf({ ...digest, filters }) === fingerprintOf(before)
  );
}

/** The same order for another time replaces the first; with other filters or on other days it is a second digest. */
export async function digestFromOrder(order: Order, by: Requester, app: AppContext): Promise<Digest> {
  const filters = meantFilters(order.filters, app.current(by.workspace).programme);
  const there = await app.digests.store.digests.inChannel(by.workspace, by.channel);
  const alike = there.filter(other => isAlike(other, order) && areSameFilters(other.filters, filters));
  const same =
    alike.find(other => areSameDays(other, order)) ??
    alike.find(other => isForEveryDay(other) || isForEveryDay(order));
  return {
    ...newDigest(by, defaultZone(by, app)),
    ...(same === undefined ? {} : keptBy(same)),
    ...order,
    filters,
    id: same?.id ?? randomUUID(),
  };
}

function isAlike(a: Digest, b: Order): boolean {
  return a.eve === b.eve && a.span === b.span && a.onlyChanges === b.onlyChanges;
}

/** All that the form alone sets, or that an order need not say again. */
function keptBy({ language, intro, closing, sponsor, sponsorLink, changesInChannel, mentionHere }: Digest) {
  return { language, intro, closing, sponsor, sponsorLink, changesInChannel, mentionHere };
}

type ChosenDays = Pick<Digest, 'days' | 'weekdays'>;

function areSameDays(a: ChosenDays, b: ChosenDays): boolean {
  return JSON.stringify([a.days, a.weekdays]) === JSON.stringify([b.days, b.weekdays]);
}

function isForEveryDay({ days, weekdays }: ChosenDays): boolean {
  return days === 'daily' && weekdays.length === 0;
}

/** A digest of everything, every day at eight. */
export function newDigest({ user, channel, workspace }: Requester, timeZone: string): Digest {
  return {
    id: randomUUID(),
    workspace,
    channel,
    owner: user,
    timeOfDay: '08:00',
    timeZone,
    days: 'daily',
    weekdays: [],
    eve: false,
    filters: '',
    reminders: false,
    language: 'en',
    intro: '',
    closing: '',
    sponsor: '',
    sponsorLink: '',
    span: 'day',
    onlyChanges: false,
    changesInChannel: false,
    mentionHere: false,
    paused: false,
    since: 0,
    failures: 0,
  };
}

/** Typed times are in the conference's zone, or if it has none in the person's own. */
export function defaultZone(
  { user: person, workspace }: Pick<Requester, 'user' | 'workspace'>,
  { current, readers }: AppContext,
): string {
  return current(workspace).programme.conference.timeZone ?? readers.zoneOf({ workspace, person }) ?? 'UTC';
}

/** Pauses, resumes or removes digests. */
export async function changeDigest(
  how: 'pause' | 'resume' | 'off',
  which: readonly Digest[],
  { digests: { store }, homes, current, now }: AppContext,
): Promise<Message> {
  for (const digest of which) {
    if (how === 'pause') await store.digests.pause(digest);
    else if (how === 'resume') await store.digests.resume(digest, now());
    else await store.digests.remove(digest);
  }
  refreshHomes(which, homes);
  const [first] = which;
  const zone = first && current(first.workspace).programme.conference.timeZone;
  return doneAnswer(how, which, zone ?? 'UTC');
}

/** The Homes of those who ordered these digests, which show them. */
function refreshHomes(which: readonly Digest[], homes: AppContext['homes']): void {
  for (const { workspace, owner: person } of which) homes.refresh({ workspace, person });
}

function refusalOf(outcome: Outcome): string | undefined {
  switch (outcome.kind) {
    case 'posted':
    case 'unknown':
      return undefined;
    case 'forbidden':
      return remedyOf(outcome.reason);
    case 'uninstalled':
      return 'Lectern is no longer installed in this workspace.';
    case 'revoked':
      return remedyOf('token_revoked');
    case 'refused':
      return 'Slack could not be reached: try again in a moment.';
  }
}
