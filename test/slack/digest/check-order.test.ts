import { expect, test } from 'vitest';
import { checkFilters } from '../../../src/slack/digest/check-order.ts';
import { harbour } from '../../support/harbour.ts';

test.each([
  ['', undefined],
  ['track:storage -room:attic', 'There is no room “attic” in the programme.'],
  ['track:storage', undefined],
])('the filters %j are told: %s', (filters, sentence) => {
  expect(checkFilters(filters, harbour)).toBe(sentence);
});
