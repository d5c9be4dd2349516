import { expect, test } from 'vitest';
import { aside } from '../../../../src/slack/views/blocks/rich-text.ts';

test.each([
  ['A note.', 'A note.'],
  ['word '.repeat(500), `${'word '.repeat(198)}word…`],
  ['x'.repeat(5000), `${'x'.repeat(999)}…`],
])('a note is no longer than Slack takes', (text, shown) => {
  expect(aside(text).elements).toEqual([{ type: 'plain_text', text: shown, emoji: false }]);
});
