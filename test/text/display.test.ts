import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listSome, pluralise, shorten } from '../../src/text/display.ts';

test.each([
  ['Ceph at sea', 11, 'Ceph at sea'],
  ['Ceph at sea', 10, 'Ceph at…'],
  ['Ceph at sea', 8, 'Ceph at…'],
  ['Ceph at sea', 7, 'Ceph…'],
  ['Ceph, at last', 8, 'Ceph…'],
  ['Ceph – at last', 8, 'Ceph…'],
  ['A Kubernetes', 9, 'A Kubern…'],
  ['Leuchtturmwärter', 8, 'Leuchtt…'],
  ['東京で分散', 4, '東京で…'],
  ['🔥🔥🔥', 4, '🔥…'],
  ['🔥🔥🔥', 2, '…'],
  ['... ...', 4, '…'],
  ['Ceph', 1, '…'],
  ['Ceph', 0, ''],
  ['', 0, ''],
])('%j in %i is %j', (text, length, short) => {
  expect(shorten(text, length)).toBe(short);
});

test('is the beginning of any text, keeps to its length, and halves no character', () => {
  const text = fc.string({
    unit: fc.oneof(fc.constant(' '), fc.constantFrom('.', '-'), fc.string({ unit: 'grapheme' })),
  });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 40 }), (whole, length) => {
      const short = shorten(whole, length);
      expect(short.length).toBeLessThanOrEqual(length);
      expect(short === whole || whole.startsWith(short.replace(/…$/, ''))).toBe(true);
      expect(() => encodeURIComponent(short)).not.toThrow();
    }),
  );
});

test('cuts a long text without words in one pass', () => {
  const [spaces, word, dashes] = [' ', 'x', '-'].map(sign => shorten(sign.repeat(300_000), 299_000));
  expect([spaces, word?.length, dashes]).toEqual(['…', 299_000, '…']);
});

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

test('lists the first of some names, and how many more there are', () => {
  const names = ['Ropes', 'Knots', 'Tides'];
  expect([2, 3, 4].map(max => listSome(names, max))).toEqual([
    'Ropes, Knots and 1 more',
    'Ropes, Knots, Tides',
    'Ropes, Knots, Tides',
  ]);
});
