import { meantFilters } from '../../conversation/digest/filters.ts';
import { orderMistakeReason } from '../../conversation/digest/order-mistakes.ts';
import { ownTextMistakes } from '../../conversation/digest/own-texts.ts';
import { readDigestRequest } from '../../conversation/digest/request.ts';
import { findToday } from '../../programme/sessions.ts';
import type { Loaded } from '../../search/loaded.ts';
import { splitTyped } from '../../search/query/parse-query.ts';
import { readMarkedOrder } from '../../slack/digest/marked-order.ts';
import { newDigest } from '../../slack/digest/orders.ts';
import type { Digest } from '../../store/digests.ts';
import { listSome, shorten } from '../../text/display.ts';
import { UsageError } from '../faults.ts';
import { type Finding, note } from './findings.ts';

/** Orders, with the names of their channels by id. */
export interface Orders {
  readonly digests: readonly Digest[];
  readonly channelNames: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

const NAME = /(?<![^\s,])#([\p{L}\p{N}_-]+)/gu;
/** An order that names no channel is for the one in which it would be typed. */
const HERE = 'channel';
const TYPED_LENGTH = 100;

/** Reads orders as people type them behind `/talk digest`. Throws a UsageError that says what is wrong with one. */
export function readOrders(texts: readonly string[], loaded: Loaded, now: number): Orders {
  const { programme } = loaded;
  const calendar = { today: findToday(now, programme), days: programme.days };
  const channelNames = new Map<string, string>();
  const digests = texts.flatMap(text => {
    const typed = `--order "${shorten(text, TYPED_LENGTH)}"`;
    const marked = text.replace(NAME, (_, name) => `<#${channelId(name, channelNames)}|${name}>`);
    const { channels, words } = readMarkedOrder(`digest ${marked}`);
    const request = readDigestRequest(splitTyped(words), calendar, words.trim());
    if (request?.kind === 'mistake')
      throw new UsageError(`${typed} is no order: ${orderMistakeReason(request.mistake)}.`);
    if (request?.kind !== 'order')
      throw new UsageError(`${typed} is no order. One is: --order "daily 08:00 in #corridor"`);
    const { order } = request;
    const zone = programme.conference.timeZone ?? 'UTC';
    return (channels.length === 0 ? [channelId(HERE, channelNames)] : channels).map(channel => {
      const by = { user: OWNER, channel, workspace: WORKSPACE };
      const digest = { ...newDigest(by, zone), ...order, filters: meantFilters(order.filters, programme) };
      const [mistake] = Object.values(ownTextMistakes(digest));
      if (mistake !== undefined) throw new UsageError(`${typed}: ${mistake}`);
      return digest;
    });
  });
  return { digests, channelNames, findings: findInChannels([...channelNames.values()]) };
}

/** No workspace is asked for its channels. */
function findInChannels(names: readonly string[]): readonly Finding[] {
  const named = names.filter(name => name !== `#${HERE}`);
  return [
    ...(named.length === names.length
      ? []
      : [note(`#${HERE} stands for the channel in which an order that names none is typed.`)]),
    ...(named.length === 0
      ? []
      : [note(`Channels that were not looked up in Slack, and may not be there: ${listSome(named, 5)}.`)]),
  ];
}

const OWNER = 'U0YOU';
const WORKSPACE = 'T0REHEARSAL';

function channelId(name: string, names: Map<string, string>): string {
  const known = [...names].find(([, each]) => each === `#${name}`)?.[0];
  const id = known ?? `C${String(names.size + 1).padStart(8, '0')}`;
  names.set(id, `#${name}`);
  return id;
}
