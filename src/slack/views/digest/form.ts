import type { types } from '@slack/bolt';
import { chosenIn } from '../../../conversation/digest/filters.ts';
import { formatDay } from '../../../programme/moment.ts';
import type { Programme } from '../../../programme/programme.ts';
import type { Digest } from '../../../store/digests.ts';
import { WEEKDAY_NUMBERS, weekdayName } from '../../../text/weekdays.ts';
import { ACTION, CALLBACK, FIELD } from '../../action-ids.ts';
import { type DigestDraft, writeDraft } from '../../digest/form.ts';
import { actions, button, dangerButton } from '../blocks/button.ts';
import { inputBlock, multiSelect, option } from '../blocks/inputs.ts';
import { modal } from '../blocks/message.ts';
import { aside, channelName, plain, richText } from '../blocks/rich-text.ts';
import { describeDigest } from './answers.ts';

/** The options of the form that are either on or off. */
const EVE = option('The evening before, for the next day', 'eve');
const REMINDERS = option('A notice ten minutes before each talk', 'reminders');

export interface Form {
  readonly draft: DigestDraft;
  /** The digests of the channel, to choose another one from. */
  readonly there: readonly Digest[];
  readonly programme: Programme;
  /** Says what a button has just done. */
  readonly note: string | undefined;
}

/** The modal in which a digest is set up, changed and removed. Its state travels in `private_metadata`, so a restart loses nothing. */
export function digestForm({ draft, there, programme, note }: Form): types.ModalView {
  const { digest, isNew } = draft;
  return {
    ...modal(isNew ? 'New digest' : 'Digest', [
      ...(note === undefined ? [] : [aside(note)]),
      ...(there.length === 0 ? [] : [otherDigests(draft, there)]),
      ...(digest.paused ? [richText([[plain('This digest is paused: nothing is posted.')]])] : []),
      draft.anyChannel ? channelField(digest) : richText([[plain('For '), channelName(digest.channel)]]),
      ...timeFields(digest),
      ...contentFields(digest, programme),
      formButtons(draft),
    ]),
    callback_id: CALLBACK.digestSubmitted,
    private_metadata: writeDraft(draft),
    submit: { type: 'plain_text', text: isNew ? 'Create' : 'Save', emoji: false },
  };
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

function timeFields({ timeOfDay, timeZone, eve, reminders }: Digest): types.KnownBlock[] {
  const on = [...(eve ? [EVE] : []), ...(reminders ? [REMINDERS] : [])];
  return [
    inputBlock(FIELD.digestTime, 'Time', { type: 'timepicker', initial_time: timeOfDay }),
    inputBlock(FIELD.digestZone, 'Time zone', {
      type: 'plain_text_input',
      initial_value: timeZone,
      max_length: 60,
    }),
    inputBlock(
      FIELD.digestOptions,
      'Options',
      { type: 'checkboxes', options: [EVE, REMINDERS], ...(on.length === 0 ? {} : { initial_options: on }) },
      'optional',
    ),
  ];
}

function contentFields({ days, weekdays, filters }: Digest, programme: Programme): types.KnownBlock[] {
  const chosen = chosenIn(filters, programme);
  return [
    ...multiSelect(FIELD.digestWeekdays, 'Days of the week (none chosen: all)', {
      names: WEEKDAY_NUMBERS.map(String),
      chosen: weekdays.map(String),
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
