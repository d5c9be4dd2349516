import type { types } from '@slack/bolt';
import type { Programme } from '../../programme/programme.ts';
import type { Speaker } from '../../programme/talk.ts';
import { summarise } from '../../search/summary/summarise.ts';
import { pluralise } from '../../text/plural.ts';
import { shorten } from '../../text/shorten.ts';
import { bold, plain, richText } from './blocks/rich-text.ts';

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
