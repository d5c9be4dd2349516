import { expect, test } from 'vitest';
import {
  deliveryQuestion,
  endNotice,
  joinMissed,
  missedNotice,
  refusedNotice,
  remedyOf,
  settledQuestion,
} from '../../../../src/slack/views/digest/owner.ts';
import { dayPart, delivery, digest } from '../../../support/digests.ts';
import { readMessage } from '../../../support/read-message.ts';

test('the question has two answers', () => {
  const message = deliveryQuestion(digest(), delivery());
  expect(readMessage(message)).toBe(`Slack did not confirm that the digest for Tue 11 May arrived in #lobby.
Please check the channel: is it there? If you do not answer, it is posted once more in half an hour, marked as possibly repeated.
[Post it] [It is there]`);
  expect(JSON.stringify(message.blocks)).toContain(
    JSON.stringify(JSON.stringify({ digest: 'lobby', day: '2027-05-11', part: '0' })),
  );
});

test.each([
  ['posted', 'The digest for Tue 11 May. Thank you: it is being posted once more.'],
  ['there', 'The digest for Tue 11 May. Thank you: it is there, so it is not posted again.'],
  [
    'repeated',
    'The digest for Tue 11 May. Nobody answered, so it was posted once more, marked as possibly repeated.',
  ],
] as const)('once it is %s, it is settled', (how, words) => {
  expect(readMessage(settledQuestion(delivery(), how))).toBe(words);
});

test('missed days are named', () => {
  expect(readMessage(missedNotice(digest(), ['2027-05-11', '2027-05-12'], '2027-05-13'))).toBe(
    `The digest for Tue 11 May, Wed 12 May was not posted in #lobby: Lectern was not running, or could not reach Slack, until it was too late.
To see what is on that day, type /talk 2027-05-12

The next digests are posted as planned.`,
  );
});

test('what was missed in several channels is one message', () => {
  const missed = (channel: string) => missedNotice(digest({ channel }), ['2027-05-11'], '2027-05-11');
  const joined = joinMissed([missed('C0LOBBY001'), missed('D0MIRA0001')]);
  expect(joined && readMessage(joined)).toBe(
    `The digest for Tue 11 May was not posted in #lobby: Lectern was not running, or could not reach Slack, until it was too late.
To post the one for Tue 11 May now, type /talk digest now in that channel.

The digest for Tue 11 May was not posted in your direct messages: Lectern was not running, or could not reach Slack, until it was too late.
To post the one for Tue 11 May now, type /talk digest now in that channel.

The next digests are posted as planned.`,
  );
  expect(joinMissed(Array.from({ length: 20 }, () => missed('C0LOBBY001')))).toBe(undefined);
});

test('a missed day that is still of use can be made up for', () => {
  expect(readMessage(missedNotice(digest(), ['2027-05-11', '2027-05-12'], '2027-05-12')).split('\n')[1]).toBe(
    'To post the one for Wed 12 May now, type /talk digest now in that channel.',
  );
});

test.each([
  ['not_in_channel', 'Lectern is not in that channel: type /invite @Lectern there.'],
  ['is_archived', 'That channel is archived: set up the digest in another one.'],
  ['something_new', 'Slack gave the reason "something_new".'],
])('%s comes with what to do', (reason, remedy) => {
  expect(readMessage(refusedNotice(digest(), reason, false))).toBe(
    `The digest for #lobby could not be posted. ${remedy}
Lectern tries again in ten minutes. To try sooner, type /talk digest now in that channel.`,
  );
});

test('a third failure pauses it', () => {
  expect(readMessage(refusedNotice(digest({ channel: 'D0MIRA0001' }), 'token_revoked', true))).toBe(
    `The digest for your direct messages could not be posted. Slack no longer accepts Lectern's token: whoever runs Lectern must install the app again.
That was the third time, so the digest is paused. Once this is fixed, type /talk digest resume in that channel.`,
  );
});

test('a spotlight ends', () => {
  expect(readMessage(endNotice(digest()))).toBe(
    'The digest in #lobby has featured every talk, so it has ended. It posts nothing more.',
  );
});

const change = { kind: 'change', version: 2 } as const;
const reminderPart = { kind: 'reminder', startsAt: 0, sessions: '0' } as const;
const notice = { kind: 'notice', about: 'end' } as const;

test.each([
  [dayPart(), '2027-05-11', 'The digest for Tue 11 May'],
  [dayPart(), '', 'The digest'],
  [change, '2027-05-11', 'The notice of changes on Tue 11 May'],
  [change, '', 'The notice of changes'],
  [reminderPart, '2027-05-11', 'The notice before talks'],
  [notice, '', 'A notice'],
])('a delivery of the part %j on "%s" is called %s', (part, day, name) => {
  expect(readMessage(settledQuestion(delivery({ part, day }), 'posted'))).toBe(
    `${name}. Thank you: it is being posted once more.`,
  );
});

test.each([
  [
    'channel_not_found',
    'Lectern cannot see that channel: if it is private, type /invite @Lectern there; if it is gone, set up the digest in another one.',
  ],
  [
    'invalid_auth',
    "Slack no longer accepts Lectern's token: whoever runs Lectern must install the app again.",
  ],
  [
    'account_inactive',
    "Slack no longer accepts Lectern's token: whoever runs Lectern must install the app again.",
  ],
  [
    'restricted_action',
    'Only some people may post in that channel: ask its managers to let Lectern post there.',
  ],
])('the remedy of %s', (reason, remedy) => {
  expect(remedyOf(reason)).toBe(remedy);
});

test('messages for screen readers name no channel, since Slack fills in its name only in blocks', () => {
  expect(refusedNotice(digest(), 'is_archived', false).text.split('\n')[0]).toBe(
    'The digest for the channel could not be posted. That channel is archived: set up the digest in another one.',
  );
});
