import fc from 'fast-check';

const HALVES = { from: 0xd800, count: 0x800 };

/**
 * Any code point, without halves of pairs, as a unit of `fc.string`. It is fast-check's `binary` without its table of all
 * code points, which takes a second to make.
 */
export const codePoint: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0x10_ffff - HALVES.count })
  .map(code => String.fromCodePoint(code < HALVES.from ? code : code + HALVES.count));
