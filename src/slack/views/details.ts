import type { types } from '@slack/bolt';
import { type Reader, starredBy } from '../../conversation/context.ts';
import type { Programme } from '../../programme/programme.ts';
import { isPause, type Speaker, type Talk } from '../../programme/talk.ts';
import type { Loaded } from '../../search/loaded.ts';
import { pluralise, shorten } from '../../text/display.ts';
import { formatLanguage } from '../../text/languages.ts';
import { ACTION } from '../action-ids.ts';
import { writeTalkValue } from '../button-values.ts';
import { messageActions } from './actions/message-actions.ts';
import { type ActionWriter, shareButton, starButton } from './actions/talk-buttons.ts';
import { actions, button } from './blocks/button.ts';
import { modal } from './blocks/message.ts';
import { bold, header, type Inline, plain, richText, safeUrl } from './blocks/rich-text.ts';
import { calendarFileButton } from './calendar/calendar-file.ts';
import { calendarLinks } from './calendar/calendar-links.ts';
import { relatedTalks } from './details/related-talks.ts';
import { joinParts, slotParts } from './when-and-where.ts';

/** Slack's limit for a header, and for the title of a modal. */
export const HEADER_LENGTH = 150;
/** The importers keep no more of a text. */
const TEXT_LENGTH = 20_000;
/** With three blocks each, and all other blocks, a modal has the 100 that Slack takes. */
const SPEAKERS = 30;
const OTHER_TALKS = 10;
const SLOTS = 30;
const LINKS = 20;

/** Slack refuses a modal of more than 250 kB, which the bios of a panel of thirty can exceed. */
const VIEW_BYTES = 240_000;
/** At this share a modal fits, however much each speaker has. */
const SHARE_MIN = 1 / 64;

/**
 * A modal with everything known about a talk: its abstract, its speakers and their other talks. If that is more than
 * Slack takes, it shows less of every speaker. `starCount`: how many people in the reader's workspace starred it.
 */
export function details(
  talk: Talk,
  { programme, index }: Pick<Loaded, 'programme' | 'index'>,
  reader: Pick<Reader, 'zone' | 'stars' | 'files'>,
  starCount = 0,
): types.ModalView {
  const related = relatedTalks(talk, programme, index);
  const viewOf = (share: number) => detailsWith(share, talk, { programme, reader, related, starCount });
  let share = 1;
  let view = viewOf(share);
  while (Buffer.byteLength(JSON.stringify(view)) > VIEW_BYTES && share > SHARE_MIN) {
    share /= 2;
    view = viewOf(share);
  }
  return view;
}

/** `share` is how much of each bio and of each speaker's other talks is shown, up to 1. */
function detailsWith(
  share: number,
  talk: Talk,
  {
    programme,
    reader,
    related,
    starCount,
  }: {
    readonly programme: Programme;
    readonly reader: Pick<Reader, 'zone' | 'stars' | 'files'>;
    readonly related: readonly types.KnownBlock[];
    readonly starCount: number;
  },
): types.ModalView {
  const speakers = talk.speakers.slice(0, SPEAKERS);
  return modal('Talk', [
    header(shorten(talk.title, HEADER_LENGTH)),
    ...textBlock([
      ...(talk.status === 'cancelled' ? [[bold('This talk is cancelled.')]] : []),
      ...talk.slots.slice(0, SLOTS).map(slot => joinParts(slotParts(slot, reader.zone))),
      ...talkFacts(talk),
      ...popularity(starCount),
    ]),
    ...textBlock([[plain(shorten(talk.abstract, TEXT_LENGTH) || 'There is no abstract.')]]),
    ...textBlock(linksOf(talk)),
    ...speakers.flatMap(speaker => speakerBlocks(speaker, talk, { programme, share })),
    ...(talk.speakers.length > SPEAKERS
      ? textBlock([[plain(`and ${pluralise(talk.speakers.length - SPEAKERS, 'more speaker')}`)]])
      : []),
    ...related,
    actions([
      ...shareAndStar(
        talk,
        messageActions(programme.conference.folder),
        starredBy(reader, programme).has(talk.id),
      ),
      ...addToCalendar(talk, programme, reader),
    ]),
  ]);
}

