import { expect, test } from 'vitest';
import {
  readDeliveryKey,
  readTalkValue,
  writeDeliveryKey,
  writeTalkValue,
} from '../../src/slack/button-values.ts';
import { programme, talk } from '../support/conference.ts';
import { loadedWith } from '../support/loaded.ts';

const spring = programme([talk({ id: '1', title: 'Spring talk' })], { folder: 'spring' });
const autumn = programme([talk({ id: '1', title: 'Autumn talk' })], { folder: 'autumn' });
const other = (of: typeof spring) => ({
  name: of.conference.folder,
  programme: of,
  open: () => loadedWith(of),
});
const inSpring = loadedWith(spring, { others: [other(autumn)] });
const inAutumn = loadedWith(autumn, { others: [other(spring)] });

test('a value means the same talk whichever conference is current', () => {
  const value = writeTalkValue({ id: '1' }, 'spring');
  expect([inSpring, inAutumn].map(loaded => readTalkValue(value, loaded)?.talk.title)).toEqual([
    'Spring talk',
    'Spring talk',
  ]);
});

test('a talk of DATA_DIR itself is named by its id alone', () => {
  expect(writeTalkValue({ id: 'storage/ceph' }, '')).toBe('storage/ceph');
});

test.each([
  ['1', 'Spring talk'],
  ['2', undefined],
  ['["winter","1"]', undefined],
  ['["autumn","2"]', undefined],
  ['null', undefined],
  ['', undefined],
])('%j is %j', (value, title) => {
  expect(readTalkValue(value, inSpring)?.talk.title).toBe(title);
});

test('the buttons of an owner name a delivery, also those of older messages', () => {
  const part = { kind: 'reminder', startsAt: 1_810_026_000_000, sessions: '72691111ecd23476' } as const;
  const key = { digestId: 'lobby', day: '', part };
  const value = '{"digest":"lobby","day":"","part":"soon 1810026000000 72691111ecd23476"}';
  expect(writeDeliveryKey(key)).toBe(value);
  expect(readDeliveryKey(value)).toEqual(key);
});

test.each([
  undefined,
  '',
  'null',
  '{"digest":"lobby","day":"2027-05-11"}',
  '{"digest":"lobby","day":"2027-05-11","part":"poem"}',
  '{"digest":"lobby","day":"2027-05-11","part":0}',
  '{"digest":1,"day":"2027-05-11","part":"0"}',
  '{"digest":"lobby","part":"0"}',
])('%j names no delivery', value => {
  expect(readDeliveryKey(value)).toBe(undefined);
});
