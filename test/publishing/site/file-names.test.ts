import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeNames } from '../../../src/publishing/site/file-names.ts';
import { hostileText } from '../../support/hostile.ts';

test('a name is the text where that is safe and clear', () => {
  expect([
    ...safeNames(['storage/ceph-at-sea', 'Ropes', 'con', '../etc', '日本語', 'a b', 'A.B', '']),
  ]).toEqual([
    ['storage/ceph-at-sea', 'storage-ceph-at-sea'],
    ['Ropes', 'ropes'],
    ['con', expect.stringMatching(/^con-[0-9a-f]{12}$/)],
    ['../etc', 'etc'],
    ['日本語', expect.stringMatching(/^[0-9a-f]{12}$/)],
    ['', expect.stringMatching(/^[0-9a-f]{12}$/)],
    ['a b', expect.stringMatching(/^a-b-[0-9a-f]{12}$/)],
    ['A.B', expect.stringMatching(/^a-b-[0-9a-f]{12}$/)],
  ]);
});

test('names of any texts are safe and each is there once', () => {
  fc.assert(
    fc.property(fc.array(hostileText, { maxLength: 30 }), texts => {
      const names = [...safeNames(texts).values()];
      expect(names.filter(name => !/^[a-z0-9-]{1,80}$/.test(name))).toEqual([]);
      expect([names.length, new Set(names).size]).toEqual([new Set(texts).size, new Set(texts).size]);
    }),
  );
});

test('a text that is another one with its hash has a name of its own', () => {
  const [first = ''] = safeNames(['a b', 'a.b']).values();
  expect(new Set(safeNames([first, 'a b', 'a.b']).values()).size).toBe(3);
});
