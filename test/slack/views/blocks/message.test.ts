import { expect, test } from 'vitest';
import { fitLines, message } from '../../../../src/slack/views/blocks/message.ts';
import { ENGLISH } from '../../../../src/words/en.ts';

test('is escaped as Slack wants it, and nothing else is', () => {
  expect(message([], 'R&D <b> "x" &amp;').text).toBe('R&amp;D &lt;b&gt; "x" &amp;amp;');
});

test.each([0, 1, 2, 3, 4])('is never cut in the middle of what stands for one character: %i', shift => {
  const { text } = message([], 'x'.repeat(shift) + '<&>'.repeat(2000));
  expect(text.length).toBeLessThanOrEqual(3000);
  expect(text).toMatch(/^x*(&lt;|&amp;|&gt;)+…$/);
});

test('of lines that do not fit, those below are the last to go, and of too many of them the first', () => {
  const long = (name: string) => `${name} ${'x'.repeat(1000)}`;
  const names = (text: string) => text.split('\n').map(line => line.split(' x')[0]);
  const lines = ['A', 'B', 'C'].map(long);
  expect(names(fitLines(['Day', ''], lines))).toEqual(['Day', 'A', 'B', 'And 1 more.']);
  expect(names(fitLines(['Day'], lines, ENGLISH, ['Bye']))).toEqual(['Day', 'A', 'B', 'And 1 more.', 'Bye']);
  const below = [long('Streams'), long('Bye')];
  expect(names(fitLines(['Day'], [], ENGLISH, below))).toEqual(['Day', 'Streams', 'Bye']);
  expect(names(fitLines(['Day'], lines, ENGLISH, below))).toEqual(['Day', 'A', 'And 3 more.', 'Bye']);
});
