import type { types } from '@slack/bolt';
import type { Talk } from '../../../programme/talk.ts';
import { shorten } from '../../../text/display.ts';
import { ACTION } from '../../action-ids.ts';
import { writeTalkValue } from '../../button-values.ts';
import { button } from '../blocks/button.ts';
import { type Message, message, modal } from '../blocks/message.ts';
import { bold, plain, richText } from '../blocks/rich-text.ts';

const TITLE_LENGTH = 150;

/** *Calendar file*: sends the talk by direct message, for calendar programs that have no form on the web. */
export function calendarFileButton(talk: Talk, folder: string): types.Button {
  return button({
    label: 'Calendar file',
    action: ACTION.calendarFile,
    value: writeTalkValue(talk, folder),
    says: `Send me a calendar file: ${talk.title}`,
  });
}

/** Stands above the file in the direct message. */
export function fileIntroduction(talk: Talk, isStarred: boolean): Message {
  const title = shorten(talk.title, TITLE_LENGTH);
  const how = `Open the file to add the talk to your calendar. It does not change if the talk moves; ${isStarred ? 'you starred the talk, so Lectern can tell you.' : 'star the talk to hear about that.'}`;
  return message(
    [richText([[plain('Calendar file: '), bold(title)], [plain(how)]])],
    `Calendar file: ${title}\n${how}`,
  );
}

const SAYS = {
  sending: 'The calendar file is on its way to your direct messages with Lectern.',
  sent: 'The calendar file is in your direct messages with Lectern.',
  forbidden:
    'This workspace does not let Lectern send files. Press Back, then Google Calendar or Outlook, which open a form.',
} as const;

/** Shows how far it is, over the talk's own modal, to which its button leads back. */
export function fileStatus(status: keyof typeof SAYS): types.ModalView {
  return {
    ...modal('Calendar', [richText([[plain(SAYS[status])]])]),
    // Slack shows the modal below when the upper one is closed.
    close: { type: 'plain_text', text: 'Back', emoji: false },
  };
}
