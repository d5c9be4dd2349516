import type { types } from '@slack/bolt';
import type { Answering } from '../../conversation/context.ts';
import { type Page, pageWithin, RESULTS_A_PAGE } from '../../conversation/paging.ts';
import type { Results } from '../../conversation/results.ts';
import { formatSlot } from '../../programme/moment.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Speaker, Talk } from '../../programme/talk.ts';
import type { SearchResult } from '../../search/search-result.ts';
import { summarise } from '../../search/summary/summarise.ts';
import { pluralise, shorten } from '../../text/display.ts';
import { type Message, message } from './blocks/message.ts';
import { pageButtons } from './blocks/paging.ts';
import { aside, asideIfAny, bold, type Inline, plain, richText } from './blocks/rich-text.ts';
import { speakerNames } from './facts-line.ts';
import { cutToLines, SUMMARY_LINE_LENGTH } from './phone-lines.ts';
import { talkRow, talkTitle } from './row.ts';
import { searchButtons, trackButtons, widerButtons } from './search-buttons.ts';
import { listedDays } from './when-and-where.ts';

/** So few, since everyone in the channel sees them. */
const THREAD_ROWS = 3;
const SPEAKER_CARDS = 2;
/** A query may be 900 characters long. */
const QUERY_SHOWN = 80;
const UNDERSTOOD_LENGTH = 200;
const NAME_LENGTH = 150;
const BIO_LINES = 2;

/** One page of results: their number, the speakers that match, the talks, and buttons to other pages. */
export function results(answer: Results, context: Answering, offset: number): Message {
  const { found, notes } = answer;
  const { reader, programme } = context;
  const page = pageWithin({ query: answer.asked, offset }, found.talks.length);
  const isShared = reader.place === 'thread';
  const size = isShared ? THREAD_ROWS : RESULTS_A_PAGE;
  const talks = found.talks.slice(page.offset, page.offset + size);
  const speakers = page.offset === 0 ? found.speakers.slice(0, SPEAKER_CARDS) : [];
  const { folder, timeZone } = programme.conference;
  const days = listedDays(
    talks.flatMap(({ slots }) => slots.slice(0, 1)),
    { timeZone, readerZone: reader.zone },
  );
  const row = { reader, words: found.words, folder, days: days.style };
  const blocks: types.KnownBlock[] = [
    richText([resultsHeading(found, page, talks.length), correctionNote(found)]),
    ...understoodLine(answer),
    ...notes.map(note => aside(note)),
    ...widerButtons(answer.wider),
    ...(days.line.length === 0 ? [] : [richText([days.line])]),
    ...speakers.flatMap(({ speaker }) => speakerCard(speaker, programme, talks)),
    ...talks.flatMap(talk => talkRow(talk, row)),
    ...pageButtons(page, {
      shown: talks.length,
      all: found.talks.length,
      size: RESULTS_A_PAGE,
      paged: !isShared,
    }),
    ...searchButtons({
      heading: 'In other conferences',
      row: 'conference',
      suggestions: answer.elsewhere,
    }),
  ];
  return message(blocks, resultsText(found, page, talks, notes));
}

/** The constraints that were understood, so that a person can see and undo them. */
function understoodLine({ understood }: Results): types.KnownBlock[] {
  return [...asideIfAny(shorten(understood ?? '', UNDERSTOOD_LENGTH))];
}

function resultsHeading(found: SearchResult, page: Page, shown: number): Inline[] {
  return [
    plain(`${countWords(found)} `),
    bold(shorten(found.correction ?? found.query, QUERY_SHOWN)),
    plain(pageRange(found, page, shown)),
  ];
}

function countWords({ talks }: SearchResult): string {
  return `${pluralise(talks.length, 'talk')} for`;
}

function pageRange({ talks }: SearchResult, page: Page, shown: number): string {
  return shown === talks.length ? '' : ` (${page.offset + 1} to ${page.offset + shown})`;
}

