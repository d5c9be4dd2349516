import { describe, expect, test } from 'vitest';
import {
  describeDigest,
  describeNextPost,
  forbiddenAnswer,
  listAnswer,
  noDigestAnswer,
  noSuchDigestAnswer,
  nothingToPostAnswer,
  orderedNotice,
  postedAnswer,
  previewMessage,
  refusedAnswer,
  settledAnswer,
  testMessage,
} from '../../../../src/slack/views/digest/answers.ts';
import { doneAnswer } from '../../../../src/slack/views/digest/done-answer.ts';
import type { Digest } from '../../../../src/store/digests.ts';
import { programme, talk } from '../../../support/conference.ts';
import { digest } from '../../../support/digests.ts';
import { harbour } from '../../../support/harbour.ts';
import { loadedWith } from '../../../support/loaded.ts';
import { readMessage } from '../../../support/read-message.ts';

const MIRA = 'U0MIRA0001';
const BEFORE = { loaded: loadedWith(harbour), now: Date.UTC(2027, 4, 10, 12) };

test.each([
  [{}, 'every day at 08:00 (Europe/Madrid)'],
  [{ eve: true }, 'the evening before each day at 08:00 (Europe/Madrid)'],
  [{ days: ['2027-05-11', '2027-05-12'] }, 'Tue 11 May, Wed 12 May at 08:00 (Europe/Madrid)'],
  [{ days: ['2027-05-11'], eve: true }, 'the evening before Tue 11 May at 08:00 (Europe/Madrid)'],
  [{ weekdays: [1, 2, 3, 4, 5] }, 'Monday to Friday at 08:00 (Europe/Madrid)'],
  [{ weekdays: [1] }, 'every Monday at 08:00 (Europe/Madrid)'],
  [{ weekdays: [2, 3, 4] }, 'Tuesday to Thursday at 08:00 (Europe/Madrid)'],
  [{ weekdays: [6, 7] }, 'every Saturday and Sunday at 08:00 (Europe/Madrid)'],
  [
    { weekdays: [1, 3, 5], eve: true },
    'the evening before every Monday, Wednesday and Friday at 08:00 (Europe/Madrid)',
  ],
  [
    { intro: 'Good *morning*,\n2 * 3!', sponsor: 'Star *Ltd*' },
    'every day at 08:00 (Europe/Madrid), intro: “Good morning, 2 * 3!”, sponsor: “Star *Ltd*”',
  ],
  [{ filters: 'track:storage' }, 'every day at 08:00 (Europe/Madrid), only track:storage'],
  [{ timeZone: '+02:00' }, 'every day at 08:00 (UTC+02:00)'],
  [
    { timeOfDay: '18:30', timeZone: 'UTC', reminders: true, paused: true },
    'every day at 18:30 (UTC), with a notice before each talk, paused',
  ],
])('a digest is described as it is ordered: %j', (given, words) => {
  expect(describeDigest(digest(given))).toBe(words);
});

describe('a new digest', () => {
  test.each<[string, Partial<Digest>, Parameters<typeof describeNextPost>[1], string]>([
    ['is posted next', {}, BEFORE, 'The next one is posted on Tue 11 May.'],
    [
      'is posted the evening before',
      { eve: true, timeOfDay: '18:00' },
      BEFORE,
      'The next one is posted on Mon 10 May and covers Tue 11 May.',
    ],
    [
      'is about the week',
      { span: 'week', weekdays: [2] },
      BEFORE,
      'The next one is posted on Tue 11 May and covers Tue 11 May to Mon 17 May.',
    ],
    [
      'is about the week from the next day',
      { span: 'week', days: ['2027-05-11'], eve: true, timeOfDay: '18:00' },
      BEFORE,
      'The next one is posted on Mon 10 May and covers Tue 11 May to Mon 17 May.',
    ],
    ['is over', {}, { ...BEFORE, now: Date.UTC(2027, 4, 12) }, 'All of its days are over.'],
    [
      'has talks without times',
      {},
      { ...BEFORE, loaded: loadedWith(programme([talk()])) },
      'Each digest features five talks, until all have been featured.',
    ],
  ])('%s', (_what, given, at, words) => {
    expect(describeNextPost(digest(given), at)).toBe(words);
  });

  test.each([
    ['is new', undefined, false, `@${MIRA} set up a digest for this channel: `, ''],
    [
      'was changed',
      digest({ timeOfDay: '09:00', reminders: true }),
      false,
      `@${MIRA} changed the digest of this channel: `,
      ' Until now it was every day at 09:00 (Europe/Madrid), with a notice before each talk.',
    ],
    [
      'was changed in nothing that is said',
      digest(),
      false,
      `@${MIRA} changed the digest of this channel: `,
      '',
    ],
    ['is rehearsed', undefined, true, `Rehearsal: @${MIRA} set up a digest for this channel: `, ''],
  ])('is announced in its channel: it %s', (_what, before, rehearsal, head, was) => {
    const notice = orderedNotice(digest(), { ...BEFORE, before, rehearsal });
    const words = `every day at 08:00 (Europe/Madrid).${was} The next one is posted on Tue 11 May. To change or stop it, type /talk digest`;
    expect(readMessage(notice)).toBe(head + words);
    expect(notice.text).toBe(`${rehearsal ? 'Rehearsal: ' : ''}A digest for this channel: ${words}`);
  });
});

