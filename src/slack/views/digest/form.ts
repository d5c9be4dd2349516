import type { types } from '@slack/bolt';
import { chosenIn } from '../../../conversation/digest/filters.ts';
import { OWN_TEXT_LENGTHS, type OwnTexts } from '../../../conversation/digest/own-texts.ts';
import { zoneLabel } from '../../../programme/conference.ts';
import { formatDay } from '../../../programme/moment.ts';
import type { Programme } from '../../../programme/programme.ts';
import type { Digest } from '../../../store/digests.ts';
import { WEEKDAY_NUMBERS, weekdayName } from '../../../text/weekdays.ts';
import { LANGUAGE_LABELS, LANGUAGES } from '../../../words/languages.ts';
import { ACTION, CALLBACK, FIELD } from '../../action-ids.ts';
import { blockOf, type DigestDraft, writeDraft } from '../../digest/form.ts';
import { actions, button, dangerButton } from '../blocks/button.ts';
import { inputBlock, multiSelect, option } from '../blocks/inputs.ts';
import { modal } from '../blocks/message.ts';
import { aside, channelName, plain, richText } from '../blocks/rich-text.ts';
import { describeDigest } from './answers.ts';

/** The options of the form that are either on or off. */
const OPTIONS = [
  { name: 'eve', option: option('The evening before, for the next day', 'eve') },
  { name: 'reminders', option: option('A notice ten minutes before each talk', 'reminders') },
  { name: 'changesInChannel', option: option('Important changes also in the channel', 'important') },
  { name: 'onlyChanges', option: option('Only changes, as they happen', 'changes') },
] as const;

const SPANS = { day: option('One day', 'day'), week: option('Seven days', 'week') };
const HERE = option('Mention @here', 'here');

export interface Form {
  readonly draft: DigestDraft;
  /** The digests of the channel, to choose another one from. */
  readonly there: readonly Digest[];
  readonly programme: Programme;
  /** Says what a button has just done. */
  readonly note: string | undefined;
}

/** The modal in which a digest is set up, changed and removed. Its state travels in `private_metadata`, so a restart loses nothing. */
export function digestForm(form: Form): types.ModalView {
  const { draft } = form;
  const { digest, isNew } = draft;
  const fields = formBlocks(form);
  return {
    ...modal(
      isNew ? 'New digest' : 'Digest',
      fields.map(each =>
        each.block_id === undefined ? each : { ...each, block_id: blockOf(each.block_id, digest) },
      ),
    ),
    callback_id: CALLBACK.digestSubmitted,
    private_metadata: writeDraft(draft),
    submit: { type: 'plain_text', text: isNew ? 'Create' : 'Save', emoji: false },
  };
}

function formBlocks({ draft, there, programme, note }: Form): types.KnownBlock[] {
  const { digest } = draft;
  return [
    ...(note === undefined ? [] : [aside(note)]),
    ...(there.length === 0 ? [] : [otherDigests(draft, there)]),
    formButtons(draft),
    ...(digest.paused ? [richText([[plain('This digest is paused: nothing is posted.')]])] : []),
    draft.anyChannel ? channelField(digest) : richText([[plain('For '), channelName(digest.channel)]]),
    ...timeFields(digest),
    ...contentFields(digest, programme),
    ...textFields(digest),
    mentionField(digest),
    zoneField(digest),
  ];
}

/** The title of the form's result. */
export const DIGEST_TITLE = 'Digest';

/** Replaces the form by its result. */
export function digestResult(answer: { readonly blocks: readonly types.KnownBlock[] }): types.ModalView {
  return modal(DIGEST_TITLE, answer.blocks);
}

function otherDigests({ digest, isNew }: DigestDraft, there: readonly Digest[]): types.KnownBlock {
  const options = [
    ...there.slice(0, 99).map(each => option(describeDigest(each), each.id)),
    option('A new digest', 'new'),
  ];
  const initial = options.find(({ value }) => value === (isNew ? 'new' : digest.id));
  return {
    type: 'actions',
    elements: [
      {
        type: 'static_select',
        action_id: ACTION.digestChosen,
        placeholder: { type: 'plain_text', text: 'Another digest of this channel', emoji: false },
        options,
        ...(initial === undefined ? {} : { initial_option: initial }),
      },
    ],
  };
}

function channelField({ channel }: Digest): types.KnownBlock {
  return inputBlock(FIELD.digestChannel, 'Channel', {
    type: 'conversations_select',
    initial_conversation: channel,
    filter: { include: ['public', 'private', 'im'], exclude_bot_users: false },
  });
}

