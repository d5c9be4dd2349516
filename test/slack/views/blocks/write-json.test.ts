import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ReadyBlocks } from '../../../../src/slack/views/blocks/ready-blocks.ts';
import { shared } from '../../../../src/slack/views/blocks/shared.ts';
import { writeJson } from '../../../../src/slack/views/blocks/write-json.ts';

const codeUnit = fc.oneof(
  fc.constantFrom('"', '\\', ',', '\n', '…', '\u2028'),
  fc.integer({ min: 0, max: 0xffff }).map(code => String.fromCharCode(code)),
);
const text = fc.oneof(
  fc.string({ unit: codeUnit }),
  fc.string({ unit: 'grapheme' }),
  // Shorter and longer than texts that are left to V8.
  fc.string({ unit: codeUnit, minLength: 90, maxLength: 110 }),
);
const { value: wild } = fc.letrec(of => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.double(),
    fc.constantFrom(undefined, null, true, false, -0),
    fc.array(of('value')),
    of('object'),
    of('object').map(object => shared(object as object)),
  ),
  object: fc.dictionary(fc.oneof(fc.constant('type'), text), of('value')),
}));

test('the bytes are those of JSON.stringify, also the second time that parts are shared', () => {
  fc.assert(
    fc.property(wild, value => {
      const json = JSON.stringify(value) ?? 'null';
      expect([writeJson(value), writeJson(value)].map(String)).toEqual([json, json]);
      expect(writeJson(value).length).toBe(Buffer.byteLength(json));
    }),
  );
});

test('an answer that is longer than all before it is written whole', () => {
  const long = [...'x"…'].map(sign => ({ type: 'text', text: sign.repeat(50_000) }));
  expect(String(writeJson([...long, shared({ long })]))).toBe(JSON.stringify([...long, { long }]));
});

test('an answer stays as it is when the next one is written', () => {
  const [first, second] = [['Ceph at sea'], ['Fog']].map(writeJson);
  expect([first, second].map(String)).toEqual(['["Ceph at sea"]', '["Fog"]']);
});

test('answers that wait for slow readers stay as they are, however many are written behind them', () => {
  // More than any buffer holds, and some begin where there is no room for all of them.
  const answers = Array.from({ length: 400 }, (_, number) => [`${number} ${'ropes '.repeat(number * 20)}`]);
  expect(answers.map(writeJson).map(String)).toEqual(answers.map(answer => JSON.stringify(answer)));
});

test('of blocks that are ready the pieces are written, of which texts are escaped', () => {
  const ready = new ReadyBlocks(
    () => [Buffer.from('{"type":'), 'a "divider"', Buffer.from('}')],
    () => [],
  );
  expect(String(writeJson([ready, 1]))).toBe('[{"type":"a \\"divider\\""},1]');
});
