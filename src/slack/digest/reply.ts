import { meantFilters } from '../../conversation/digest/filters.ts';
import type { Order } from '../../conversation/digest/order.ts';
import type { DigestRequest } from '../../conversation/digest/request.ts';
import type { AppContext } from '../app-context.ts';
import type { Message } from '../views/blocks/message.ts';
import {
  listAnswer,
  noDigestAnswer,
  noSuchDigestAnswer,
  nothingToPostAnswer,
  previewMessage,
  refusedAnswer,
} from '../views/digest/answers.ts';
import { digestHelp } from '../views/digest/help.ts';
import { orderAnswer } from '../views/digest/order-result.ts';
import { checkFilters } from './check-order.ts';
import { digestsIn, type Requester, refusalFor } from './context.ts';
import { changeDigest, defaultZone, digestFromOrder, newDigest, placeOrder } from './orders.ts';
import { postNow } from './post-now.ts';
import { composeNext, nextOf } from './preview.ts';

/** Does what a person asked for with the digests of a channel, and answers in a few lines. */
export async function answerDigestRequest(
  request: Exclude<DigestRequest, { kind: 'form' | 'mistake' }>,
  by: Requester,
  app: AppContext,
): Promise<Message> {
  switch (request.kind) {
    case 'help':
      return digestHelp();
    case 'list':
      return listDigests(by, app);
    case 'preview':
      return previewDigest(request, by, app);
    case 'order':
      return ifOrganiser(by, app, () => orderDigest(request.order, by, app));
    case 'now':
    case 'pause':
    case 'resume':
    case 'off':
      return ifOrganiser(by, app, () => changeDigests(request, by, app));
  }
}

async function ifOrganiser(
  by: Requester,
  { digests }: AppContext,
  act: () => Promise<Message>,
): Promise<Message> {
  return refusalFor(by, digests) ?? act();
}

/** Organisers see the digests of all channels of their workspace, everyone else those of the channel. */
async function listDigests(by: Requester, { digests }: AppContext): Promise<Message> {
  const { organisersOf, store } = digests;
  const seesAll = organisersOf(by.workspace)?.includes(by.user);
  return listAnswer(seesAll ? await store.digests.inWorkspace(by.workspace) : await digestsIn(by, digests));
}

async function previewDigest(
  { day, filters, timeOfDay }: DigestRequest & { readonly kind: 'preview' },
  by: Requester,
  app: AppContext,
): Promise<Message> {
  const loaded = app.current(by.workspace);
  const { programme } = loaded;
  const problem = checkFilters(filters, programme);
  if (problem !== undefined) return refusedAnswer(problem);
  const there = await digestsIn(by, app.digests);
  const meant = there.filter(digest => (timeOfDay ?? digest.timeOfDay) === digest.timeOfDay);
  if (timeOfDay !== undefined && meant.length === 0)
    return there.length === 0 ? noDigestAnswer() : noSuchDigestAnswer();
  const first = nextOf(meant, { loaded, now: app.now() }) ?? newDigest(by, defaultZone(by, app));
  const digest = filters === '' ? first : { ...first, filters: meantFilters(filters, programme) };
  const next = await composeNext(
    digest,
    app,
    day,
    app.readers.zoneOf({ workspace: by.workspace, person: by.user }),
  );
  const [part, ...replies] = next.parts;
  return part === undefined
    ? nothingToPostAnswer(digest, next.day)
    : previewMessage(part.message, replies.length);
}

async function orderDigest(order: Order, by: Requester, app: AppContext): Promise<Message> {
  const result = await placeOrder(await digestFromOrder(order, by, app), app);
  const at = { loaded: app.current(by.workspace), now: app.now() };
  const isOneOfMany = by.readElsewhere === 'with others';
  return orderAnswer(
    result,
    by.readElsewhere === undefined ? { ...at, readIn: by.channel } : { ...at, isOneOfMany },
  );
}

/** A time names one of several digests; without it, all of the channel are meant. */
async function changeDigests(
  { kind, timeOfDay }: DigestRequest & { readonly kind: 'now' | 'pause' | 'resume' | 'off' },
  by: Requester,
  app: AppContext,
): Promise<Message> {
  const there = await digestsIn(by, app.digests);
  const meant = there.filter(digest => (timeOfDay ?? digest.timeOfDay) === digest.timeOfDay);
  if (meant.length === 0) return there.length === 0 ? noDigestAnswer() : noSuchDigestAnswer();
  if (kind !== 'now') return changeDigest(kind, meant, app);
  return postNow(meant, app, timeOfDay === undefined ? undefined : 'named');
}
