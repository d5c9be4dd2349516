import type { types } from '@slack/bolt';
import { nextDueDay } from '../../../digests/plan/due.ts';
import type { PlanNowResult } from '../../../digests/plan/plan-days.ts';
import { dateOf, momentAt } from '../../../programme/moment.ts';
import { dayWords } from '../../../programme/when.ts';
import type { Loaded } from '../../../search/loaded.ts';
import type { Message as StoredMessage } from '../../../store/delivery.ts';
import type { Digest } from '../../../store/digests.ts';
import { pluralise } from '../../../text/plural.ts';
import { shorten } from '../../../text/shorten.ts';
import { type Message, message } from '../blocks/message.ts';
import { aside, bold, type Inline, person, place, plain, richText } from '../blocks/rich-text.ts';

const FILTERS_LENGTH = 300;
const HOW = 'To change or stop it: /talk digest';

/** `every day at 08:00 (Europe/Madrid), only track:storage` */
export function orderWords({ days, timeOfDay, timeZone, eve, filters, reminders, paused }: Digest): string {
  const every = eve ? 'each day' : 'every day';
  const which = days === 'daily' ? every : days.map(dayWords).join(', ');
  return [
    `${eve ? 'the evening before ' : ''}${which} at ${timeOfDay} (${timeZone})`,
    filters === '' ? '' : `only ${shorten(filters, FILTERS_LENGTH)}`,
    reminders ? 'with a notice before each talk' : '',
    paused ? 'paused' : '',
  ]
    .filter(part => part !== '')
    .join(', ');
}

/** In the channel that is to have it: who ordered what, and when the first one comes. */
export function orderedNotice(
  digest: Digest,
  of: {
    readonly loaded: Loaded;
    readonly now: number;
    readonly before: Digest | undefined;
    readonly rehearsal: boolean;
  },
): Message {
  const what = `${of.before === undefined ? ' ordered a digest for' : ' changed the digest of'} this channel: `;
  const words = `${orderWords(digest)}. ${firstWords(digest, of)} ${HOW}`;
  const head = of.rehearsal ? 'Rehearsal: ' : '';
  return message(
    [richText([[plain(head), person(digest.owner), plain(`${what}${words}`)]])],
    `${head}A digest for this channel: ${words}`,
  );
}

/** To the person who ordered it, in one line. */
export function orderedAnswer(
  { digest, inDoubt }: { readonly digest: Digest; readonly inDoubt: boolean },
  of: { readonly loaded: Loaded; readonly now: number },
): Message {
  const doubt = inDoubt ? ' Slack did not say whether the channel was told: please look there.' : '';
  return line([plain('It is on: '), bold(orderWords(digest)), plain(`. ${firstWords(digest, of)}${doubt}`)]);
}

function firstWords(
  digest: Digest,
  { loaded, now }: { readonly loaded: Loaded; readonly now: number },
): string {
  if (loaded.programme.days.length === 0)
    return 'Each time it tells of five talks, until all have had their turn.';
  const next = nextDueDay(digest, loaded, now);
  if (next === undefined) return 'No day of it is left to come.';
  const date = dateOf(momentAt(next.dueAt, digest.timeZone));
  return `The next one comes on ${dayWords(date)}${date === next.day ? '' : ` and tells of ${dayWords(next.day)}`}.`;
}

/** What was done with some digests, a line each. */
export function doneAnswer(how: 'pause' | 'resume' | 'off', digests: readonly Digest[]): Message {
  const done = { pause: 'Paused', resume: 'On again', off: 'Removed' }[how];
  return lines(digests.map(digest => [plain(`${done}: `), bold(orderWords({ ...digest, paused: false }))]));
}

export function listAnswer(digests: readonly Digest[]): Message {
  if (digests.length === 0) return noneAnswer();
  return lines(digests.map(digest => [place(digest.channel), plain(': '), bold(orderWords(digest))]));
}

export function noneAnswer(): Message {
  return line([plain('No digest is on here. To order one: '), bold('/talk digest daily 08:00')]);
}

/** At the time that was named, or since the form was opened. */
export function noSuchAnswer(): Message {
  return line([plain('There is no such digest here. To see what is on: '), bold('/talk digest list')]);
}

export function postedAnswer(
  posted: readonly { readonly day: string; readonly result: PlanNowResult | 'paused' }[],
): Message {
  return lines(posted.map(({ day, result }) => [plain(postedWords(dayWords(day), result))]));
}

function postedWords(day: string, result: PlanNowResult | 'paused'): string {
  switch (result) {
    case 'claimed':
      return `The digest of ${day} is on its way.`;
    case 'there already':
      return `The digest of ${day} has had its turn; it is not posted twice.`;
    case 'in doubt':
      return `Slack did not say whether the digest of ${day} has arrived. Please look; whoever ordered it was asked in a direct message, and can have it posted from there.`;
    case 'paused':
      return 'This digest is paused: resume it first.';
    case 'nothing to say':
      return `There is nothing to post: ${day} has no sessions for this digest.`;
  }
}

/** In the place of a question that somebody or something has answered. */
export function settledBefore(): Message {
  return line([plain('Thank you; this was settled meanwhile.')]);
}

/** The form needs what only a typed command brings. */
export function formElsewhere(): Message {
  return line([
    plain('Type '),
    bold('/talk digest'),
    plain(' in a channel for a form, or here in words: '),
    bold('digest daily 08:00'),
  ]);
}

/** Organisers are named, so that it is known whom to ask. */
export function forbiddenAnswer(organisers: readonly string[]): Message {
  const names = organisers.slice(0, 5).flatMap((id, index) => [plain(index === 0 ? '' : ', '), person(id)]);
  return line([plain('Digests are ordered by organisers: ask '), ...names, plain('.')]);
}

export function refusedAnswer(refusal: string): Message {
  return line([plain(refusal)]);
}

function line(inlines: readonly Inline[]): Message {
  return lines([inlines]);
}

/** A paragraph each. */
export function lines(paragraphs: readonly (readonly Inline[])[]): Message {
  return message([richText(paragraphs)], paragraphs.map(heard).join('\n'));
}

function heard(inlines: readonly Inline[]): string {
  const words = { user: 'an organiser', channel: 'A channel' } as Record<string, string>;
  return inlines.map(inline => (inline.type === 'text' ? inline.text : (words[inline.type] ?? ''))).join('');
}

/** A digest's first message, to one person alone; a long day's replies are counted. */
export function previewOf(first: StoredMessage, replies: number): Message {
  const inThread = `In its thread there would be ${pluralise(replies, 'reply', 'replies')}.`;
  return under(`A preview, which only you see.${replies === 0 ? '' : ` ${inThread}`}`, first);
}

/** The same as a message of one's own, with all that would stand in its thread. */
export function testOf(first: StoredMessage): Message {
  return under('A test, for you alone.', first);
}

/** What is kept as plain objects is what our own views have drawn. */
function under(words: string, { text, blocks }: StoredMessage): Message {
  return {
    blocks: [aside(words), ...(blocks as readonly types.KnownBlock[])],
    text: `${words}\n${text}`,
    unfurl_links: false,
    unfurl_media: false,
  };
}

export function nothingToShow(day: string): Message {
  const words = `Nothing would be posted: ${dayWords(day)} has no sessions for this digest.`;
  return message([richText([[plain(words)]])], words);
}
