import type { types } from '@slack/bolt';
import { shorten } from '../../text/display.ts';
import { CALLBACK, FIELD } from '../action-ids.ts';
import { type TalkOfProgramme, writeTalkValue } from '../button-values.ts';
import { type Message, message, modal } from './blocks/message.ts';
import { bold, person, plain, richText } from './blocks/rich-text.ts';
import { describeTalk } from './results.ts';
import { talkRow } from './row.ts';
import { listedDays } from './when-and-where.ts';

const EVERYONE = { zone: undefined, place: 'thread', stars: undefined } as const;

/** A talk as a message for a whole channel. Its readers are in several time zones, so both times are shown. */
export function sharedTalk({ talk, programme }: TalkOfProgramme, sharedBy: string): Message {
  const { conference } = programme;
  const days = listedDays(talk.slots.slice(0, 1), {
    timeZone: conference.timeZone,
    readerZone: EVERYONE.zone,
  });
  const row = talkRow(talk, {
    reader: EVERYONE,
    words: undefined,
    conference,
    days: days.style,
    page: undefined,
  });
  return message(
    [richText([[person(sharedBy), plain(' shared a talk')], days.line]), ...row],
    `A talk was shared: ${describeTalk(talk)}`,
  );
}

/** Asks where to share a talk. Slack answers with a `response_url` for that channel, even one without Lectern. */
export function shareWhere({ talk, programme }: TalkOfProgramme): types.ModalView {
  return {
    ...modal('Share a talk', [
      richText([[bold(shorten(talk.title, 150))]]),
      {
        type: 'input',
        block_id: FIELD.channel.block,
        label: { type: 'plain_text', text: 'Where', emoji: false },
        element: {
          type: 'conversations_select',
          action_id: FIELD.channel.action,
          default_to_current_conversation: true,
          response_url_enabled: true,
        },
      },
    ]),
    callback_id: CALLBACK.shareSubmitted,
    private_metadata: writeTalkValue(talk, programme.conference.folder),
    submit: { type: 'plain_text', text: 'Share', emoji: false },
  };
}
