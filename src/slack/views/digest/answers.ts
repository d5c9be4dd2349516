import type { types } from '@slack/bolt';
import { nextDueDay, WEEK } from '../../../digests/plan/due.ts';
import type { PlanNowResult } from '../../../digests/plan/plan-days.ts';
import { zoneLabel } from '../../../programme/conference.ts';
import { dateOf, formatDay, toMoment } from '../../../programme/moment.ts';
import type { Loaded } from '../../../search/loaded.ts';
import type { Message as StoredMessage } from '../../../store/delivery.ts';
import type { Digest } from '../../../store/digests.ts';
import { pluralise, shorten } from '../../../text/display.ts';
import { addDays } from '../../../text/read-day.ts';
import { wordsIn } from '../../../words/catalogue.ts';
import { ENGLISH } from '../../../words/en.ts';
import type { Words } from '../../../words/words.ts';
import { lineMessage, type Message, message, paragraphsMessage } from '../blocks/message.ts';
import {
  aside,
  bold,
  channelName,
  type Inline,
  person,
  plain,
  richText,
  withBold,
} from '../blocks/rich-text.ts';
import { withoutStyle } from './frame.ts';
import { headed } from './heading.ts';

const FILTERS_LENGTH = 300;
const ORGANISERS_NAMED = 5;

/** `every day at 08:00 (Europe/Madrid), only track:storage` */
export function describeDigest(digest: Digest, words: Words = ENGLISH): string {
  const { order } = words;
  const { days, weekdays, timeOfDay, timeZone, filters } = digest;
  const standing = weekdays.length === 0 ? order.everyDay : describeWeekdays(weekdays, words);
  const which = days === 'daily' ? standing : days.map(words.day).join(order.separator);
  const when = digest.eve ? order.eve(which) : which;
  return [
    ...(digest.onlyChanges
      ? [order.onlyChanges, days === 'daily' && weekdays.length === 0 ? '' : which]
      : [order.at(digest.span === 'week' ? order.week(when) : when, timeOfDay, zoneLabel(timeZone))]),
    filters === '' ? '' : words.heading.only(shorten(filters, FILTERS_LENGTH)),
    digest.language === 'en' ? '' : order.inLanguage(words.languageName(digest.language)),
    ...OPTIONS.map(option => (digest[option] ? order[option] : '')),
    ...TEXTS.map(text => (digest[text] === '' ? '' : order.texts[text](quoted(digest, text)))),
    digest.paused ? order.paused : '',
  ]
    .filter(part => part !== '')
    .join(order.separator);
}

const OPTIONS = ['reminders', 'changesInChannel', 'mentionHere'] as const;
const TEXTS = ['intro', 'closing', 'sponsor'] as const;

const QUOTED_LENGTH = 80;

function quoted(digest: Digest, name: (typeof TEXTS)[number]): string {
  const text = name === 'sponsor' ? digest.sponsor : withoutStyle(digest[name]);
  return shorten(text.replace(/\s+/g, ' '), QUOTED_LENGTH);
}

/** `Monday to Friday`, `every Monday and Thursday`: weekdays by number, in order. */
function describeWeekdays(numbers: readonly number[], { order, weekday, list }: Words): string {
  const [first = 1] = numbers;
  const last = numbers.at(-1) ?? first;
  return numbers.length > 2 && last - first === numbers.length - 1
    ? order.weekdays(weekday(first), weekday(last))
    : order.everyWeekday(list(numbers.map(weekday)));
}

/** To the channel of a digest: who set it up or changed it, from what, and when the next one is posted. */
export function orderedNotice(
  digest: Digest,
  of: {
    readonly loaded: Loaded;
    readonly now: number;
    readonly before: Digest | undefined;
    readonly rehearsal: boolean;
  },
): Message {
  const words = wordsIn(digest.language);
  const { order } = words;
  const [before, behind] = of.before === undefined ? order.setUp : order.changed;
  const said = [
    order.sentence(describeDigest(digest, words)),
    describeBefore(digest, of.before, words),
    digest.paused ? '' : describeNextPost(digest, of, words),
    order.hint,
  ]
    .filter(part => part !== '')
    .join(order.space);
  return message(
    [
      richText([
        [plain(headed(before, of.rehearsal, words)), person(digest.owner), plain(`${behind}${said}`)],
      ]),
    ],
    headed(order.heard(said), of.rehearsal, words),
  );
}

/** A new order may have taken the place of another one: what ends is said. */
function describeBefore(digest: Digest, before: Digest | undefined, words: Words): string {
  if (before === undefined) return '';
  const was = describeDigest(before, words);
  return was === describeDigest(digest, words) ? '' : words.order.before(was);
}

