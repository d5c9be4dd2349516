import { describe, expect, it, test } from 'vitest';
import { createReport } from '../../../src/importers/reading/report.ts';
import {
  areStates,
  isCancelled,
  keepAccepted,
  readCancellation,
  translateState,
} from '../../../src/importers/reading/status.ts';

test.each([
  ['CANCELLED: Ceph at sea', 'Ceph at sea'],
  ['❌ [ANNULÉ] ❌ Ceph at sea', 'Ceph at sea'],
  ['🚫 CANCELLED: Ceph at sea', 'Ceph at sea'],
  ['⚠️ Abgesagt ⚠️ Ceph at sea', 'Ceph at sea'],
  ['❌CANCELADO❌ Ceph at sea', 'Ceph at sea'],
  ['Ceph at sea ❌ CANCELLED ❌', 'Ceph at sea'],
  ['Ceph at sea 🚫 (abgesagt)', 'Ceph at sea'],
  ['Canceled: Ceph at sea', 'Ceph at sea'],
  ['CANCELLED: <s>Ceph at sea</s>', 'Ceph at sea'],
  ['[CANCELED] Ceph at sea', 'Ceph at sea'],
  ['(cancelled) Ceph at sea', 'Ceph at sea'],
  ['CANCELLED Ceph at sea', 'Ceph at sea'],
  ['**CANCELLED** - Ceph at sea', 'Ceph at sea'],
  ['Cancelled – Ceph at sea', 'Ceph at sea'],
  ['Abgesagt: Ceph at sea', 'Ceph at sea'],
  ['Fällt aus: Ceph at sea', 'Ceph at sea'],
  ['ANNULÉ : Ceph at sea', 'Ceph at sea'],
  ['Cancelado: Ceph at sea', 'Ceph at sea'],
  ['Ceph at sea (abgesagt)', 'Ceph at sea'],
  ['Ceph at sea - CANCELLED', 'Ceph at sea'],
  ['<del>Ceph at sea</del>', 'Ceph at sea'],
  ['~~Ceph at sea~~', 'Ceph at sea'],
  ['[Cancelled]', '[Cancelled]'],
])('takes the mark out of %j', (raw, title) => {
  expect(readCancellation(raw)).toEqual({ title, status: 'cancelled' });
});

test.each([
  ['Cancelled flights, and what we learnt'],
  ['How we cancelled: a story'],
  ['A <s>short</s> history of storage'],
  ['Uncancelled: Ceph at sea'],
  [' Ceph at sea'],
  [''],
])('leaves %j as it is', raw => expect(readCancellation(raw)).toEqual({ title: raw, status: 'confirmed' }));

test.each([
  'Not accepted',
  'Accept_Queue',
  'under review',
  'Maybe',
  'Reserve',
  'unconfirmed',
  'denied',
  'hidden',
  'inactive',
  'nicht angenommen',
])('%j is not accepted, scheduled or not', text =>
  expect(translateState(text, { isScheduled: true })).not.toBe('accepted'),
);

test.each([
  [['accepted', 'Rejected', ''], true],
  [['angenommen', 'abgelehnt', 'Warteliste'], true],
  [['accepted', 'accepted'], false],
  [['yes', 'no'], false],
  [['accepted', 'rejected', 'vegetarian'], false],
  [[], false],
])('%j are states: %j', (words, areThey) => expect(areStates(words)).toBe(areThey));

describe('of the sessions of a file', () => {
  function keep(...states: readonly (readonly [string, boolean])[]) {
    const report = createReport('a.json');
    const sessions = states.map(([state, isScheduled]) => ({ state, isScheduled }));
    return {
      kept: keepAccepted(sessions, report, () => ({ id: '', title: '', names: '' })).map(
        ({ state }) => state,
      ),
      problems: report.problems.map(({ severity, message }) => `${severity}: ${message}`),
    };
  }

  it('those that take place are kept, scheduled or not', () =>
    expect(keep(['', false], ['accepted', false], ['confirmed', true])).toEqual({
      kept: ['', 'accepted', 'confirmed'],
      problems: [],
    }));

  it('a cancelled one is kept if it was scheduled', () =>
    expect(keep(['canceled', true], ['cancelled', true], ['canceled', false])).toEqual({
      kept: ['canceled', 'cancelled'],
      problems: ['warning: Left out because not accepted: 1 canceled.'],
    }));

  it('the others are only counted, by state', () =>
    expect(keep(['rejected', true], ['submitted', false], ['confirmed', true], ['rejected', false])).toEqual({
      kept: ['confirmed'],
      problems: ['warning: Left out because not accepted: 2 rejected, 1 submitted.'],
    }));

  it('a state is repeated without what it might hold besides', () =>
    expect(keep(['rejected: ask ada@example.org <b>now</b>', false]).problems).toEqual([
      'warning: Left out because not accepted: 1 rejected ask adaexam.',
    ]));

  it('nine states are named at most', () => {
    const letters = [...'abcdefghij'].map((letter): [string, boolean] => [letter, false]);
    expect(keep(...letters).problems).toEqual([
      'warning: Left out because not accepted: 1 a, 1 b, 1 c, 1 d, 1 e, 1 f, 1 g, 1 h, 1 i.',
    ]);
  });
});

test.each([
  ['cancelled', true],
  ['canceled', true],
  ['not cancelled', false],
  ['cancelled?', false],
  ['', false],
])('the state %j means that it is cancelled: %j', (state, expected) =>
  expect(isCancelled(state)).toBe(expected),
);

test.each([
  ['', 'not given', ''],
  ['Accepted', 'in English', 'accepted'],
  ['Zugesagt', 'in German', 'accepted'],
  ['Sí', 'in Spanish', 'accepted'],
  ['Abgesagt', 'in German', 'canceled'],
  ['Cancelada', 'in Spanish', 'canceled'],
])('translates the state %j (%s) to %j, scheduled or not', (text, _, state) => {
  expect(translateState(text, { isScheduled: false })).toBe(state);
  expect(translateState(` ${text} `, { isScheduled: true })).toBe(state);
});

test.each([
  'Rejected',
  'Eingereicht',
  'Pendiente',
  'No',
  'Draft 2',
  'PROBABLY accept',
  'Accept?',
  'angenommen ?',
])('keeps the refusal %j even if the session has a time', text => {
  const state = text.toLowerCase();
  expect(translateState(text, { isScheduled: true })).toBe(state);
  expect(translateState(text, { isScheduled: false })).toBe(state);
});

test('takes an unknown state for accepted only if the session has a time', () => {
  expect(translateState('Patrocinio', { isScheduled: true })).toBe('accepted');
  expect(translateState('Patrocinio', { isScheduled: false })).toBe('patrocinio');
  expect(translateState('Nobel', { isScheduled: true })).toBe('accepted');
});
