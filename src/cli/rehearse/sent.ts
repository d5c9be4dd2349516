import { timesIn } from '../../programme/day-heading.ts';
import { formatDay } from '../../programme/moment.ts';
import { TEXT_LENGTH, textLength, unescapeText } from '../../slack/views/blocks/message.ts';
import { remedyOf } from '../../slack/views/digest/owner.ts';
import { pluralise } from '../../text/display.ts';
import { groupByEach } from '../../text/keys.ts';
import type { RehearsedPost } from '../../wiring/rehearsal.ts';
import { wordsIn } from '../../words/catalogue.ts';
import { LANGUAGES } from '../../words/languages.ts';
import { error, type Finding, note } from './findings.ts';

/** A message of a rehearsal, for people and programs. */
export interface SentMessage {
  /** An instant with the conference's offset. */
  readonly at: string;
  readonly channel: string;
  /** `reply`: in a thread. `topic`: the words of a channel's topic. */
  readonly kind: RehearsedPost['kind'];
  /** The first line of its text. */
  readonly title: string;
  /** All that its blocks say, in characters. */
  readonly characters: number;
  readonly blocks: number;
  /** False if Slack would not take it. */
  readonly sent: boolean;
}

export function describePost(
  { at, channel, kind, message, outcome }: RehearsedPost,
  {
    momentOf,
    nameOf,
  }: { readonly momentOf: (at: number) => string; readonly nameOf: (channel: string) => string },
): SentMessage {
  return {
    at: momentOf(at),
    channel: nameOf(channel),
    kind,
    title:
      kind === 'topic' && message.text === '' ? 'cleared' : unescapeText(message.text.split('\n')[0] ?? ''),
    characters: kind === 'topic' ? message.text.length : textLength(message.blocks),
    blocks: message.blocks.length,
    sent: outcome.kind === 'posted',
  };
}

/** Everything that shows only in what was sent. */
export function findInPosts(
  posts: readonly RehearsedPost[],
  nameOf: (channel: string) => string,
): readonly Finding[] {
  const refused = groupByEach(
    posts.flatMap(({ channel, outcome }) =>
      outcome.kind === 'posted' ? [] : [{ channel, reason: outcome.reason }],
    ),
    ({ channel, reason }) => [`${channel} ${reason}`],
  );
  return [
    ...[...refused.values()].flatMap(([first, ...more]) =>
      first === undefined
        ? []
        : [
            error(
              `${nameOf(first.channel)}: ${pluralise(more.length + 1, 'post')} refused. ${remedyOf(first.reason)}`,
            ),
          ],
    ),
    ...findCutTexts(posts),
  ];
}

/** A text that ends in the middle is lost to those who hear it; one that counts the rest stands whole in the blocks. */
function findCutTexts(posts: readonly RehearsedPost[]): readonly Finding[] {
  const cut = posts.filter(
    // A cut text keeps more than half of its length; a shorter one ends with a title that was cut.
    ({ message: { text } }) => text.endsWith('…') && text.length > TEXT_LENGTH / 2,
  );
  const counted = posts.filter(({ message }) => isCounting(message.text.split('\n').at(-1) ?? ''));
  return [
    ...cut.map(({ message }) =>
      error(`"${message.text.split('\n')[0]}": its text for screen readers is cut.`),
    ),
    ...(counted.length === 0
      ? []
      : [
          note(
            `${pluralise(counted.length, 'message')} ${counted.length === 1 ? 'is' : 'are'} too long for the text of notifications and some screen readers: it counts the last sessions.`,
          ),
        ]),
  ];
}

/** Whether a line says, in some language, how many more there are. */
function isCounting(line: string): boolean {
  const count = Number(/\d+/.exec(line)?.[0] ?? 0);
  return LANGUAGES.some(language => wordsIn(language).thread.more(count) === line);
}

/** `Tue 11 May to Thu 13 May, times in Europe/Madrid` */
export function describeDays(days: readonly string[], timeZone: string | undefined): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return 'no times';
  const which = first === last ? formatDay(first) : `${formatDay(first)} to ${formatDay(last)}`;
  return timeZone === undefined ? which : `${which}, ${timesIn(timeZone)}`;
}
