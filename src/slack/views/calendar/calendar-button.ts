import type { types } from '@slack/bolt';
import { feedSubject } from '../../../calendar/feed-request.ts';
import type { DrawnAnswer } from '../../../conversation/answer.ts';
import { ACTION } from '../../action-ids.ts';
import { button } from '../blocks/button.ts';

/** *Calendar*, below an answer whose sessions its reader can subscribe to; empty below any other. */
export function calendarButtons(answer: DrawnAnswer): readonly types.Button[] {
  const { reader, prefix } = answer.context;
  const subject = reader.feeds === true ? feedSubject(answer) : undefined;
  if (subject === undefined) return [];
  return [
    button({
      label: 'Calendar',
      action: ACTION.calendar,
      value: prefix + (subject.kind === 'mine' ? 'mine' : subject.words),
      says: 'Calendar: subscribe to these sessions',
    }),
  ];
}