/** Says when a digest is posted next. */
export function describeNextPost(
  digest: Digest,
  { loaded, now }: { readonly loaded: Loaded; readonly now: number },
  { order, day, times }: Words = ENGLISH,
): string {
  if (digest.onlyChanges) return order.asTheyHappen;
  if (loaded.programme.days.length === 0) return order.featured;
  const next = nextDueDay(digest, loaded, now);
  if (next === undefined) return order.over;
  const date = dateOf(toMoment(next.dueAt, digest.timeZone));
  if (digest.span === 'week')
    return order.nextCoversWeek(day(date), times.dates(day(next.day), day(addDays(next.day, WEEK - 1))));
  return date === next.day ? order.next(day(date)) : order.nextCovers(day(date), day(next.day));
}

export function listAnswer(digests: readonly Digest[]): Message {
  if (digests.length === 0) return noDigestAnswer();
  return paragraphsMessage(
    digests.map(digest => [channelName(digest.channel), plain(': '), bold(describeDigest(digest))]),
  );
}

export function noDigestAnswer(): Message {
  return sentence(
    withBold('There is no digest in this channel. To set one up, type `/talk digest daily 08:00`'),
  );
}

/** For a time at which the channel has no digest, and for one that was removed while its form was open. */
export function noSuchDigestAnswer(): Message {
  return sentence(
    withBold('There is no such digest in this channel. To see its digests, type `/talk digest list`'),
  );
}

/** A digest that was to be posted at once: the day that it tells of, its own time, and what became of it. */
export interface Posting {
  readonly day: string;
  readonly timeOfDay: string;
  readonly result: PlanNowResult | 'paused' | 'not its day' | 'before its time';
}

export function postedAnswer(posted: readonly Posting[]): Message {
  return paragraphsMessage(posted.map(describePosting));
}

const ONLY_CHANGES = 'There is nothing to show: this digest posts only changes, as they happen.';

function describePosting({ timeOfDay, ...posting }: Posting): readonly Inline[] {
  const day = formatDay(posting.day);
  const how =
    posting.result === 'before its time' ? `. To post it now, type \`/talk digest now ${timeOfDay}\`` : '';
  return withBold(`${describeResult(day, posting.result)}${how}`);
}

function describeResult(day: string, result: Posting['result']): string {
  switch (result) {
    case 'claimed':
      return `The digest for ${day} is on its way.`;
    case 'there already':
      return `The digest for ${day} was already posted; it is not posted twice.`;
    case 'in doubt':
      return `Slack did not confirm that the digest for ${day} arrived. Please check the channel: the person who set the digest up was asked in a direct message and can post it from there.`;
    case 'paused':
      return 'This digest is paused: resume it first.';
    case 'not its day':
      return `There is nothing to post: this digest is not for ${day}.`;
    case 'before its time':
      return `The digest for ${day} was left out: it comes the evening before`;
    case 'nothing to say':
      return `There is nothing to post: ${day} has no sessions for this digest.`;
  }
}

/** Replaces a question that was already answered, by a person or because the half hour was over. */
export function settledAnswer(): Message {
  return sentence([plain('Thank you; this was already settled.')]);
}

/** Names the first organisers, so that people know whom to ask. */
export function forbiddenAnswer(organisers: readonly string[] | undefined): Message {
  if (organisers === undefined)
    return sentence([
      plain('Lectern cannot look up right now who may set up digests here: try again in a moment.'),
    ]);
  if (organisers.length === 0)
    return sentence([plain('You can set up a digest only for the channel in which you open its form.')]);
  const names = organisers
    .slice(0, ORGANISERS_NAMED)
    .flatMap((id, index) => [plain(index === 0 ? '' : ', '), person(id)]);
  return sentence([plain('Only organisers can set up or change digests: ask '), ...names, plain('.')]);
}

export function refusedAnswer(refusal: string): Message {
  return sentence([plain(refusal)]);
}

/** The first message of a digest, shown to one person; the replies of a long day are only counted. */
export function previewMessage(first: StoredMessage, replies: number): Message {
  const inThread = `Its thread would have ${pluralise(replies, 'reply', 'replies')}.`;
  return withNote(`Preview: only you can see this.${replies === 0 ? '' : ` ${inThread}`}`, first);
}

/** The first message of a test, whose thread follows as in a channel. */
export function testMessage(first: StoredMessage): Message {
  return withNote('Test: only you can see this.', first);
}

export function nothingToPostAnswer({ onlyChanges }: Digest, day: string): Message {
  if (onlyChanges) return lineMessage(ONLY_CHANGES);
  return lineMessage(`Nothing would be posted: ${formatDay(day)} has no sessions for this digest.`);
}

function sentence(inlines: readonly Inline[]): Message {
  return paragraphsMessage([inlines]);
}

/** The store knows blocks as plain objects; these came from our own views. */
function withNote(words: string, { text, blocks }: StoredMessage): Message {
  return {
    blocks: [aside(words), ...(blocks as readonly types.KnownBlock[])],
    text: `${words}\n${text}`,
    unfurl_links: false,
    unfurl_media: false,
  };
}
