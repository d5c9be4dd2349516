import { dateOf, formatDay, timeOf } from '../../programme/moment.ts';
import { formatCount, pluralise, shorten } from '../../text/display.ts';
import { groupByEach } from '../../text/keys.ts';
import { type Paint, printable } from '../io.ts';
import type { Finding } from './findings.ts';
import type { SentMessage } from './sent.ts';

/** All that a rehearsal tells. */
export interface RehearsalReport {
  readonly conference: string;
  /** `Tue 11 May to Thu 13 May, times in Europe/Madrid` */
  readonly days: string;
  /** The instant at which the rehearsal begins. */
  readonly from: string;
  /** As `#corridor, every day at 08:00 (Europe/Madrid)`. */
  readonly orders: readonly string[];
  readonly messages: readonly SentMessage[];
  readonly problems: readonly Finding[];
}

/** Topics of rooms' channels change all day long: without `topics`, each channel's stand in one line. */
export function rehearsalText(
  report: RehearsalReport,
  { paint, topics }: { readonly paint: Paint; readonly topics: boolean },
): string {
  const { conference, days, orders, messages, problems } = report;
  const placeWidth = Math.max(0, ...messages.map(message => placeOf(message).length));
  const sections = [
    [paint('bold', printable(`Rehearsal of ${conference}: ${days}`))],
    [paint('bold', 'Orders'), ...(orders.length === 0 ? ['none'] : orders.map(printable))],
    ...[...groupByEach(messages, ({ at }) => [dateOf(at)])].map(([date, those]) => [
      paint('bold', formatDay(date)),
      ...(topics ? those.map(message => [message]) : foldTopics(those)).map(group =>
        groupLine(group, placeWidth),
      ),
    ]),
    [`${pluralise(messages.length, 'message')} in all.`],
    ...findingLines(problems, paint),
  ];
  return `${sections.map(lines => lines.join('\n')).join('\n\n')}\n`;
}

const PLACE: Readonly<Record<SentMessage['kind'], string>> = {
  message: '',
  reply: ' (thread)',
  topic: ' (topic)',
};
const PLACE_WIDTH = 24;
const TITLE_WIDTH = 60;

/** Puts a channel's topics together at the place of the first; one that was refused stands by itself. */
function foldTopics(messages: readonly SentMessage[]): readonly (readonly SentMessage[])[] {
  const groups = groupByEach<SentMessage, SentMessage | string>(messages, message => [
    message.kind === 'topic' && message.sent ? message.channel : message,
  ]);
  return [...groups.values()];
}

function groupLine(group: readonly SentMessage[], placeWidth: number): string {
  const [first, last] = [group[0], group.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (first === last) return messageLine(first, placeWidth);
  const place = placeOf(first).padEnd(placeWidth);
  return `${timeOf(first.at)}  ${place}  ${group.length} topics, the last at ${timeOf(last.at)}`;
}

function messageLine(message: SentMessage, placeWidth: number): string {
  const { at, kind, title, characters, blocks, sent } = message;
  const inBlocks = kind === 'topic' ? '' : `, ${pluralise(blocks, 'block')}`;
  const length = `${formatCount(characters)} characters${inBlocks}`;
  const said = shorten(printable(title), TITLE_WIDTH);
  return `${timeOf(at)}  ${placeOf(message).padEnd(placeWidth)}  ${said} (${length})${sent ? '' : ' REFUSED'}`;
}

function placeOf({ channel, kind }: SentMessage): string {
  return shorten(printable(`${channel}${PLACE[kind]}`), PLACE_WIDTH);
}

function findingLines(findings: readonly Finding[], paint: Paint): readonly (readonly string[])[] {
  const of = (severity: Finding['severity']) =>
    findings.filter(each => each.severity === severity).map(({ message }) => `- ${printable(message)}`);
  const [errors, notes] = [of('error'), of('note')];
  return [
    errors.length === 0
      ? [paint('green', 'Nothing would fail.')]
      : [paint('red', 'This would fail:'), ...errors],
    ...(notes.length === 0 ? [] : [['Good to know:', ...notes]]),
  ];
}
