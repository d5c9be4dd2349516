import { expect, test } from 'vitest';
import { checkFilters, checkOrder } from '../../../src/slack/digest/check-order.ts';
import { digest } from '../../support/digests.ts';
import { harbour } from '../../support/harbour.ts';
import { loadedWith } from '../../support/loaded.ts';

test.each([
  ['', undefined],
  ['track:storage -room:attic', 'There is no room “attic” in the programme.'],
  ['track:storage', undefined],
])('the filters %j are told: %s', (filters, sentence) => {
  expect(checkFilters(filters, harbour)).toBe(sentence);
});

test.each([
  [{ onlyChanges: true }, undefined],
  [{ intro: 'Welcome', mentionHere: true }, undefined],
  [
    { onlyChanges: true, intro: 'Welcome' },
    'A digest of only changes has no intro: leave one of the two out.',
  ],
  [
    { onlyChanges: true, mentionHere: true },
    'A digest of only changes has no @here: leave one of the two out.',
  ],
])('an order of %j is told: %s', (given, sentence) => {
  expect(checkOrder(digest(given), loadedWith(harbour), 0)).toBe(sentence);
});
