import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  BEGINS,
  beginsWord,
  formIn,
  INSIDE,
  isInsideWord,
  MARKS,
} from '../../../src/search/text/token-code.ts';

test('a code keeps the number of a form and each mark', () => {
  fc.assert(
    fc.property(fc.nat(2 ** 29 - 1), fc.boolean(), fc.boolean(), (form, begins, inside) => {
      const [code = 0] = Int32Array.of(form * MARKS + (begins ? BEGINS : 0) + (inside ? INSIDE : 0));
      expect([formIn(code), beginsWord(code), isInsideWord(code)]).toEqual([form, begins, inside]);
    }),
  );
});
