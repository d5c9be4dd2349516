import type { types } from '@slack/bolt';
import type { Answering } from '../../conversation/context.ts';
import { isPause } from '../../programme/pauses.ts';
import type { Programme } from '../../programme/programme.ts';
import { findExamples } from '../../search/examples.ts';
import { pluralise } from '../../text/plural.ts';
import { shorten } from '../../text/shorten.ts';
import { type Message, message } from './blocks/message.ts';
import { bold, header, type Inline, plain, richText } from './blocks/rich-text.ts';
import { searchButtons, trackButtons } from './search-buttons.ts';

/** What Lectern can do, with examples that find something in the programme that is loaded. */
export function help({
  programme,
  others,
  prefix,
}: Pick<Answering, 'programme' | 'others' | 'prefix'>): Message {
  const examples = findExamples(programme);
  const intro = introduction(programme);
  const blocks: types.KnownBlock[] = [
    header('Find a talk'),
    richText([
      [plain(intro)],
      [
        plain('Type '),
        bold('/talk'),
        plain(' and what you remember: a topic, half a title, a name. Misspelt is fine.'),
      ],
      [
        bold('"two words"'),
        plain(' finds them together, '),
        bold('-word'),
        plain(' leaves talks out, '),
        bold('speaker:'),
        plain(' and '),
        bold('track:'),
        plain(' narrow it down.'),
      ],
      [
        ...alternatives(['now', 'next', 'today']),
        plain(', a weekday, a date or '),
        bold('tuesday 14:00'),
        plain(' show what is on; '),
        bold('room:'),
        plain(' and '),
        bold('track:'),
        plain(' narrow it down.'),
      ],
      ...otherConferences(others.map(({ name }) => name)),
      [plain('In a channel, mention me with the words; in a direct message, just type them.')],
      [
        plain('Organisers: '),
        bold('/talk digest'),
        plain(" has each day's sessions posted in a channel; "),
        bold('digest list'),
        plain(' says what is on, '),
        bold('digest off'),
        plain(' ends it.'),
      ],
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

function alternatives(words: readonly string[]): Inline[] {
  return words.flatMap((word, i) => [...(i === 0 ? [] : [plain(', ')]), bold(word)]);
}

const NAMES_LENGTH = 300;

function otherConferences(names: readonly string[]): readonly Inline[][] {
  if (names.length === 0) return [];
  const listed = shorten(names.join(', '), NAMES_LENGTH);
  return [[bold('conference:name'), plain(` asks another one: ${listed}.`)]];
}

/** `Lectern knows 48 talks by 60 speakers of Harbour Cloud Days 2027.` */
export function introduction({ conference, talks, speakers }: Programme): string {
  if (talks.length === 0)
    return 'Lectern has no programme yet: an organiser can drop its files into the data folder.';
  const of = conference.name === undefined ? '' : ` of ${shorten(conference.name, 100)}`;
  return `Lectern knows ${pluralise(talks.filter(talk => !isPause(talk)).length, 'talk')} by ${pluralise(speakers.length, 'speaker')}${of}.`;
}
