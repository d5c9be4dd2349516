import type { types } from '@slack/bolt';
import type { Answer } from '../../search/answer.ts';
import { shorten } from '../../text/shorten.ts';
import { type Message, message } from './blocks/message.ts';
import { aside, bold, plain, richText } from './blocks/rich-text.ts';
import type { ResultsSetting } from './results-setting.ts';
import { narrowerButtons, searchButtons, trackButtons } from './search-buttons.ts';

const QUERY_SHOWN = 80;

/** No talk matches: what was understood, the nearest words that would find something, and the tracks to browse. */
export function nothingFound(
  answer: Answer,
  {
    loaded,
    notes,
    prefix,
    narrower,
    elsewhere,
  }: Pick<ResultsSetting, 'loaded' | 'notes' | 'prefix' | 'narrower' | 'elsewhere'>,
): Message {
  const { programme } = loaded;
  const said = [...notes, ...answer.notes];
  const query = shorten(answer.correction ?? answer.query, QUERY_SHOWN);
  const nearest = answer.nearest.map(words => ({ label: words, query: prefix + words }));
  const blocks: types.KnownBlock[] = [
    richText([[plain('No talk matches '), bold(query), plain('.')]]),
    ...said.map(note => aside(note)),
    ...narrowerButtons(narrower),
    ...searchButtons({ heading: 'Did you mean', row: 'nearest', suggestions: nearest }),
    ...searchButtons({ heading: 'In other conferences', row: 'conference', suggestions: elsewhere() }),
    ...trackButtons(programme, { heading: 'Browse a track', prefix }),
  ];
  const hint =
    nearest.length > 0
      ? `Did you mean ${answer.nearest.join(', ')}?`
      : said.length === 0
        ? 'Try fewer or shorter words, or /talk help.'
        : '';
  return message(
    nearest.length === 0 && hint !== '' ? [...blocks, aside(hint)] : blocks,
    [`No talk matches ${query}.`, ...said, hint].filter(part => part !== '').join(' '),
  );
}
