import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanLine, cleanLines, hidesSomething } from '../../../src/importers/reading/clean.ts';
import { cases } from '../../support/cases.ts';
import { codePoint } from '../../support/code-point.ts';

const rows: readonly [what: string, raw: string, clean: string, hides: boolean][] = [
  ['plain text as it is', 'Ceph at sea', 'Ceph at sea', false],
  ['accents, quotes and dashes as they are', 'Zoë’s “harbour” – 5 €', 'Zoë’s “harbour” – 5 €', false],
  ['no-break and other spaces as spaces', 'at\u00a0Georgia\u00a0 Tech\u3000', 'at Georgia Tech', false],
  ['tabs as spaces', 'a\tb', 'a b', false],
  ['letters composed', 'Zoe\u0308', 'Zoë', false],
  ['no line separator', 'clouds\u2028', 'clouds', true],
  ['a hidden line break as a space', 'one\u2028two\u000bthree', 'one two three', true],
  ['no zero-width space', 'Vendor\u200b', 'Vendor', true],
  ['no soft hyphen', 'all:\u00ad Managing', 'all: Managing', true],
  ['no control characters', 'bell\u0007 null\u0000', 'bell null', true],
  ['no marks that turn text around', 'safe\u202eexe.txt', 'safeexe.txt', true],
  ['no byte order mark in the middle', 'a\ufeffb', 'ab', true],
  ['no joiner in Latin text', 'Ce\u200dph', 'Ceph', true],
  ['the joiners of Persian', 'می\u200cخواهم', 'می\u200cخواهم', false],
  ['the joiners of emoji', '👩\u200d💻', '👩\u200d💻', false],
  ['what looks like HTML as text', '<b>Ceph</b> & co', '<b>Ceph</b> & co', false],
];

test.each(rows)('keeps %s', (_, raw, clean, hides) => {
  expect({ clean: cleanLine(raw), hides: hidesSomething(raw) }).toEqual({ clean, hides });
});

test('keeps paragraphs apart, and by one empty line', () => {
  expect(cleanLines('\n One \n\n \n\u00a0\nTwo\nthree\n')).toBe('One\n\nTwo\nthree');
});

test('finds nothing more to clean in what is clean', () => {
  fc.assert(
    fc.property(fc.string({ unit: codePoint }), text => {
      const clean = cleanLine(text);
      expect(cleanLine(clean)).toBe(clean);
    }),
    { numRuns: cases(1000) },
  );
});
