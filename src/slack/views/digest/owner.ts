import type { types } from '@slack/bolt';
import { formatDay } from '../../../programme/moment.ts';
import type { Delivery, Message as StoredMessage } from '../../../store/delivery.ts';
import type { Digest } from '../../../store/digests.ts';
import { ACTION } from '../../action-ids.ts';
import { writeDeliveryKey } from '../../button-values.ts';
import { actions, button } from '../blocks/button.ts';
import { type Message, message, unlessTooLong } from '../blocks/message.ts';
import { bold, channelName, type Inline, plain, richText, withBold } from '../blocks/rich-text.ts';

/** Asks the owner whether a message arrived: Lectern cannot know it, a person who looks into the channel can. */
export function deliveryQuestion(digest: Digest, delivery: Delivery): Message {
  const value = writeDeliveryKey(delivery);
  return sentencesMessage(
    [
      [
        plain('Slack did not confirm that '),
        bold(describeDelivery(delivery)),
        plain(' arrived in '),
        channelName(digest.channel),
        plain('.'),
      ],
      [
        plain(
          'Please check the channel: is it there? If you do not answer, it is posted once more in half an hour, marked as possibly repeated.',
        ),
      ],
    ],
    [
      actions([
        button({ label: 'Post it', action: ACTION.digestPostIt, value }),
        button({ label: 'It is there', action: ACTION.digestIsThere, value }),
      ]),
    ],
  );
}

/** Replaces the question once it is answered. */
export function settledQuestion(delivery: Delivery, how: 'posted' | 'there' | 'repeated'): Message {
  const words = {
    posted: 'Thank you: it is being posted once more.',
    there: 'Thank you: it is there, so it is not posted again.',
    repeated: 'Nobody answered, so it was posted once more, marked as possibly repeated.',
  }[how];
  return sentencesMessage([[bold(capitalise(describeDelivery(delivery))), plain(`. ${words}`)]]);
}

const GOES_ON = [plain('The next digests are posted as planned.')];

export function missedNotice(digest: Digest, days: readonly string[], stillOfUse: string): Message {
  const sentences = [
    [
      plain('The digest for '),
      bold(days.map(formatDay).join(', ')),
      plain(' was not posted in '),
      channelName(digest.channel),
      plain(': Lectern was not running, or could not reach Slack, until it was too late.'),
    ],
    days.includes(stillOfUse)
      ? withBold(
          `To post the one for ${formatDay(stillOfUse)} now, type \`/talk digest now\` in that channel.`,
        )
      : withBold(`To see what is on that day, type \`/talk ${days.at(-1) ?? 'today'}\``),
  ];
  return message([richText(sentences), richText([GOES_ON])], [...sentences, GOES_ON].map(textOf).join('\n'));
}

/** One message of several that missedNotice has made; undefined if they are too much for one. */
export function joinMissed(notices: readonly StoredMessage[]): StoredMessage | undefined {
  const end = { block: richText([GOES_ON]), line: textOf(GOES_ON) };
  const isEnd = (block: object) => JSON.stringify(block) === JSON.stringify(end.block);
  return unlessTooLong({
    blocks: [...notices.flatMap(({ blocks }) => blocks.filter(block => !isEnd(block))), end.block],
    text: [
      ...notices.flatMap(({ text }) => text.split('\n').filter(line => line !== end.line)),
      end.line,
    ].join('\n'),
  });
}

export function refusedNotice(digest: Digest, reason: string, paused: boolean): Message {
  return sentencesMessage([
    [
      plain('The digest for '),
      channelName(digest.channel),
      plain(` could not be posted. ${remedyOf(reason)}`),
    ],
    paused
      ? withBold(
          'That was the third time, so the digest is paused. Once this is fixed, type `/talk digest resume` in that channel.',
        )
      : withBold(
          'Lectern tries again in ten minutes. To try sooner, type `/talk digest now` in that channel.',
        ),
  ]);
}

export function endNotice(digest: Digest): Message {
  return sentencesMessage([
    [
      plain('The digest in '),
      channelName(digest.channel),
      plain(' has featured every talk, so it has ended. It posts nothing more.'),
    ],
  ]);
}

/** Tells a person what to do about the reason for which Slack refused a message; `elsewhere` says how another channel takes its place. */
export function remedyOf(reason: string, elsewhere = 'set up the digest in another one'): string {
  switch (reason) {
    case 'not_in_channel':
      return 'Lectern is not in that channel: type /invite @Lectern there.';
    case 'channel_not_found':
      return `Lectern cannot see that channel: if it is private, type /invite @Lectern there; if it is gone, ${elsewhere}.`;
    case 'is_archived':
      return `That channel is archived: ${elsewhere}.`;
    case 'token_revoked':
    case 'account_inactive':
    case 'invalid_auth':
      return "Slack no longer accepts Lectern's token: whoever runs Lectern must install the app again.";
    case 'restricted_action':
      return 'Only some people may post in that channel: ask its managers to let Lectern post there.';
    default:
      return `Slack gave the reason "${reason}".`;
  }
}

type Sentence = readonly Inline[];

function sentencesMessage(sentences: readonly Sentence[], below: readonly types.KnownBlock[] = []): Message {
  return message([richText(sentences), ...below], sentences.map(textOf).join('\n'));
}

function textOf(sentence: Sentence): string {
  return sentence
    .map(inline => (inline.type === 'text' ? inline.text : inline.type === 'channel' ? 'the channel' : ''))
    .join('');
}

function describeDelivery({ part, day }: Delivery): string {
  switch (part.kind) {
    case 'day':
      return day === '' ? 'the digest' : `the digest for ${formatDay(day)}`;
    case 'change':
      return day === '' ? 'the notice of changes' : `the notice of changes on ${formatDay(day)}`;
    case 'changes':
      return 'the message about changes';
    case 'reminder':
      return 'the notice before talks';
    case 'room':
    case 'mine':
    case 'notice':
      return 'a notice';
    default:
      return part satisfies never;
  }
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
