import { expect, test } from 'vitest';
import { message } from '../../../src/slack/views/blocks/message.ts';
import { findTalk, resultsModal, wordsField } from '../../../src/slack/views/find-talk.ts';
import { expectValidView } from '../../support/block-kit.ts';

const plainText = (text: string) => ({ type: 'plain_text', text, emoji: false });

test('the shortcut opens a field with an example in it', () => {
  const view = findTalk('ceph');
  expectValidView(view);
  expect(view).toEqual({
    type: 'modal',
    callback_id: 'find_talk_submitted',
    title: plainText('Find a talk'),
    submit: plainText('Find'),
    close: plainText('Close'),
    blocks: [
      {
        type: 'input',
        block_id: 'find_words',
        label: plainText('A topic, half a title, a name'),
        element: {
          type: 'plain_text_input',
          action_id: 'words',
          max_length: 900,
          placeholder: plainText('ceph'),
        },
      },
    ],
  });
});

test('without an example there is no placeholder', () => {
  expect(wordsField(undefined)).toEqual({ type: 'plain_text_input', action_id: 'words', max_length: 900 });
});

test('a long example is shortened to what Slack takes', () => {
  expect(wordsField('x'.repeat(200)).placeholder?.text).toHaveLength(150);
});

test('the answer is shown in a modal of its own', () => {
  const answer = message([{ type: 'divider' }], 'Nothing');
  expect(resultsModal(answer)).toEqual({
    type: 'modal',
    title: plainText('Talks'),
    close: plainText('Close'),
    blocks: [{ type: 'divider' }],
  });
});
