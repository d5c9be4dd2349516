import { expect, test } from 'vitest';
import { safeUrl } from '../../../../src/slack/views/blocks/safe-url.ts';

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
