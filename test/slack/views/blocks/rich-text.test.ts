import { expect, test } from 'vitest';
import { aside, safeUrl } from '../../../../src/slack/views/blocks/rich-text.ts';

test.each([
  ['A note.', 'A note.'],
  ['word '.repeat(500), `${'word '.repeat(199)}word…`],
  ['x'.repeat(5000), `${'x'.repeat(999)}…`],
])('a note is no longer than Slack takes', (text, shown) => {
  expect(aside(text).elements).toEqual([{ type: 'plain_text', text: shown, emoji: false }]);
});

test.each([
  ['https://example.org/slides.pdf', 'https://example.org/slides.pdf'],
  ['HTTP://EXAMPLE.ORG/a b|c<d>', 'http://example.org/a%20b%7Cc%3Cd%3E'],
  ['javascript:alert(1)', undefined],
  ['mailto:a@example.org', undefined],
  ['//example.org', undefined],
  ['no address', undefined],
  [`https://example.org/${'a'.repeat(3000)}`, undefined],
])('makes of %s %s', (url, safe) => {
  expect(safeUrl(url)).toBe(safe);
});
