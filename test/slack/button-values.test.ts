import { expect, test } from 'vitest';
import { readTalkValue, writeTalkValue } from '../../src/slack/button-values.ts';
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
