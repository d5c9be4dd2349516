import type { types } from '@slack/bolt';
import type { Answering } from '../../conversation/context.ts';
import { type Page, pageWithin, RESULTS_A_PAGE } from '../../conversation/paging.ts';
import type { Results } from '../../conversation/results.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Speaker, Talk } from '../../programme/talk.ts';
import { whenWords } from '../../programme/when.ts';
import type { SearchResult } from '../../search/search-result.ts';
import { summarise } from '../../search/summary/summarise.ts';
import { pluralise } from '../../text/plural.ts';
import { shorten } from '../../text/shorten.ts';
import { type Message, message } from './blocks/message.ts';
import { pageButtons } from './blocks/paging.ts';
import { aside, bold, type Inline, plain, richText } from './blocks/rich-text.ts';
import { namesOf, talkRow, titleOf } from './row.ts';
import { narrowerButtons, searchButtons } from './search-buttons.ts';

/** Everyone in the channel reads these. */
const THREAD_ROWS = 3;
const SPEAKER_CARDS = 2;
/** A query may be 900 characters long; what is repeated of it need not be. */
const QUERY_SHOWN = 80;

/** One page of an answer: how many match, who is meant, the talks, and the way to the next ones. */
export function results(answer: Results, context: Answering, offset: number): Message {
  const { found, notes } = answer;
  const { reader, programme } = context;
  const page = pageWithin({ query: answer.asked, offset }, found.talks.length);
  const isShared = reader.place === 'thread';
  const size = isShared ? THREAD_ROWS : RESULTS_A_PAGE;
  const talks = found.talks.slice(page.offset, page.offset + size);
  const speakers = page.offset === 0 ? found.speakers.slice(0, SPEAKER_CARDS) : [];
  const row = { reader, words: found.words, folder: programme.conference.folder };
  const blocks: types.KnownBlock[] = [
    richText([heading(found, page, talks.length), correction(found)]),
    ...notes.map(note => aside(note)),
    ...narrowerButtons(answer.narrower),
    ...speakers.flatMap(({ speaker }) => speakerCard(speaker, programme)),
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
  return message(blocks, spoken(found, page, talks, notes));
}

function heading(found: SearchResult, page: Page, shown: number): Inline[] {
  return [
    plain(`${countWords(found)} `),
    bold(shorten(found.correction ?? found.query, QUERY_SHOWN)),
    plain(range(found, page, shown)),
  ];
}

function countWords({ talks }: SearchResult): string {
  return `${pluralise(talks.length, 'talk')} for`;
}

function range({ talks }: SearchResult, page: Page, shown: number): string {
  return shown === talks.length ? '' : ` (${page.offset + 1} to ${page.offset + shown})`;
}

function correction(answer: SearchResult): Inline[] {
  if (answer.correction === undefined) return [];
  const typed = shorten(answer.query, QUERY_SHOWN);
  return [
    plain('Showing results for '),
    bold(shorten(answer.correction, QUERY_SHOWN)),
    plain(` (you typed ${typed})`),
  ];
}

/** The short answer for those who hear it: how many, then title, speakers, time and room of each talk that is shown. */
function spoken(answer: SearchResult, page: Page, talks: readonly Talk[], notes: readonly string[]): string {
  const corrected = answer.correction === undefined ? '' : ` Showing results for ${answer.correction}.`;
  const people = answer.speakers.slice(0, SPEAKER_CARDS).map(match => `${match.speaker.name}.`);
  const rows = talks.map((talk, index) => `${page.offset + index + 1}. ${spokenTalk(talk)}`);
  const count = `${countWords(answer)} ${shorten(answer.query, QUERY_SHOWN)}.${corrected}`;
  return [count, ...(page.offset === 0 ? people : []), ...rows, ...notes].join('\n');
}

/** `Ceph at sea, by Ada Lund, Tue 11 May 09:00–09:40, Quay Hall` */
export function spokenTalk(talk: Talk): string {
  const [slot] = talk.slots;
  const by = talk.speakers.length === 0 ? '' : `, by ${namesOf(talk.speakers)}`;
  const when =
    slot === undefined ? '' : `, ${whenWords(slot)}${slot.rooms.map(room => `, ${room}`).join('')}`;
  return `${titleOf(talk)}${by}${when}`;
}

const NAME_LENGTH = 150;
const BIO_LENGTH = 200;
const TALKS_NAMED = 3;

/** Who a person is, in two lines, and what they speak about. */
export function speakerCard(speaker: Speaker, programme: Programme): types.KnownBlock[] {
  const talks = programme.talksBy(speaker.id);
  return [
    richText([
      [bold(shorten(speaker.name, NAME_LENGTH)), plain(`, ${pluralise(talks.length, 'talk')}`)],
      [plain(summarise(speaker.bio, { subject: 'person', length: BIO_LENGTH }))],
      ...talks.slice(0, TALKS_NAMED).map(talk => [plain(`• ${shorten(talk.title, NAME_LENGTH)}`)]),
    ]),
    { type: 'divider' },
  ];
}
