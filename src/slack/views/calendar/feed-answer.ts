import type { types } from '@slack/bolt';
import { pluralise, shorten } from '../../../text/display.ts';
import { ACTION } from '../../action-ids.ts';
import { actions, button } from '../blocks/button.ts';
import { type Message, message } from '../blocks/message.ts';
import { bold, plain, richText } from '../blocks/rich-text.ts';

const NAME_LENGTH = 80;

export interface OpenedFeed {
  readonly address: string;
  readonly hash: string;
  /** The words that it answers. */
  readonly name: string;
  /** How many sessions it has now. */
  readonly sessions: number;
  /** How many other feeds the person has. */
  readonly others: number;
}

/** Tells a person the address of a new feed. It cannot be told again. */
export function feedMessage({ address, hash, name, sessions, others }: OpenedFeed): Message {
  const title = shorten(name, NAME_LENGTH);
  const count = `${pluralise(sessions, 'session')} now. The calendar follows the programme.`;
  const how = 'In your calendar program, subscribe to this address (Google: Other calendars, +, From URL):';
  const warning = 'Anyone with the address can read this calendar. Lectern cannot show it again.';
  const blocks: types.KnownBlock[] = [
    richText([
      [bold(`Calendar: ${title}`)],
      [plain(count)],
      [plain(how)],
      [{ type: 'text', text: address, style: { code: true } }],
      [plain(warning)],
    ]),
    actions([
      button({
        label: 'Revoke',
        action: ACTION.calendarRevoke,
        value: hash,
        says: `Revoke the calendar of ${title}`,
      }),
      ...(others === 0
        ? []
        : [
            button({
              label: others === 1 ? 'Revoke the other one' : `Revoke my ${others} others`,
              action: ACTION.calendarRevokeOthers,
              value: hash,
              says: `Revoke my ${pluralise(others, 'other calendar')}`,
            }),
          ]),
    ]),
  ];
  return message(blocks, [`Calendar: ${title}`, count, how, address, warning].join('\n'));
}

export const REVOKED = 'The calendar is revoked: its address no longer works.';
export const NO_FEED =
  'These sessions cannot be subscribed to. Search again, and press Calendar below the answer.';

export function revokedOthers(count: number): string {
  return count === 0
    ? 'You have no other calendars.'
    : `${pluralise(count, 'calendar')} revoked: ${count === 1 ? 'its address no longer works' : 'their addresses no longer work'}. This one stays.`;
}
