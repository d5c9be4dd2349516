import type { types } from '@slack/bolt';
import type { Page } from '../../conversation/page.ts';
import type { Talk } from '../../programme/talk.ts';
import { whenWords } from '../../programme/when.ts';
import type { Answer } from '../../search/answer.ts';
import { pluralise } from '../../text/plural.ts';
import { shorten } from '../../text/shorten.ts';
import { type Message, message } from './blocks/message.ts';
import { aside, bold, type Inline, plain, richText } from './blocks/rich-text.ts';
import { turning } from './blocks/turning.ts';
import { nothingFound } from './nothing-found.ts';
import type { ResultsSetting } from './results-setting.ts';
import { namesOf, type RowSetting, talkRow, titleOf } from './row.ts';
import { narrowerButtons, searchButtons } from './search-buttons.ts';
import { speakerCard } from './speaker-card.ts';

const ROWS_A_PAGE = 5;
const SPEAKER_CARDS = 2;
/** A query may be 900 characters long; what is repeated of it need not be. */
const QUERY_SHOWN = 80;

/** One page of an answer: how many match, who is meant, the talks, and the way to the next ones. */
export function results(answer: Answer, page: Page, setting: ResultsSetting): Message {
  if (answer.talks.length === 0 && answer.speakers.length === 0) return nothingFound(answer, setting);
  const shown = answer.talks.slice(page.offset, page.offset + (setting.rows ?? ROWS_A_PAGE));
  const speakers = page.offset === 0 ? answer.speakers.slice(0, SPEAKER_CARDS) : [];
  const { folder } = setting.loaded.programme.conference;
  const row: RowSetting = {
    readerZone: setting.readerZone,
    share: setting.share,
    words: answer.words,
    folder,
  };
  const blocks: types.KnownBlock[] = [
    richText([heading(answer, page, shown.length), correction(answer)]),
    ...[...setting.notes, ...answer.notes].map(note => aside(note)),
    ...(setting.paged ? narrowerButtons(setting.narrower) : []),
    ...speakers.flatMap(({ speaker }) => speakerCard(speaker, setting.loaded.programme)),
    ...shown.flatMap(talk => talkRow(talk, row)),
    ...turning(page, {
      shown: shown.length,
      all: answer.talks.length,
      size: ROWS_A_PAGE,
      paged: setting.paged,
    }),
    ...(setting.paged
      ? searchButtons({
          heading: 'In other conferences',
          row: 'conference',
          suggestions: setting.elsewhere(),
        })
      : []),
  ];
  return message(blocks, spoken(answer, page, shown, setting.notes));
}

function heading(answer: Answer, page: Page, shown: number): Inline[] {
  return [
    plain(`${countWords(answer)} `),
    bold(shorten(answer.correction ?? answer.query, QUERY_SHOWN)),
    plain(range(answer, page, shown)),
  ];
}

function countWords({ talks }: Answer): string {
  return `${pluralise(talks.length, 'talk')} for`;
}

function range({ talks }: Answer, page: Page, shown: number): string {
  return shown === talks.length ? '' : ` (${page.offset + 1} to ${page.offset + shown})`;
}

function correction(answer: Answer): Inline[] {
  if (answer.correction === undefined) return [];
  const typed = shorten(answer.query, QUERY_SHOWN);
  return [
    plain('Showing results for '),
    bold(shorten(answer.correction, QUERY_SHOWN)),
    plain(` (you typed ${typed})`),
  ];
}

/** The short answer for those who hear it: how many, then title, speakers, time and room of each talk that is shown. */
function spoken(answer: Answer, page: Page, talks: readonly Talk[], notes: readonly string[]): string {
  const corrected = answer.correction === undefined ? '' : ` Showing results for ${answer.correction}.`;
  const people = answer.speakers.slice(0, SPEAKER_CARDS).map(match => `${match.speaker.name}.`);
  const rows = talks.map((talk, index) => `${page.offset + index + 1}. ${spokenTalk(talk)}`);
  const count = `${countWords(answer)} ${shorten(answer.query, QUERY_SHOWN)}.${corrected}`;
  return [count, ...(page.offset === 0 ? people : []), ...rows, ...notes, ...answer.notes].join('\n');
}

/** `Ceph at sea, by Ada Lund, Tue 11 May 09:00–09:40, Quay Hall` */
export function spokenTalk(talk: Talk): string {
  const [slot] = talk.slots;
  const by = talk.speakers.length === 0 ? '' : `, by ${namesOf(talk.speakers)}`;
  const when =
    slot === undefined ? '' : `, ${whenWords(slot)}${slot.rooms.map(room => `, ${room}`).join('')}`;
  return `${titleOf(talk)}${by}${when}`;
}
