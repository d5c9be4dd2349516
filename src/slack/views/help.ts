import type { types } from '@slack/bolt';
import type { Talk } from '../../programme/talk.ts';
import { examplesFrom } from '../../search/examples.ts';
import type { Loaded } from '../../search/loaded.ts';
import { type Message, message } from './message.ts';
import { bold, header, plain, richText } from './rich-text.ts';
import { searchButtons, trackButtons } from './search-buttons.ts';
import { shorten } from './shorten.ts';

/** What Lectern can do, with examples that find something in the programme that is loaded. */
export function help({ programme }: Loaded): Message {
  const examples = examplesFrom(programme);
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
      [plain('In a channel, mention me with the words; in a direct message, just type them.')],
      [plain('Organisers: '), bold('/talk digest'), plain(" has each day's sessions posted in a channel.")],
    ]),
    ...searchButtons({
      heading: 'Try',
      row: 'example',
      suggestions: examples.map(query => ({ label: `/talk ${query}`, query })),
    }),
    ...trackButtons(programme, 'Tracks'),
  ];
  return message(
    blocks,
    `${intro} Type /talk and what you remember. ${examples.map(query => `/talk ${query}`).join(', ')}`,
  );
}

/** `Lectern knows 48 talks by 60 speakers of Harbour Cloud Days 2027.` */
export function introduction({ conference, talks, speakers }: Loaded['programme']): string {
  if (talks.length === 0)
    return 'Lectern has no programme yet: an organiser can drop its files into the data folder.';
  const of = conference.name === undefined ? '' : ` of ${shorten(conference.name, 100)}`;
  return `Lectern knows ${counted(talks.filter(isSaid).length, 'talk')} by ${counted(speakers.length, 'speaker')}${of}.`;
}

/** Pauses and what helps to run the event are no talks. */
function isSaid({ kind }: Talk): boolean {
  return kind === 'talk' || kind === 'social';
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
