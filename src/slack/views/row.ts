import type { types } from '@slack/bolt';
import type { Reader } from '../../conversation/context.ts';
import { isPause, type Speaker, type Talk } from '../../programme/talk.ts';
import type { QueryWords } from '../../search/search-result.ts';
import { highlight } from '../../search/summary/highlight.ts';
import { summarise } from '../../search/summary/summarise.ts';
import { shorten } from '../../text/display.ts';
import { ACTION } from '../action-ids.ts';
import { writeTalkValue } from '../button-values.ts';
import { actions, button } from './blocks/button.ts';
import { bold, type Inline, plain, richText } from './blocks/rich-text.ts';
import { joinParts, whenAndWhere } from './when-and-where.ts';

const TITLE_LENGTH = 150;
const NAMES_LENGTH = 120;
const TRACK_LENGTH = 80;
const SUMMARY_LENGTH = 120;

/** Everything that a row depends on besides its talk. */
export interface RowContext {
  readonly reader: Reader;
  /** The words that were searched for; undefined if a list comes from no query. */
  readonly words: QueryWords | undefined;
  /** The folder of the talks' conference. */
  readonly folder: string;
}

/** A talk in a list: title; speakers, track, day, time and room; a summary; its buttons. */
export function talkRow(talk: Talk, context: RowContext): types.KnownBlock[] {
  return [
    richText([
      [bold(talkTitle(talk))],
      joinParts([
        [plain(shorten(speakerNames(talk.speakers), NAMES_LENGTH))],
        [plain(shorten(talk.track ?? '', TRACK_LENGTH))],
        ...whenAndWhere(talk, context.reader.zone),
      ]),
      summaryOf(talk, context.words),
    ]),
    ...rowButtons(talk, context),
  ];
}

/** A talk that is cancelled says so before anything else. */
export function talkTitle({ title, status }: Talk): string {
  return `${status === 'cancelled' ? 'CANCELLED: ' : ''}${shorten(title, TITLE_LENGTH)}`;
}

/** The matched words stand out in bold. */
function summaryOf(talk: Talk, words: QueryWords | undefined): Inline[] {
  const summary = summarise(
    talk.abstract,
    words === undefined ? { length: SUMMARY_LENGTH } : { words, length: SUMMARY_LENGTH },
  );
  if (words === undefined) return [plain(summary)];
  return highlight(summary, words).map(piece => (piece.strong ? bold(piece.text) : plain(piece.text)));
}

/** A break has no details and is nothing to share. *Share* posts at once in a channel; elsewhere it asks where. */
function rowButtons(talk: Talk, { reader, folder }: RowContext): types.KnownBlock[] {
  if (talk.kind === 'break') return [];
  const value = writeTalkValue(talk, folder);
  const details = button({
    label: 'Details',
    action: ACTION.details,
    value,
    says: `Details: ${talk.title}`,
  });
  if (reader.place === 'thread' || isPause(talk)) return [actions([details])];
  const isHere = reader.place === 'channel';
  const action = isHere ? ACTION.share : ACTION.shareElsewhere;
  const label = isHere ? 'Share' : 'Share...';
  const sharing = button({ label, action, value, says: `Share: ${talk.title}` });
  return [actions([details, sharing])];
}

/** `Ada Lund, Zoë van der Meer and 2 more` */
export function speakerNames(speakers: readonly Speaker[]): string {
  const names = speakers.map(speaker => speaker.name);
  if (names.length <= 3) return names.join(', ');
  return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
}
