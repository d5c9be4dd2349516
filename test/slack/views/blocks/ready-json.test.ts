import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shared, writeJson } from '../../../../src/slack/views/blocks/ready-json.ts';
import { cases } from '../../../support/cases.ts';

const HOSTILE = [
  '"',
  '\\',
  '/',
  '\u0000',
  '\u001f',
  '\u007f',
  '\u2028',
  '\ud800',
  '\udfff',
  '\ufeff',
  '<',
  'é',
  '…',
  ' ',
  'a',
];
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...HOSTILE) }));
const data = fc.object({
  key: text,
  values: [text, fc.double(), fc.boolean(), fc.constantFrom(null, undefined)],
});

test('plain data is written as JSON.stringify writes it, with and without shared parts', () => {
  fc.assert(
    fc.property(data, data, text, (part, other, label) => {
      const message = { label, blocks: [{ part: structuredClone(part), other }, [label, part]], part };
      const expected = JSON.stringify(message);
      expect(writeJson(message)).toBe(expected);
      const known = shared(part);
      const again = { ...message, blocks: [{ part: known, other }, [label, known]], part: known };
      expect([writeJson(again), writeJson(again)]).toEqual([expected, expected]);
    }),
    { numRuns: cases(300) },
  );
});

test('what is no plain data is written as JSON.stringify writes it', () => {
  class Point {
    x = 1;
  }
  const strange = {
    date: new Date(0),
    point: new Point(),
    map: new Map([[1, 2]]),
    own: { toJSON: () => 'own' },
    gone: () => 1,
    list: [undefined, Symbol('s'), Number.NaN],
    none: Object.create(null) as object,
  };
  for (const [name, value] of Object.entries(strange))
    expect([name, writeJson({ before: 'x', value })]).toEqual([name, JSON.stringify({ before: 'x', value })]);
  expect(writeJson(Object.assign([], { length: 2 }))).toBe('[null,null]');
});

test('a shared part cannot be changed', () => {
  const part = shared({ type: 'section', text: { type: 'plain_text', text: 'Ceph' } });
  expect(() => Object.assign(part.text, { text: 'Fog' })).toThrow(TypeError);
});
