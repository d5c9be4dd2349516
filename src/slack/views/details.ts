import type { types } from '@slack/bolt';
import type { Programme } from '../../programme/programme.ts';
import type { Speaker, Talk } from '../../programme/talk.ts';
import { ACTION } from '../action-ids.ts';
import { talkValue } from '../talk-value.ts';
import { actions, button } from './button.ts';
import { bold, header, type Inline, plain, richText } from './rich-text.ts';
import { safeUrl } from './safe-url.ts';
import { shorten } from './shorten.ts';
import { separated, slotParts } from './when-and-where.ts';

/** Slack's limit for a header, and for the title of a modal. */
const HEADER_LENGTH = 150;
/** The importers keep 20,000 characters of a text; a modal of 250 kB takes an abstract and eight such bios. */
const TEXT_LENGTH = 20_000;
const SPEAKERS = 30;
/** All bios together, so that a panel of thirty stays within the modal's 250 kB. */
const BIOS_LENGTH = 60_000;
const OTHER_TALKS = 10;
const SLOTS = 30;
const LINKS = 20;

/** A modal with all that is known of a talk: its abstract, who speaks, and what else they speak about. */
export function details(talk: Talk, programme: Programme, readerZone: string | undefined): types.ModalView {
  const speakers = talk.speakers.slice(0, SPEAKERS);
  const bioLength = Math.floor(BIOS_LENGTH / Math.max(1, speakers.length));
  return modal('Talk', [
    header(shorten(talk.title, HEADER_LENGTH)),
    ...facts([
      ...(talk.status === 'cancelled' ? [[bold('This talk is cancelled.')]] : []),
      ...talk.slots.slice(0, SLOTS).map(slot => separated(slotParts(slot, readerZone))),
      ...about(talk),
    ]),
    ...facts([[plain(shorten(talk.abstract, TEXT_LENGTH) || 'There is no abstract.')]]),
    ...facts(linksOf(talk)),
    ...speakers.flatMap(speaker => speakerBlocks(speaker, talk, { programme, bioLength })),
    ...(talk.speakers.length > SPEAKERS
      ? facts([[plain(`and ${talk.speakers.length - SPEAKERS} more speakers`)]])
      : []),
    actions([
      button({
        label: 'Share...',
        action: ACTION.shareElsewhere,
        value: talkValue(talk, programme.conference.folder),
        says: `Share: ${talk.title}`,
      }),
    ]),
  ]);
}

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language' });

/** `Storage · Beginner · German, English` */
function about({ track, level, languages }: Talk): readonly Inline[][] {
  const parts = [track ?? '', level ?? '', languages.map(tag => LANGUAGES.of(tag)).join(', ')].map(part => [
    plain(shorten(part, HEADER_LENGTH)),
  ]);
  return [separated(parts)];
}

const LINK_WORDS = { web: 'Page', slides: 'Slides', video: 'Video', feedback: 'Feedback' } as const;

/** Each by what it leads to, so that no text of a file can pretend to be another link. */
function linksOf({ links }: Talk): readonly Inline[][] {
  const shown = links.slice(0, LINKS).flatMap(({ kind, url }) => {
    const safe = safeUrl(url);
    return safe === undefined ? [] : [[{ type: 'link' as const, url: safe, text: LINK_WORDS[kind] }]];
  });
  return [separated(shown)];
}

/** What a button opens whose talk is no longer there. */
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

export function modal(title: string, blocks: readonly types.KnownBlock[]): types.ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: title, emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: [...blocks],
  };
}

/** Nothing where there is nothing to say: Slack refuses an empty block. */
function facts(paragraphs: readonly (readonly Inline[])[]): types.KnownBlock[] {
  return paragraphs.every(inlines => inlines.every(isEmpty)) ? [] : [richText(paragraphs)];
}

function isEmpty(inline: Inline): boolean {
  return inline.type === 'text' && inline.text === '';
}

function speakerBlocks(
  speaker: Speaker,
  shown: Talk,
  { programme, bioLength }: { readonly programme: Programme; readonly bioLength: number },
): types.KnownBlock[] {
  const others = programme.talksBy(speaker.id).filter(talk => talk.id !== shown.id);
  const buttons = others.slice(0, OTHER_TALKS).map((talk, index) =>
    button({
      label: talk.title,
      action: `${ACTION.details}:${index}`,
      value: talkValue(talk, programme.conference.folder),
      says: `Details: ${talk.title}`,
    }),
  );
  const also = others.length > OTHER_TALKS ? `Also (${OTHER_TALKS} of ${others.length}):` : 'Also:';
  return [
    { type: 'divider' },
    richText([
      [bold(shorten(speaker.name, HEADER_LENGTH))],
      [plain(shorten(speaker.bio, bioLength))],
      ...(others.length === 0 ? [] : [[plain(also)]]),
    ]),
    ...(buttons.length === 0 ? [] : [actions(buttons)]),
  ];
}