/** Somebody could guess who fewer people are. */
const STARS_MIN = 3;

function popularity(starCount: number): readonly (readonly Inline[])[] {
  return starCount < STARS_MIN ? [] : [[plain(`${starCount} people here have starred it.`)]];
}

function addToCalendar(
  talk: Talk,
  { sessions, conference }: Programme,
  { files = false }: Pick<Reader, 'files'>,
): readonly types.Button[] {
  const own = talk.status === 'cancelled' ? [] : sessions.filter(session => session.talk === talk);
  return own.length === 0
    ? []
    : [...calendarLinks(own), ...(files ? [calendarFileButton(talk, conference.folder)] : [])];
}

/** A pause is nothing to star. */
export function shareAndStar(talk: Talk, writer: ActionWriter, isStarred: boolean): readonly types.Button[] {
  const share = shareButton(talk, writer);
  return isPause(talk) ? share : [...share, ...starButton(talk, isStarred, writer)];
}

/** `Storage · Beginner · German, English` */
export function talkFacts({ track, level, languages }: Talk): readonly Inline[][] {
  const parts = [track ?? '', level ?? '', languages.map(formatLanguage).join(', ')].map(part => [
    plain(shorten(part, HEADER_LENGTH)),
  ]);
  return [joinParts(parts)];
}

const LINK_WORDS = { web: 'Page', slides: 'Slides', video: 'Video', feedback: 'Feedback' } as const;

/** Each link is named by its kind, so that no text of a file can pretend to be another link. */
export function linksOf({ links }: Pick<Talk, 'links'>): readonly Inline[][] {
  const shown = links.slice(0, LINKS).flatMap(({ kind, url }) => {
    const safe = safeUrl(url);
    return safe === undefined ? [] : [[{ type: 'link' as const, url: safe, text: LINK_WORDS[kind] }]];
  });
  return [joinParts(shown)];
}

/** Opened by a button whose talk is no longer in the programme. */
export function talkGone(): types.ModalView {
  return modal('Talk', [
    richText([
      [bold('This talk is no longer in the programme.')],
      [
        plain(
          'It may have been withdrawn, or its file renamed. Search again with /talk and a word of its title.',
        ),
      ],
    ]),
  ]);
}

/** No block if there is no text: Slack refuses an empty one. */
export function textBlock(paragraphs: readonly (readonly Inline[])[]): types.KnownBlock[] {
  return paragraphs.every(inlines => inlines.every(isEmpty)) ? [] : [richText(paragraphs)];
}

function isEmpty(inline: Inline): boolean {
  return inline.type === 'text' && inline.text === '';
}

function affiliationOf({ affiliation }: Speaker): readonly Inline[] {
  return affiliation === undefined ? [] : [plain(`, ${shorten(affiliation, HEADER_LENGTH)}`)];
}

function speakerBlocks(
  speaker: Speaker,
  shown: Talk,
  { programme, share }: { readonly programme: Programme; readonly share: number },
): types.KnownBlock[] {
  const shownMax = Math.ceil(OTHER_TALKS * share);
  const others = programme.talksBy(speaker.id).filter(talk => talk.id !== shown.id);
  const buttons = others.slice(0, shownMax).map((talk, index) =>
    button({
      label: talk.title,
      action: `${ACTION.details}:${index}`,
      value: writeTalkValue(talk, programme.conference.folder),
      says: `Details: ${talk.title}`,
    }),
  );
  const also = others.length > shownMax ? `Also (${shownMax} of ${others.length}):` : 'Also:';
  return [
    { type: 'divider' },
    richText([
      [bold(shorten(speaker.name, HEADER_LENGTH)), ...affiliationOf(speaker)],
      [plain(shorten(speaker.bio, Math.floor(TEXT_LENGTH * share)))],
      ...(others.length === 0 ? [] : [[plain(also)]]),
    ]),
    ...(buttons.length === 0 ? [] : [actions(buttons)]),
  ];
}
