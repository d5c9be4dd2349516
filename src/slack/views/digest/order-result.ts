import type { types } from '@slack/bolt';
import type { Loaded } from '../../../search/loaded.ts';
import type { Digest } from '../../../store/digests.ts';
import { ACTION } from '../../action-ids.ts';
import { writeOrderValue } from '../../digest/order-value.ts';
import { actions, button } from '../blocks/button.ts';
import { type Message, message } from '../blocks/message.ts';
import { bold, channelName, type Inline, plain, richText } from '../blocks/rich-text.ts';
import { describeDigest, describeNextPost } from './answers.ts';

/** An order ends in one of these ways. A refusal says what to do. */
export type OrderResult =
  /** `inDoubt`: Slack did not say whether it took the confirmation. */
  | { readonly kind: 'placed'; readonly digest: Digest; readonly inDoubt: boolean }
  | { readonly kind: 'unchanged'; readonly digest: Digest }
  /** Nothing but its owner changed. */
  | { readonly kind: 'taken over'; readonly digest: Digest }
  /** Nothing was saved: these digests of the channel tell of the same sessions. */
  | {
      readonly kind: 'overlapping';
      readonly digest: Digest;
      readonly others: readonly Digest[];
      /** It was ordered in the place of a paused digest. */
      readonly resumes?: boolean;
    }
  | { readonly kind: 'refused'; readonly refusal: string };

interface OrderedAt {
  readonly loaded: Loaded;
  readonly now: number;
  /** The channel in which the person reads this; undefined where it covers the channel, as a modal does. */
  readonly readIn?: string;
  /** Whether the message answers for other channels, too. */
  readonly isOneOfMany?: boolean;
}

/** Tells the person who ordered it what became of an order. */
export function orderAnswer(result: OrderResult, at: OrderedAt): Message {
  switch (result.kind) {
    case 'placed':
      return placedAnswer(result, at);
    case 'unchanged':
      return sentence([
        plain('Nothing changed, and nothing was posted: this digest was on already, '),
        bold(describeDigest(result.digest)),
        plain(`. ${describeNext(result.digest, at)}`),
      ]);
    case 'taken over':
      return sentence([
        plain('This digest was on already, so nothing was posted: '),
        bold(describeDigest(result.digest)),
        plain(`. If something is wrong with it, you are now told. ${describeNext(result.digest, at)}`),
      ]);
    case 'overlapping':
      return overlapAnswer(result, at.isOneOfMany === true);
    case 'refused':
      return sentence([plain(result.refusal)]);
  }
}

/** For a person who may order digests where they type, and named other channels. */
export function elsewhereAnswer(channels: readonly string[]): Message {
  const names = channels.flatMap((id, index) => [plain(index === 0 ? '' : ', '), channelName(id)]);
  return sentence([
    plain('Nothing was done: only named organisers can order digests for another channel. Type it in '),
    ...names,
    plain('.'),
  ]);
}

/** The channel has a message that says it all: it is not said twice where that is seen. */
function placedAnswer(
  { digest, inDoubt }: OrderResult & { readonly kind: 'placed' },
  at: OrderedAt,
): Message {
  const doubt = ' Slack did not confirm the message to the channel: please check that it is there.';
  if (at.readIn === digest.channel && !inDoubt && !digest.paused)
    return sentence([plain('This digest is on. The message in this channel says what it posts, and when.')]);
  const state = digest.paused ? 'is saved and stays paused' : 'is on';
  const elsewhere = at.readIn === undefined || at.readIn === digest.channel;
  return sentence([
    ...(elsewhere
      ? [plain(`This digest ${state}: `)]
      : [plain(`This digest ${state} in `), channelName(digest.channel), plain(': ')]),
    bold(describeDigest(digest)),
    plain(`. ${describeNext(digest, at)}${inDoubt ? doubt : ''}`),
  ]);
}

function describeNext(digest: Digest, at: OrderedAt): string {
  return digest.paused
    ? 'Nothing is posted until you type /talk digest resume'
    : describeNextPost(digest, at);
}

function overlapAnswer(
  { digest, others, resumes }: OrderResult & { readonly kind: 'overlapping' },
  isOneOfMany: boolean,
): Message {
  const value = writeOrderValue(digest, isOneOfMany, resumes);
  const paragraphs = [
    [
      plain('Nothing was saved yet: '),
      bold(describeDigest(digest)),
      plain(' would post sessions that this channel gets already, by'),
    ],
    ...others.map(other => [plain('• '), bold(describeDigest(other))]),
    [plain(value === undefined ? TOO_LONG_TO_SAVE : SAVE_OR_CHANGE)],
  ];
  const save = value === undefined ? [] : [saveButton(value)];
  return said(paragraphs, save);
}

const SAVE_OR_CHANGE =
  'To post them twice, press Save it all the same; to change the other one, type /talk digest';
/** A button takes 2,000 characters of an order. */
const TOO_LONG_TO_SAVE =
  'To post them twice, shorten the texts or the filters of this one; to change the other one, type /talk digest';

function saveButton(value: string): types.Button {
  return button({ label: 'Save it all the same', action: ACTION.digestDespite, value });
}

function sentence(inlines: readonly Inline[]): Message {
  return said([inlines]);
}

function said(paragraphs: readonly (readonly Inline[])[], buttons: readonly types.Button[] = []): Message {
  const words = paragraphs.map(each => each.map(textOf).join('')).join('\n');
  return message([richText(paragraphs), ...(buttons.length === 0 ? [] : [actions(buttons)])], words);
}

function textOf(inline: Inline): string {
  return inline.type === 'text' ? inline.text : inline.type === 'channel' ? 'the channel' : '';
}
