import { expect, test } from 'vitest';
import { readFormValue, writeFormValue } from '../../../src/slack/digest/form-value.ts';

test.each([[[]], [['C0LOBBY001']], [['C0LOBBY001', 'C0CORRIDOR']]])('keeps the channels %j', channels => {
  expect(readFormValue(writeFormValue(channels))).toEqual(channels);
});

test('a value of another Lectern names none', () => {
  expect([undefined, '', 'form'].map(readFormValue)).toEqual([[], [], []]);
});
