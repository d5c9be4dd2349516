import type { types } from '@slack/bolt';
import type { Programme } from '../../programme/programme.ts';
import type { Talk } from '../../programme/talk.ts';
import { ACTION } from '../action-ids.ts';
import { optionValue } from './option-value.ts';
import { shorten } from './shorten.ts';

/** Slack takes 75 characters of an option; fewer leave more of a message's text for its talks. */
const LABEL_LENGTH = 60;

/** *Details of...*: one menu for all talks of a message, where a button each would take half of its room. */
export function detailsMenu(labelled: readonly LabelledTalk[]): types.ActionsBlock {
  const byTalk = new Map(labelled.map(each => [each.talk.id, each]));
  return {
    type: 'actions',
    elements: [
      {
        type: 'static_select',
        action_id: ACTION.detailsOf,
        placeholder: { type: 'plain_text', text: 'Details of...', emoji: false },
        options: [...byTalk.values()].map(detailsOption),
      },
    ],
  };
}

export interface LabelledTalk {
  readonly talk: Talk;
  readonly label: string;
}

export function detailsOption({ talk, label }: LabelledTalk): types.PlainTextOption {
  return {
    text: { type: 'plain_text', text: shorten(label, LABEL_LENGTH) || 'A talk', emoji: false },
    value: optionValue(talk.id),
  };
}

/** The talk that an option stands for, also where its id is too long for one. */
export function talkOfOption(value: string, { talk, talks }: Programme): Talk | undefined {
  return talk(value) ?? talks.find(({ id }) => optionValue(id) === value);
}
