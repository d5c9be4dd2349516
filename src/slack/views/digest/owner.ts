import type { types } from '@slack/bolt';
import { dayWords } from '../../../programme/when.ts';
import type { Delivery } from '../../../store/delivery.ts';
import type { Digest } from '../../../store/digests.ts';
import { ACTION } from '../../action-ids.ts';
import { writeKey } from '../../digest/delivery-key.ts';
import { actions, button } from '../blocks/button.ts';
import { type Message, message } from '../blocks/message.ts';
import { bold, type Inline, place, plain, richText } from '../blocks/rich-text.ts';

/** Whether a message arrived cannot be known; whoever looks into the channel can. */
export function question(digest: Digest, delivery: Delivery): Message {
  const value = writeKey(delivery);
  return told(
    [
      [
        plain('Slack did not say whether '),
        bold(nameOf(delivery)),
        plain(' has arrived in '),
        place(digest.channel),
        plain('.'),
      ],
      [
        plain(
          'Please look: is it there? Without an answer it is posted once more in half an hour, marked as possibly repeated.',
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

/** In the place of the question, once that is settled. */
export function answered(delivery: Delivery, how: 'posted' | 'there' | 'repeated'): Message {
  const words = {
    posted: 'Thank you: it is posted once more.',
    there: 'Thank you: it is there, and nothing more is posted.',
    repeated: 'Nobody answered, so it was posted once more, marked as possibly repeated.',
  }[how];
  return told([[bold(capital(nameOf(delivery))), plain(`. ${words}`)]]);
}

export function missed(digest: Digest, days: readonly string[], stillOfUse: string): Message {
  return told([
    [
      plain('The digest of '),
      bold(days.map(dayWords).join(', ')),
      plain(' was not posted in '),
      place(digest.channel),
      plain(': Lectern was not running, or could not reach Slack, until it was too late to be of use.'),
    ],
    days.includes(stillOfUse)
      ? [
          plain(`To have ${dayWords(stillOfUse)} posted all the same: `),
          bold('/talk digest now'),
          plain(' in that channel.'),
        ]
      : [plain('What a day holds is told by '), bold(`/talk ${days.at(-1) ?? 'today'}`)],
    [plain('The next ones come as ordered.')],
  ]);
}

export function refused(digest: Digest, reason: string, paused: boolean): Message {
  return told([
    [plain('The digest for '), place(digest.channel), plain(` could not be posted. ${remedyFor(reason)}`)],
    paused
      ? [
          plain('That was the third time, so the digest is paused. When all is well again: '),
          bold('/talk digest resume'),
          plain(' in that channel.'),
        ]
      : [
          plain('It is tried again in ten minutes; sooner by '),
          bold('/talk digest now'),
          plain(' in that channel.'),
        ],
  ]);
}

export function ended(digest: Digest): Message {
  return told([
    [
      plain('Every talk has had its turn in '),
      place(digest.channel),
      plain(', so that digest is at its end. Nothing more is posted.'),
    ],
  ]);
}

/** What a person does about Slack's reason not to take a message. */
export function remedyFor(reason: string): string {
  switch (reason) {
    case 'not_in_channel':
      return 'Lectern is not in that channel: type /invite @Lectern there.';
    case 'channel_not_found':
      return 'Slack shows Lectern no such channel: if it is private, type /invite @Lectern there; if it is gone, order the digest in another one.';
    case 'is_archived':
      return 'That channel is archived: order the digest in another one.';
    case 'token_revoked':
    case 'account_inactive':
    case 'invalid_auth':
      return "Slack no longer takes Lectern's token: whoever runs Lectern has to install the app again.";
    case 'restricted_action':
      return 'Only some people may post in that channel: ask its managers to let Lectern.';
    default:
      return `Slack's reason is "${reason}".`;
  }
}

type Sentence = readonly Inline[];

function told(sentences: readonly Sentence[], below: readonly types.KnownBlock[] = []): Message {
  return message([richText(sentences), ...below], sentences.map(textOf).join('\n'));
}

function textOf(sentence: Sentence): string {
  return sentence
    .map(inline => (inline.type === 'text' ? inline.text : inline.type === 'channel' ? 'the channel' : ''))
    .join('');
}

function nameOf({ kind, day }: Delivery): string {
  const of = day === '' ? '' : ` of ${dayWords(day)}`;
  switch (kind) {
    case 'digest':
      return `the digest${of}`;
    case 'change':
      return `the notice of what changed${of === '' ? '' : ` on ${dayWords(day)}`}`;
    case 'soon':
      return 'the notice before talks';
    case 'notice':
      return 'a notice';
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
