import { meantFilters } from '../../conversation/digest/filters.ts';
import { orderMistakeNote } from '../../conversation/digest/order-mistakes.ts';
import { readDigestRequest } from '../../conversation/digest/request.ts';
import { findToday } from '../../programme/sessions.ts';
import type { Loaded } from '../../search/loaded.ts';
import { splitTyped } from '../../search/query/parse-query.ts';
import { newDigest } from '../../slack/digest/orders.ts';
import type { Digest } from '../../store/digests.ts';
import { UsageError } from '../faults.ts';

/** Orders, with the names of their channels by id. */
export interface Orders {
  readonly digests: readonly Digest[];
  readonly channelNames: ReadonlyMap<string, string>;
}

/** The channels of an order stand at its end: `in #lobby and #corridor`. */
const CHANNELS = /(?:^|\s)(?:in|into|for|to|für|dans|pour|en|para|em|per|voor)\s+(#[\p{L}\p{N}_#,&\s-]+)$/iu;
const NAME = /#([\p{L}\p{N}_-]+)/gu;
/** An order that names no channel is for the one in which it would be typed. */
const HERE = 'channel';

/** Reads orders as people type them behind `/talk digest`. Throws a UsageError that says what is wrong with one. */
export function readOrders(texts: readonly string[], loaded: Loaded, now: number): Orders {
  const { programme } = loaded;
  const calendar = { today: findToday(now, programme), days: programme.days };
  const channelNames = new Map<string, string>();
  const digests = texts.flatMap(text => {
    const tail = CHANNELS.exec(text)?.[1] ?? '';
    const names = [...tail.matchAll(NAME)].map(([, name = '']) => name);
    const request = readDigestRequest(splitTyped(`digest ${text.replace(CHANNELS, '')}`), calendar);
    if (request?.kind === 'mistake')
      throw new UsageError(`--order "${text}": ${orderMistakeNote(request.mistake)}`);
    if (request?.kind !== 'order')
      throw new UsageError(`--order "${text}" is no order. One is: --order "daily 08:00 in #corridor"`);
    const { order } = request;
    return (names.length === 0 ? [HERE] : names).map(name => {
      const channel = channelId(name, channelNames);
      const by = { user: OWNER, channel, workspace: WORKSPACE };
      const zone = programme.conference.timeZone ?? 'UTC';
      return { ...newDigest(by, zone), ...order, filters: meantFilters(order.filters, programme) };
    });
  });
  return { digests, channelNames };
}

const OWNER = 'U0YOU';
const WORKSPACE = 'T0REHEARSAL';

function channelId(name: string, names: Map<string, string>): string {
  const known = [...names].find(([, each]) => each === `#${name}`)?.[0];
  const id = known ?? `C${String(names.size + 1).padStart(8, '0')}`;
  names.set(id, `#${name}`);
  return id;
}
