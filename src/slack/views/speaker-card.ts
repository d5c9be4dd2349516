import type { types } from '@slack/bolt';
import type { Programme } from '../../programme/programme.ts';
import type { Speaker, Talk } from '../../programme/talk.ts';
import { summarise } from '../../search/summary/summarise.ts';
import { pluralise, shorten } from '../../text/display.ts';
import { rememberOf } from '../../text/remember.ts';
import { bold, plain, richText } from './blocks/rich-text.ts';
import { cutToLines, SUMMARY_LINE_LENGTH } from './phone-lines.ts';

const NAME_LENGTH = 150;
const BIO_LINES = 2;
/** Several times what a line has room for. */
const TITLES_LENGTH = 500;

/** A speaker in four lines: name, a short bio, and their talks that are not below. */
export function speakerCard(
  speaker: Speaker,
  programme: Programme,
  below: readonly Talk[],
): types.KnownBlock[] {
  const talks = programme.talksBy(speaker.id);
  const { affiliation, bio } = describeSpeaker(speaker);
  return [
    richText([
      [bold(shorten(speaker.name, NAME_LENGTH)), plain(`, ${pluralise(talks.length, 'talk')}`)],
      [plain(affiliation)],
      [plain(bio)],
      [plain(cutToLines(listTitles(talks, below), 1))],
    ]),
    { type: 'divider' },
  ];
}

/** `• Ceph at sea • Fog`, without those that are shown below: as many as a line may have room for. */
function listTitles(talks: readonly Talk[], below: readonly Talk[]): string {
  let titles = '';
  for (const talk of talks) {
    if (titles.length > TITLES_LENGTH) break;
    if (below.some(({ id }) => id === talk.id)) continue;
    titles += `${titles === '' ? '' : ' '}• ${talk.title}`;
  }
  return titles;
}

const describeSpeaker = rememberOf(({ affiliation = '', bio }: Speaker) => ({
  affiliation: cutToLines(affiliation, 1),
  bio: cutToLines(summarise(bio, { subject: 'person', length: BIO_LINES * SUMMARY_LINE_LENGTH }), BIO_LINES),
}));
