import type { types } from '@slack/bolt';
import type { Answering } from '../../conversation/context.ts';
import { VERB_HELP } from '../../conversation/verbs.ts';
import type { Programme } from '../../programme/programme.ts';
import { pluralise, shorten } from '../../text/display.ts';
import { type Message, message } from './blocks/message.ts';
import { bold, header, type Inline, plain, richText, withBold } from './blocks/rich-text.ts';
import { searchButtons, trackButtons } from './search-buttons.ts';

/** Shows what people can type, with examples that find something in this programme. */
export function help({
  programme,
  index,
  others,
  prefix,
}: Pick<Answering, 'programme' | 'index' | 'others' | 'prefix'>): Message {
  const { examples } = index;
  const intro = introduction(programme);
  const blocks: types.KnownBlock[] = [
    header('Find a talk'),
    richText([
      [plain(intro)],
      ...[...SEARCHING, ...VERB_HELP].map(withBold),
      ...otherConferences(others.map(({ name }) => name)),
      ...ELSEWHERE.map(withBold),
    ]),
    ...searchButtons({
      heading: 'Try',
      row: 'example',
      suggestions: examples.map(query => ({ label: `/talk ${query}`, query: prefix + query })),
    }),
    ...trackButtons(programme, { heading: 'Tracks', prefix }),
  ];
  return message(
    blocks,
    `${intro} Type /talk and what you remember. ${examples.map(query => `/talk ${query}`).join(', ')}`,
  );
}

const SEARCHING = [
  'Type `/talk` and what you remember: a topic, half a title, a name. Misspellings are fine.',
  '`"two words"` finds this phrase, `-word` leaves out talks with that word, `speaker:` and `track:` narrow the search.',
];

const ELSEWHERE = [
  '`alert ceph` tells you when a new talk is about it; `alert` lists your alerts.',
  'In a channel, mention me with your words; in a direct message, just type them.',
  "Organisers: `/talk digest` posts each day's sessions in a channel; `digest list` shows the channel's digests, `digest off` removes them.",
];

const NAMES_LENGTH = 300;

function otherConferences(names: readonly string[]): readonly Inline[][] {
  if (names.length === 0) return [];
  const listed = shorten(names.join(', '), NAMES_LENGTH);
  return [[bold('conference:name'), plain(` searches another conference: ${listed}.`)]];
}

/** `Lectern knows 48 talks by 60 speakers of Harbour Cloud Days 2027.` */
export function introduction({ conference, talks, talkCount, speakers }: Programme): string {
  if (talks.length === 0)
    return 'Lectern has no programme yet: an organiser can drop its files into the data folder.';
  const of = conference.name === undefined ? '' : ` of ${shorten(conference.name, 100)}`;
  return `Lectern knows ${pluralise(talkCount, 'talk')} by ${pluralise(speakers.length, 'speaker')}${of}.`;
}