function timeFields({ timeOfDay, span }: Digest): types.KnownBlock[] {
  return [
    inputBlock(FIELD.digestTime, 'Time', { type: 'timepicker', initial_time: timeOfDay }),
    inputBlock(FIELD.digestSpan, 'Each post covers', {
      type: 'static_select',
      options: Object.values(SPANS),
      initial_option: SPANS[span],
    }),
  ];
}

function optionsField(digest: Digest): types.KnownBlock {
  const on = OPTIONS.filter(({ name }) => digest[name]).map(each => each.option);
  const options = OPTIONS.map(each => each.option);
  return inputBlock(
    FIELD.digestOptions,
    'Options',
    { type: 'checkboxes', options, ...(on.length === 0 ? {} : { initial_options: on }) },
    'optional',
  );
}

function textFields({ language, ...texts }: Digest): types.KnownBlock[] {
  const languages = LANGUAGES.map(each => option(LANGUAGE_LABELS[each], each));
  const text = (name: keyof OwnTexts, multiline: boolean) => ({
    type: 'plain_text_input' as const,
    max_length: OWN_TEXT_LENGTHS[name],
    ...(texts[name] === '' ? {} : { initial_value: texts[name] }),
    ...(multiline ? { multiline } : {}),
  });
  return [
    inputBlock(FIELD.digestLanguage, 'Language of the posts', {
      type: 'static_select',
      options: languages,
      initial_option: option(LANGUAGE_LABELS[language], language),
    }),
    inputBlock(FIELD.digestIntro, 'Intro (*bold* is bold)', text('intro', true), 'optional'),
    inputBlock(FIELD.digestClosing, 'Closing line', text('closing', true), 'optional'),
    inputBlock(FIELD.digestSponsor, 'Sponsor line', text('sponsor', false), 'optional'),
    inputBlock(
      FIELD.digestSponsorLink,
      'Link of the sponsor (https)',
      text('sponsorLink', false),
      'optional',
    ),
  ];
}

/** An input would not ask at once; it is asked since each post then calls everybody who is there. */
function mentionField({ mentionHere }: Digest): types.KnownBlock {
  const words = (text: string) => ({ type: 'plain_text' as const, text, emoji: false });
  return {
    type: 'actions',
    block_id: FIELD.digestMention.block,
    elements: [
      {
        type: 'checkboxes',
        action_id: FIELD.digestMention.action,
        options: [HERE],
        ...(mentionHere ? { initial_options: [HERE] } : {}),
        confirm: {
          title: words('Change the mention?'),
          text: words(
            'With the tick, each digest notifies everybody who is active in the channel then; without it, nobody.',
          ),
          confirm: words('Change it'),
          deny: words('Leave it'),
        },
      },
    ],
  };
}

function zoneField({ timeZone }: Digest): types.KnownBlock {
  return inputBlock(FIELD.digestZone, 'Time zone', {
    type: 'plain_text_input',
    initial_value: zoneLabel(timeZone),
    max_length: 60,
  });
}

function contentFields(digest: Digest, programme: Programme): types.KnownBlock[] {
  const { days, weekdays, filters, span } = digest;
  const chosen = chosenIn(filters, programme);
  const isWeekEachDay = span === 'week' && days === 'daily' && weekdays.length === 0;
  return [
    ...multiSelect(FIELD.digestWeekdays, 'Days of the week (none chosen: all, or Monday for seven days)', {
      names: WEEKDAY_NUMBERS.map(String),
      chosen: (isWeekEachDay ? WEEKDAY_NUMBERS : weekdays).map(String),
      labelOf: number => weekdayName(Number(number)),
    }),
    ...multiSelect(FIELD.digestDays, 'Days (none chosen: every day)', {
      names: programme.days,
      chosen: days === 'daily' ? [] : days,
      labelOf: formatDay,
    }),
    ...multiSelect(FIELD.digestTracks, 'Tracks (none chosen: all)', {
      names: programme.tracks,
      chosen: chosen.tracks,
    }),
    ...multiSelect(FIELD.digestRooms, 'Rooms (none chosen: all)', {
      names: programme.rooms,
      chosen: chosen.rooms,
    }),
    optionsField(digest),
  ];
}

function formButtons({ digest, isNew }: DigestDraft): types.KnownBlock {
  const test = button({ label: 'Send me a test', action: ACTION.digestTest, value: 'test' });
  if (isNew) return actions([test]);
  const turn = digest.paused ? 'resume' : 'pause';
  return actions([
    test,
    button({ label: 'Post now', action: ACTION.digestNow, value: 'now' }),
    button({ label: digest.paused ? 'Resume' : 'Pause', action: ACTION.digestPause, value: turn }),
    dangerButton(
      { label: 'Remove', action: ACTION.digestRemove, value: 'off' },
      { title: 'Remove this digest?', text: 'No more digests are posted. What was posted stays.' },
    ),
  ]);
}
