import type { types } from '@slack/bolt';
import type { Answering } from '../../conversation/context.ts';
import { pageWithin } from '../../conversation/paging.ts';
import type { List } from '../../conversation/verbs.ts';
import type { Suggestion } from '../../conversation/widening.ts';
import type { Programme } from '../../programme/programme.ts';
import { formatFilter } from '../../search/query/filters.ts';
import { pluralise } from '../../text/display.ts';
import { type Message, message } from './blocks/message.ts';
import { pageButtons } from './blocks/paging.ts';
import { bold, plain, richText } from './blocks/rich-text.ts';
import { searchButtons } from './search-buttons.ts';

/** As many buttons as Slack takes in one block. */
const NAMES_A_PAGE = 25;

const HEADINGS: Readonly<Record<List, { readonly one: string; readonly under: string }>> = {
  tracks: { one: 'track', under: 'Press one to see its talks' },
  rooms: { one: 'room', under: 'Press one to see what is on there' },
  speakers: { one: 'speaker', under: 'Press one to see their talks' },
};

/** The tracks, rooms or speakers of a programme, each a button to its talks. */
export function listMessage(
  list: List,
  { programme, reader, prefix }: Pick<Answering, 'programme' | 'reader' | 'prefix'>,
  offset: number,
): Message {
  const all = itemsOf(list, programme);
  const page = pageWithin({ query: prefix + list, offset }, all.length);
  const shown = all.slice(page.offset, page.offset + NAMES_A_PAGE);
  const { one, under } = HEADINGS[list];
  const range = shown.length === all.length ? '' : ` (${page.offset + 1} to ${page.offset + shown.length})`;
  const heading =
    all.length === 0 ? `The programme names no ${list}.` : `${pluralise(all.length, one)}${range}`;
  const suggestions = shown.map(({ label, query }) => ({ label, query: prefix + query }));
  const blocks: types.KnownBlock[] = [
    richText([[all.length === 0 ? plain(heading) : bold(heading)]]),
    ...searchButtons({ heading: under, row: list, suggestions }),
    ...pageButtons(page, {
      shown: shown.length,
      all: all.length,
      size: NAMES_A_PAGE,
      paged: reader.place !== 'thread',
    }),
  ];
  return message(blocks, [heading, ...shown.map(({ label }) => label)].join('\n'));
}

function itemsOf(list: List, { tracks, rooms, speakers }: Programme): readonly Suggestion[] {
  switch (list) {
    case 'tracks':
      return tracks.map(track => filterButton('track', track));
    case 'rooms':
      return rooms.map(room => filterButton('room', room));
    case 'speakers':
      return [...speakers]
        .sort((a, b) => a.name.localeCompare(b.name, 'en'))
        .map(({ name }) => filterButton('speaker', name));
  }
}

function filterButton(name: 'track' | 'room' | 'speaker', value: string): Suggestion {
  return { label: value, query: formatFilter({ name, value, not: false }) };
}
