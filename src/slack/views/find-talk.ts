import type { types } from '@slack/bolt';
import { QUERY_LENGTH } from '../../conversation/paging.ts';
import { shorten } from '../../text/display.ts';
import { CALLBACK, FIELD } from '../action-ids.ts';
import { type Message, modal } from './blocks/message.ts';

/** The modal of the shortcut *Find a talk*: a field to type in. */
export function findTalk(example: string | undefined): types.ModalView {
  return {
    ...modal('Find a talk', [
      {
        type: 'input',
        block_id: FIELD.words.block,
        label: { type: 'plain_text', text: 'A topic, half a title, a name', emoji: false },
        element: wordsField(example),
      },
    ]),
    callback_id: CALLBACK.findSubmitted,
    submit: { type: 'plain_text', text: 'Find', emoji: false },
  };
}

export function wordsField(example: string | undefined): types.PlainTextInput {
  return {
    type: 'plain_text_input',
    action_id: FIELD.words.action,
    max_length: QUERY_LENGTH,
    ...(example === undefined
      ? {}
      : { placeholder: { type: 'plain_text', text: shorten(example, 150), emoji: false } }),
  };
}

/** The modal that shows an answer. */
export function resultsModal(answer: Message): types.ModalView {
  return modal('Talks', answer.blocks);
}
