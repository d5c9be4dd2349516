import { meantFilters } from '../../conversation/digest/filters.ts';
import type { DigestRequest, Order } from '../../conversation/digest/request.ts';
import type { AppContext } from '../app-context.ts';
import type { Message } from '../views/blocks/message.ts';
import {
  forbiddenAnswer,
  formHintAnswer,
  listAnswer,
  noDigestAnswer,
  noSuchDigestAnswer,
  nothingToPostAnswer,
  orderedAnswer,
  previewMessage,
  refusedAnswer,
} from '../views/digest/answers.ts';
import { digestHelp } from '../views/digest/help.ts';
import { digestsIn, mayOrder, type Orderer } from './context.ts';
import { changeDigest, digestFor, keepOrder, newDigest, postNow, unmetFilters, zoneFor } from './orders.ts';
import { composeNext } from './preview.ts';

/** Does what a person asked of the digests of a channel, and says in one line what is on. */
export async function digestReply(
  request: DigestRequest,
  by: Orderer,
  setting: AppContext,
): Promise<Message> {
  switch (request.kind) {
    case 'form':
      return formHintAnswer();
    case 'help':
      return digestHelp();
    case 'list':
      return listed(by, setting);
    case 'preview':
      return previewed(request, by, setting);
  }
  const { organisers } = setting.ordering;
  if (!mayOrder(setting.ordering, by.user)) return forbiddenAnswer(organisers);
  return request.kind === 'order'
    ? ordered(request.order, by, setting)
    : changed(request.kind, request.timeOfDay, by, setting);
}

/** Organisers see them all, everybody else those of the channel. */
async function listed(by: Orderer, setting: AppContext): Promise<Message> {
  const { organisers, store } = setting.ordering;
  const all = organisers.includes(by.user);
  return listAnswer(all ? await store.digests.all() : await digestsIn(by.channel, setting.ordering));
}

async function previewed(
  { day, filters }: DigestRequest & { readonly kind: 'preview' },
  by: Orderer,
  setting: AppContext,
): Promise<Message> {
  const { programme } = setting.current();
  const unmet = unmetFilters(filters, programme);
  if (unmet !== undefined) return refusedAnswer(unmet);
  const [there = newDigest(by, zoneFor(by, setting))] = await digestsIn(by.channel, setting.ordering);
  const digest = filters === '' ? there : { ...there, filters: meantFilters(filters, programme) };
  const shown = await composeNext(digest, setting, day);
  const [first, ...replies] = shown.parts;
  return first === undefined ? nothingToPostAnswer(shown.day) : previewMessage(first.message, replies.length);
}

async function ordered(order: Order, by: Orderer, setting: AppContext): Promise<Message> {
  const result = await keepOrder(await digestFor(order, by, setting), setting);
  return 'refusal' in result
    ? refusedAnswer(result.refusal)
    : orderedAnswer(result, { loaded: setting.current(), now: setting.now() });
}

/** A time names one of several digests; without it all of the channel are meant. */
async function changed(
  how: 'now' | 'pause' | 'resume' | 'off',
  timeOfDay: string | undefined,
  by: Orderer,
  setting: AppContext,
): Promise<Message> {
  const there = await digestsIn(by.channel, setting.ordering);
  const meant = there.filter(digest => (timeOfDay ?? digest.timeOfDay) === digest.timeOfDay);
  if (meant.length === 0) return there.length === 0 ? noDigestAnswer() : noSuchDigestAnswer();
  return how === 'now' ? postNow(meant, setting) : changeDigest(how, meant, setting);
}
