import { expect, test } from 'vitest';
import { readOrderValue, writeOrderValue } from '../../../src/slack/digest/order-value.ts';
import { digest } from '../../support/digests.ts';

test('an order travels in a button as it is', () => {
  const ordered = digest({ weekdays: [1, 5], filters: 'track:"Quay & <Hall>"', eve: true });
  const { workspace: _, owner: __, since: ___, failures: ____, ...order } = ordered;
  for (const isOneOfMany of [true, false])
    expect(readOrderValue(writeOrderValue(ordered, isOneOfMany))).toEqual({ digest: order, isOneOfMany });
});

test('an order that a Lectern without languages wrote is one in English', () => {
  const { workspace: _, owner: __, since: ___, failures: ____, ...order } = digest();
  const { language, intro, closing, sponsor, sponsorLink, span, ...older } = order;
  const { onlyChanges, changesInChannel, mentionHere, ...oldest } = older;
  expect(readOrderValue(JSON.stringify(oldest))).toEqual({ digest: order, isOneOfMany: false });
});

test('one that is too long for a button, or that another Lectern wrote, is none', () => {
  expect(writeOrderValue(digest({ filters: 'x'.repeat(2000) }), false)).toBe(undefined);
  expect([undefined, '', '{}', 'null'].map(readOrderValue)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
