import type { types } from '@slack/bolt';
import type { Programme } from '../../programme/programme.ts';
import type { Speaker, Talk } from '../../programme/talk.ts';
import { ACTION } from '../action-ids.ts';
import { actions, button } from './button.ts';
import { bold, header, plain, richText } from './rich-text.ts';
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

/** A modal with all that is known of a talk: its abstract, who speaks, and what else they speak about. */
export function details(talk: Talk, programme: Programme, readerZone: string | undefined): types.ModalView {
  const speakers = talk.speakers.slice(0, SPEAKERS);
  const bioLength = Math.floor(BIOS_LENGTH / Math.max(1, speakers.length));
  const track = talk.track === undefined ? [] : [[plain(shorten(talk.track, HEADER_LENGTH))]];
  return modal('Talk', [
    header(shorten(talk.title, HEADER_LENGTH)),
    ...facts([...talk.slots.map(slot => separated(slotParts(slot, readerZone))), ...track]),
    ...facts([[plain(shorten(talk.abstract, TEXT_LENGTH) || 'There is no abstract.')]]),
    ...speakers.flatMap(speaker => speakerBlocks(speaker, talk, { programme, bioLength })),
    ...(talk.speakers.length > SPEAKERS
      ? facts([[plain(`and ${talk.speakers.length - SPEAKERS} more speakers`)]])
      : []),
    actions([
      button({
        label: 'Share...',
        action: ACTION.shareElsewhere,
        value: talk.id,
        says: `Share: ${talk.title}`,
      }),
    ]),
  ]);
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

function facts(paragraphs: Parameters<typeof richText>[0]): types.KnownBlock[] {
  return paragraphs.length === 0 ? [] : [richText(paragraphs)];
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
      value: talk.id,
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
