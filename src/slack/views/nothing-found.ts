import type { types } from '@slack/bolt';
import type { Answering } from '../../conversation/context.ts';
import type { Results } from '../../conversation/results.ts';
import { shorten } from '../../text/shorten.ts';
import { type Message, message } from './blocks/message.ts';
import { aside, bold, plain, richText } from './blocks/rich-text.ts';
import { narrowerButtons, searchButtons, trackButtons } from './search-buttons.ts';

const QUERY_SHOWN = 80;

/** No talk matches: what was understood, the nearest words that would find something, and the tracks to browse. */
export function nothingFound(
  { found, notes, narrower, elsewhere }: Results,
  { programme, prefix }: Pick<Answering, 'programme' | 'prefix'>,
): Message {
  const query = shorten(found.correction ?? found.query, QUERY_SHOWN);
  const nearest = found.nearest.map(words => ({ label: words, query: prefix + words }));
  const blocks: types.KnownBlock[] = [
    richText([[plain('No talk matches '), bold(query), plain('.')]]),
    ...notes.map(note => aside(note)),
    ...narrowerButtons(narrower),
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
