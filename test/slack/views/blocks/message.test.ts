import { expect, test } from 'vitest';
import { message } from '../../../../src/slack/views/blocks/message.ts';

test('is escaped as Slack wants it, and nothing else is', () => {
  expect(message([], 'R&D <b> "x" &amp;').text).toBe('R&amp;D &lt;b&gt; "x" &amp;amp;');
});

test.each([0, 1, 2, 3, 4])('is never cut in the middle of what stands for one character: %i', shift => {
  const { text } = message([], 'x'.repeat(shift) + '<&>'.repeat(2000));
  expect(text.length).toBeLessThanOrEqual(3000);
  expect(text).toMatch(/^x*(&lt;|&amp;|&gt;)+…$/);
});
