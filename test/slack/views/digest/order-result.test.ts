import { expect, test } from 'vitest';
import { orderAnswer } from '../../../../src/slack/views/digest/order-result.ts';
import { digest } from '../../../support/digests.ts';
import { harbour } from '../../../support/harbour.ts';
import { loadedWith } from '../../../support/loaded.ts';
import { read } from '../../../support/read.ts';

const BEFORE = { loaded: loadedWith(harbour), now: Date.UTC(2027, 4, 10, 12) };
const EVERY_DAY = 'every day at 08:00 (Europe/Madrid). The next one is posted on Tue 11 May.';

test.each([
  ['in a modal', undefined, false, `This digest is on: ${EVERY_DAY}`],
  [
    'in its channel',
    'C0LOBBY001',
    false,
    'This digest is on. The message in this channel says what it posts, and when.',
  ],
  ['in another channel', 'C0CORRIDOR', false, `This digest is on in the channel: ${EVERY_DAY}`],
  [
    'in its channel, which may not have been told',
    'C0LOBBY001',
    true,
    `This digest is on: ${EVERY_DAY} Slack did not confirm the message to the channel: please check that it is there.`,
  ],
])('a digest that is on is confirmed %s', (_where, readIn, inDoubt, words) => {
  const at = readIn === undefined ? BEFORE : { ...BEFORE, readIn };
  expect(orderAnswer({ kind: 'placed', digest: digest(), inDoubt }, at).text).toBe(words);
});

test('an order that changes nothing says so', () => {
  expect(orderAnswer({ kind: 'unchanged', digest: digest() }, BEFORE).text).toBe(
    `Nothing changed, and nothing was posted: this digest was on already, ${EVERY_DAY}`,
  );
});

test('an order that changes its owner alone says so', () => {
  expect(orderAnswer({ kind: 'taken over', digest: digest() }, BEFORE).text).toBe(
    'This digest was on already, so nothing was posted: every day at 08:00 (Europe/Madrid). If something is wrong with it, you are now told. The next one is posted on Tue 11 May.',
  );
});

test('an order that overlaps others names them, and can be saved all the same', () => {
  const others = [digest({ id: 'a', timeOfDay: '09:00' })];
  const answered = orderAnswer(
    { kind: 'overlapping', digest: digest({ filters: 'track:storage' }), others },
    BEFORE,
  );
  const words = [
    'Nothing was saved yet: every day at 08:00 (Europe/Madrid), only track:storage would post sessions that this channel gets already, by',
    '• every day at 09:00 (Europe/Madrid)',
    'To post them twice, press Save it all the same; to change the other one, type /talk digest',
  ];
  expect(answered.text).toBe(words.join('\n'));
  expect(read(answered.blocks)).toEqual([words.join(' | '), '[Save it all the same]']);
});

test('an overlapping order that is too long for a button names no button', () => {
  const texts = { intro: '"'.repeat(300), closing: '"'.repeat(300), sponsorLink: 'x'.repeat(300) };
  const { text, blocks } = orderAnswer(
    { kind: 'overlapping', digest: digest({ ...texts, filters: 'x'.repeat(700) }), others: [digest()] },
    BEFORE,
  );
  expect(text.split('\n').at(-1)).toBe(
    'To post them twice, shorten the texts or the filters of this one; to change the other one, type /talk digest',
  );
  expect(blocks).toHaveLength(1);
});