function correctionNote(answer: SearchResult): Inline[] {
  if (answer.correction === undefined) return [];
  const typed = shorten(answer.query, QUERY_SHOWN);
  return [
    plain('Showing results for '),
    bold(shorten(answer.correction, QUERY_SHOWN)),
    plain(` (you typed ${typed})`),
  ];
}

/** The same for screen readers: the number, then title, speakers, time and room of each talk shown. */
function resultsText(
  answer: SearchResult,
  page: Page,
  talks: readonly Talk[],
  notes: readonly string[],
): string {
  const corrected = answer.correction === undefined ? '' : ` Showing results for ${answer.correction}.`;
  const people = answer.speakers.slice(0, SPEAKER_CARDS).map(match => `${match.speaker.name}.`);
  const rows = talks.map((talk, index) => `${page.offset + index + 1}. ${describeTalk(talk)}`);
  const count = `${countWords(answer)} ${shorten(answer.query, QUERY_SHOWN)}.${corrected}`;
  return [count, ...(page.offset === 0 ? people : []), ...rows, ...notes].join('\n');
}

/** `Ceph at sea, by Ada Lund, Tue 11 May 09:00–09:40, Quay Hall` */
export function describeTalk(talk: Talk): string {
  const [slot] = talk.slots;
  const by = talk.speakers.length === 0 ? '' : `, by ${speakerNames(talk.speakers)}`;
  const when =
    slot === undefined ? '' : `, ${formatSlot(slot)}${slot.rooms.map(room => `, ${room}`).join('')}`;
  return `${talkTitle(talk)}${by}${when}`;
}

/** A speaker in four lines: name, a short bio, and their talks that are not below. */
function speakerCard(speaker: Speaker, programme: Programme, below: readonly Talk[]): types.KnownBlock[] {
  const talks = programme.talksBy(speaker.id);
  const titles = talks.filter(talk => !below.includes(talk)).map(talk => talk.title);
  const bio = summarise(speaker.bio, { subject: 'person', length: BIO_LINES * SUMMARY_LINE_LENGTH });
  return [
    richText([
      [bold(shorten(speaker.name, NAME_LENGTH)), plain(`, ${pluralise(talks.length, 'talk')}`)],
      [plain(cutToLines(speaker.affiliation ?? '', 1))],
      [plain(cutToLines(bio, BIO_LINES))],
      [plain(titles.length === 0 ? '' : cutToLines(`• ${titles.join(' • ')}`, 1))],
    ]),
    { type: 'divider' },
  ];
}

/** No talk matches: what was understood, the nearest words that would find something, and the tracks to browse. */
export function nothingFound(
  answer: Results,
  { programme, prefix }: Pick<Answering, 'programme' | 'prefix'>,
): Message {
  const { found, notes, wider, elsewhere } = answer;
  const query = shorten(found.correction ?? found.query, QUERY_SHOWN);
  const nearest = found.nearest.map(words => ({ label: words, query: prefix + words }));
  const blocks: types.KnownBlock[] = [
    richText([[plain('No talk matches '), bold(query), plain('.')]]),
    ...understoodLine(answer),
    ...notes.map(note => aside(note)),
    ...widerButtons(wider),
    ...searchButtons({ heading: 'Did you mean', row: 'nearest', suggestions: nearest }),
    ...searchButtons({ heading: 'In other conferences', row: 'conference', suggestions: elsewhere }),
    ...trackButtons(programme, { heading: 'Browse a track', prefix }),
  ];
  const hint =
    nearest.length > 0
      ? `Did you mean ${found.nearest.join(', ')}?`
      : notes.length === 0
        ? 'Try fewer or shorter words, or /talk help.'
        : '';
  return message(
    nearest.length === 0 && hint !== '' ? [...blocks, aside(hint)] : blocks,
    [`No talk matches ${query}.`, ...notes, hint].filter(part => part !== '').join(' '),
  );
}
