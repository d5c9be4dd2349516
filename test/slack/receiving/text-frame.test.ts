import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textFrame } from '../../../src/slack/receiving/text-frame.ts';

/** The parts of a frame as RFC 6455 describes them in 5.2, byte by byte. */
function read(frame: Uint8Array) {
  const bytes = Buffer.from(frame);
  const short = bytes.readUInt8(1) & 0x7f;
  const longer = { 126: 2, 127: 8 }[short] ?? 0;
  const length = { 0: short, 2: bytes.readUInt16BE(2), 8: Number(bytes.readBigUInt64BE(2)) }[longer];
  const key = bytes.subarray(2 + longer, 6 + longer);
  const text = bytes.subarray(6 + longer).map((byte, at) => byte ^ (key[at % 4] ?? 0));
  return {
    kind: bytes[0],
    isMasked: bytes.readUInt8(1) >= 0x80,
    longer,
    length,
    text: latin1(text),
    key,
  };
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

function frameOf(text: Buffer) {
  const { key, ...frame } = read(textFrame(text));
  return frame;
}

test('a text of any bytes is one masked frame', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 300 }), bytes => {
      const text = Buffer.from(bytes);
      const longer = text.length < 126 ? 0 : 2;
      expect(frameOf(text)).toEqual({
        kind: 0x81,
        isMasked: true,
        longer,
        length: text.length,
        text: latin1(text),
      });
    }),
  );
});

test.each([
  [125, 0],
  [126, 2],
  [65_535, 2],
  [65_536, 8],
  [65_539, 8],
])('a length of %i bytes takes %i bytes more', (length, longer) => {
  const text = Buffer.alloc(length, 'Ceph');
  expect(frameOf(text)).toEqual({ kind: 0x81, isMasked: true, longer, length, text: latin1(text) });
});

test('each frame is masked by another key, however many there are', () => {
  const keys = Array.from({ length: 3000 }, () => read(textFrame(Buffer.alloc(16))).key.readUInt32LE());
  // Two of three thousand are the same in one run of a thousand.
  expect(new Set(keys).size).toBeGreaterThan(2990);
});
