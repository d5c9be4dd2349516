import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, nameKey } from '../../src/text/fold.ts';

describe('fold', () => {
  test.each([
    ['Łukasz ŽAK', 'lukasz zak'],
    ['Straße', 'strasse'],
    ['Ｃｅｐｈ', 'ceph'],
    ['ﬁle', 'file'],
    ['soft\u00adhyphen zero\u200bwidth', 'softhyphen zerowidth'],
    ['Ελλάς', 'ελλασ'],
    ['Ёлка й', 'елка и'],
    ['한국', '한국'],
    ['İstanbul', 'istanbul'],
  ])('makes %s %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('changes nothing when done twice', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => fold(fold(text)) === fold(text)));
  });
});

test('a name folds as it does in a text that is too long to be folded letter by letter', () => {
  const letters = fc.integer({ min: 0, max: 0x24f }).map(code => String.fromCharCode(code));
  const rest = ' and many more words than any name has, one after the other';
  const check = fc.property(fc.string({ unit: letters, maxLength: 12 }), text => {
    expect(fold(text) + rest).toBe(fold(text + rest));
  });
  fc.assert(check);
});

describe('nameKey', () => {
  test.each([
    ['Zoë van-der  Meer', 'zoe-van-der-meer'],
    ['D’Angelo, Jr.', 'd-angelo-jr'],
    ['李 明', '李-明'],
    ['***', '***'],
  ])('makes %s %s', (name, key) => {
    expect(nameKey(name)).toBe(key);
  });
});
