import { expect, test } from 'vitest';
import {
  changeReply,
  dayDeliveries,
  ownerNotice,
  reminder,
} from '../../../src/digests/plan/new-deliveries.ts';
import { digest } from '../../support/digests.ts';

const order = digest({ id: 'a', channel: 'C-a', owner: 'U-a' });
const due = { day: '2027-05-11', dueAt: 1000, until: 5000 };
const message = (text: string) => ({ text, blocks: [] });
const ofDay = {
  workspace: 'T0HARBOUR1',
  digestId: 'a',
  day: '2027-05-11',
  channel: 'C-a',
  dueAt: 1000,
  until: 5000,
};

test('the parts of a day are counted from 0', () => {
  const parts = ['First', 'Second'].map(text => ({ message: message(text), talks: [text] }));
  expect(dayDeliveries(order, due, parts)).toEqual([
    { ...ofDay, part: { kind: 'day', position: 0 }, message: message('First'), talks: ['First'] },
    { ...ofDay, part: { kind: 'day', position: 1 }, message: message('Second'), talks: ['Second'] },
  ]);
  expect(dayDeliveries(order, due, [])).toEqual([]);
});

test('a reply with changes is one for each version', () => {
  const reply = { version: 3, message: message('Changed'), talks: ['x'] };
  expect(changeReply(order, due, reply)).toEqual({
    ...ofDay,
    part: { kind: 'change', version: 3 },
    message: message('Changed'),
    talks: ['x'],
  });
});

test('a reminder belongs to no day and is of use until its sessions start', () => {
  const given = { startsAt: 9000, sessions: 'abc', message: message('Soon'), talks: ['x#0'], dueAt: 8000 };
  expect(reminder(order, given)).toEqual({
    workspace: 'T0HARBOUR1',
    digestId: 'a',
    day: '',
    part: { kind: 'reminder', startsAt: 9000, sessions: 'abc' },
    channel: 'C-a',
    message: message('Soon'),
    talks: ['x#0'],
    dueAt: 8000,
    until: 9000,
  });
});

test('a notice goes to the owner, for a day', () => {
  const part = { kind: 'notice', about: 'end' } as const;
  expect(ownerNotice(order, { day: '', part }, { message: message('End'), now: 1000 })).toEqual({
    workspace: 'T0HARBOUR1',
    digestId: 'a',
    day: '',
    part,
    channel: 'U-a',
    message: message('End'),
    talks: [],
    dueAt: 1000,
    until: 1000 + 24 * 60 * 60 * 1000,
  });
});
