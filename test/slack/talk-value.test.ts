import { expect, test } from 'vitest';
import { talkOfValue, talkValue } from '../../src/slack/talk-value.ts';
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
  const value = talkValue({ id: '1' }, 'spring');
  expect([inSpring, inAutumn].map(loaded => talkOfValue(value, loaded)?.talk.title)).toEqual([
    'Spring talk',
    'Spring talk',
  ]);
});

test('a talk of DATA_DIR itself is named by its id alone', () => {
  expect(talkValue({ id: 'storage/ceph' }, '')).toBe('storage/ceph');
});

test.each([
  ['1', 'Spring talk'],
  ['2', undefined],
  ['["winter","1"]', undefined],
  ['["autumn","2"]', undefined],
  ['null', undefined],
  ['', undefined],
])('%j is %j', (value, title) => {
  expect(talkOfValue(value, inSpring)?.talk.title).toBe(title);
});
