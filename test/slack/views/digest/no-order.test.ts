import { expect, test } from 'vitest';
import { formHintAnswer, mistakenAnswer } from '../../../../src/slack/views/digest/no-order.ts';
import { read } from '../../../support/read.ts';

test('a refusal gives the reason, the nearest forms and the ways on; no text of a person is markup', () => {
  const answered = mistakenAnswer({
    kind: 'mistake',
    typed: 'digest <!here> `x`',
    mistake: { kind: 'unknown', words: ['<!here>', '`x`'], nearest: ['daily 08:00', 'daily 08:00 room:`a`'] },
  });
  expect(answered.text).toBe(
    'No digest was set up or changed: “&lt;!here&gt; `x`” was not understood.\nNearest: /talk digest daily 08:00, /talk digest daily 08:00 room:`a`\nOr press Open the form.',
  );
  expect(answered.blocks.map(({ type }) => type)).toEqual(['rich_text', 'actions', 'actions']);
});

test('where no form opens by words, a button opens it', () => {
  const answered = formHintAnswer();
  expect([read(answered.blocks), answered.text]).toEqual([
    ['Press Open the form, or write it here: digest daily 08:00', '[Open the form]'],
    'Press Open the form, or write it here: digest daily 08:00',
  ]);
});