test.each([
  ['pause', 'Paused', []],
  ['resume', 'Resumed', []],
  [
    'off',
    'Removed',
    [
      'To set one up again, type /talk digest daily 08:00 or /talk digest 18:00 eve; undo brings no digest back.',
    ],
  ],
] as const)('%s is confirmed for each digest', (how, done, behind) => {
  const both = [digest({ paused: true }), digest({ timeOfDay: '18:00', eve: true })];
  expect(doneAnswer(how, both, 'Europe/Madrid').text.split('\n')).toEqual([
    `${done}: every day at 08:00 (Europe/Madrid)`,
    `${done}: the evening before each day at 18:00 (Europe/Madrid)`,
    ...behind,
  ]);
});

describe('a list', () => {
  test('names the channel of each digest, but no direct messages', () => {
    const list = listAnswer([digest(), digest({ channel: 'D0MIRA0001', paused: true })]);
    expect(readMessage(list)).toBe(
      '#lobby: every day at 08:00 (Europe/Madrid)\nyour direct messages: every day at 08:00 (Europe/Madrid), paused',
    );
    expect(list.text.split('\n')).toEqual([
      '<#C0LOBBY001>: every day at 08:00 (Europe/Madrid)',
      'your direct messages: every day at 08:00 (Europe/Madrid), paused',
    ]);
  });

  test('names no channel that stands in an order', () => {
    expect(listAnswer([digest({ filters: 'room:<#C0LOBBY001>' })]).text).toBe(
      '<#C0LOBBY001>: every day at 08:00 (Europe/Madrid), only room:&lt;#C0LOBBY001&gt;',
    );
  });

  test('without digests says how to set one up', () => {
    expect(listAnswer([])).toEqual(noDigestAnswer());
  });
});

test.each([
  ['claimed', 'The digest for Tue 11 May is on its way.'],
  ['there already', 'The digest for Tue 11 May was already posted; it is not posted twice.'],
  [
    'in doubt',
    'Slack did not confirm that the digest for Tue 11 May arrived. Please check the channel: the person who set the digest up was asked in a direct message and can post it from there.',
  ],
  ['paused', 'This digest is paused: resume it first.'],
  [
    'before its time',
    'The digest for Tue 11 May was left out: it comes the evening before. To post it now, type /talk digest now 18:00',
  ],
  ['nothing to say', 'There is nothing to post: Tue 11 May has no sessions for this digest.'],
] as const)('Post now: %s', (result, words) => {
  expect(readMessage(postedAnswer([{ day: '2027-05-11', timeOfDay: '18:00', result }]))).toBe(words);
});

describe('who may not', () => {
  test('is told whom to ask, up to five people', () => {
    const organisers = Array.from({ length: 6 }, (_, index) => `U${index}`);
    expect(readMessage(forbiddenAnswer(organisers))).toBe(
      'Only organisers can set up or change digests: ask @U0, @U1, @U2, @U3, @U4.',
    );
  });

  test('is told to try again if it is not known yet who organises', () => {
    expect(forbiddenAnswer(undefined).text).toBe(
      'Lectern cannot look up right now who may set up digests here: try again in a moment.',
    );
  });

  test('is told which channel they may choose', () => {
    expect(forbiddenAnswer([]).text).toBe(
      'You can set up a digest only for the channel in which you open its form.',
    );
  });
});

const stored = { text: 'Tuesday', blocks: [{ type: 'divider' }] };
const aside = (text: string) => ({
  type: 'context',
  elements: [{ type: 'plain_text', text, emoji: false }],
});

test.each([
  [previewMessage(stored, 0), 'Preview: only you can see this.'],
  [previewMessage(stored, 1), 'Preview: only you can see this. Its thread would have 1 reply.'],
  [previewMessage(stored, 2), 'Preview: only you can see this. Its thread would have 2 replies.'],
  [testMessage(stored), 'Test: only you can see this.'],
])('a message for one person says so first: %#', (message, words) => {
  expect(message).toEqual({
    text: `${words}\nTuesday`,
    blocks: [aside(words), { type: 'divider' }],
    unfurl_links: false,
    unfurl_media: false,
  });
});

test.each([
  [
    noSuchDigestAnswer(),
    'There is no such digest in this channel. To see its digests, type /talk digest list',
  ],
  [noDigestAnswer(), 'There is no digest in this channel. To set one up, type /talk digest daily 08:00'],
  [settledAnswer(), 'Thank you; this was already settled.'],
  [refusedAnswer('Not now.'), 'Not now.'],
  [
    nothingToPostAnswer(digest({ onlyChanges: true }), '2027-05-12'),
    'There is nothing to show: this digest posts only changes, as they happen.',
  ],
  [
    nothingToPostAnswer(digest(), '2027-05-12'),
    'Nothing would be posted: Wed 12 May has no sessions for this digest.',
  ],
])('a short answer reads the same for screen readers: %#', (answer, words) => {
  expect([readMessage(answer), answer.text]).toEqual([words, words]);
});

test('a removed digest names its texts, and all that only the form sets again', () => {
  const removed = digest({
    intro: 'Good morning!',
    sponsor: 'Net Loft',
    mentionHere: true,
    changesInChannel: true,
    timeZone: 'Asia/Tokyo',
  });
  expect(doneAnswer('off', [removed], 'Europe/Madrid').text.split('\n').at(-1)).toBe(
    'To set it up again, type /talk digest daily 08:00 intro: "Good morning!"; undo brings no digest back. ' +
      'Set in the form again: sponsor, Mention @here, important changes also in the channel, time zone.',
  );
});
