import { expect, test } from 'vitest';
import { pluralise } from '../../src/text/plural.ts';

test.each([
  [0, 'talk', undefined, '0 talks'],
  [1, 'talk', undefined, '1 talk'],
  [2, 'talk', undefined, '2 talks'],
  [1025, 'talk', undefined, '1,025 talks'],
  [1, 'reply', 'replies', '1 reply'],
  [2, 'reply', 'replies', '2 replies'],
])('counts %i of %s', (count, noun, plural, text) => {
  expect(pluralise(count, noun, plural)).toBe(text);
});
