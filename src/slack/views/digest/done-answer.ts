import { typedOrder } from '../../../conversation/digest/typed-order.ts';
import type { Digest } from '../../../store/digests.ts';
import { shorten } from '../../../text/display.ts';
import { type Message, paragraphsMessage } from '../blocks/message.ts';
import { bold, type Inline, plain, withBold } from '../blocks/rich-text.ts';
import { describeDigest } from './answers.ts';

const ORDERS_NAMED = 3;
/** The longest order has 700 characters of filters and two texts of 300. */
const ORDER_LENGTH = 1500;

/** How to order again what was removed; `undo` takes back nothing that is the whole channel's. */
function setUpAgain(digests: readonly Digest[], typedZone: string): readonly Inline[] {
  const formAlone = setInForm(digests.slice(0, ORDERS_NAMED), typedZone);
  const orders = digests
    .slice(0, ORDERS_NAMED)
    .map(digest => shorten(`/talk digest ${typedOrder(digest)}`, ORDER_LENGTH));
  return [
    plain(`To set ${digests.length === 1 ? 'it' : 'one'} up again, type `),
    ...orders.flatMap((order, index) => [plain(index === 0 ? '' : ' or '), bold(order)]),
    ...withBold('; `undo` brings no digest back.'),
    plain(formAlone.length === 0 ? '' : ` Set in the form again: ${formAlone.join(', ')}.`),
  ];
}

/** All that no words order, for people who order a digest again. */
function setInForm(digests: readonly Digest[], typedZone: string): readonly string[] {
  const isAny = (has: (digest: Digest) => boolean) => digests.some(has);
  return [
    isAny(({ sponsor }) => sponsor !== '') ? 'sponsor' : '',
    isAny(({ mentionHere }) => mentionHere) ? 'Mention @here' : '',
    isAny(({ changesInChannel }) => changesInChannel) ? 'important changes also in the channel' : '',
    isAny(({ timeZone }) => timeZone !== typedZone) ? 'time zone' : '',
  ].filter(Boolean);
}

/** Says what was done with some digests, a line each. Orders in words are on the clocks of `typedZone`. */
export function doneAnswer(
  how: 'pause' | 'resume' | 'off',
  digests: readonly Digest[],
  typedZone: string,
): Message {
  const done = { pause: 'Paused', resume: 'Resumed', off: 'Removed' }[how];
  const lines = digests.map(digest => [
    plain(`${done}: `),
    bold(describeDigest({ ...digest, paused: false })),
  ]);
  return paragraphsMessage(how === 'off' ? [...lines, setUpAgain(digests, typedZone)] : lines);
}
