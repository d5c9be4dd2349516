import { describe, expect, test } from 'vitest';
import { answer } from '../../../src/conversation/answer.ts';
import type { Reader } from '../../../src/conversation/context.ts';
import { conferenceKey } from '../../../src/programme/conference.ts';
import { answeringFor } from '../../support/answering.ts';
import { talk } from '../../support/conference.ts';
import { hour, lighthouseDays, session } from '../../support/lighthouse-days.ts';
import { loadedWith } from '../../support/loaded.ts';

const programme = lighthouseDays([
  session('Lamps', '2027-05-11', '09:00', { track: 'Light' }),
  session('Lenses', '2027-05-11', '09:00', { slots: [hour('2027-05-11', '09:00', 'Net Loft')] }),
  session('Fog', '2027-05-11', '11:00'),
  session('Foghorns', '2027-05-11', '15:00'),
  session('Keepers', '2027-05-12', '09:00', { track: 'Light' }),
  session('Mine clearance at sea', '2027-05-12', '10:00'),
  talk({ id: 'loose', title: 'Loose lamps', speakers: [], slots: [] }),
]);
const loaded = loadedWith(programme);
const STARRED = ['lamps', 'lenses', 'foghorns', 'loose'];

function ask(typed: string, ids: readonly string[] = STARRED, stars?: Reader['stars']) {
  const known = stars ?? new Map([[conferenceKey(programme.conference), new Set(ids)]]);
  const answered = answer(typed, answeringFor(loaded, { stars: known, place: 'apart' }));
  if (answered.kind !== 'mine') return answered.kind;
  const { title, notes, mine, wider } = answered;
  return {
    title,
    notes,
    groups: mine?.groups.map(({ heading, sessions }) => [
      heading,
      ...sessions.map(({ session: each }) => each.talk.title),
    ]),
    unscheduled: mine?.unscheduled.map(each => each.title),
    wider: wider.map(({ label, query }) => `${label}: ${query}`),
  };
}

const ALL = 'All my talks (4): mine';

test.each([
  ['mine type:workshop', 'workshop'],
  ['mine track:light -lamps', 'track:light -lamps'],
])('%s: where none of them fits, the answer says which there are', (typed, said) => {
  expect(ask(typed)).toMatchObject({
    notes: [`None of your talks matches “${said}”. You have “Lamps”, “Lenses”, “Foghorns” and 1 more.`],
    groups: [],
  });
});

test('all of them, those without a time last', () => {
  expect(ask('mine')).toEqual({
    title: 'My talks',
    notes: [],
    groups: [['', 'Lamps', 'Lenses', 'Foghorns']],
    unscheduled: ['Loose lamps'],
    wider: [],
  });
});

test('of a part of a day, a track or a topic only those', () => {
  expect(ask('mine tuesday afternoon')).toEqual({
    title: 'My talks, Tue 11 May, 12:00–18:00',
    notes: [],
    groups: [['', 'Foghorns']],
    unscheduled: [],
    wider: [ALL, 'In all talks (1): 2027-05-11 12:00-18:00'],
  });
  expect(ask('mine track:light')).toEqual({
    title: 'My talks, Light',
    notes: [],
    groups: [['', 'Lamps']],
    unscheduled: [],
    wider: [ALL, 'In all talks (2): track:light'],
  });
  expect(ask('my talks about lamps')).toEqual({
    title: 'My talks, lamps',
    notes: [],
    groups: [['', 'Lamps']],
    unscheduled: ['Loose lamps'],
    wider: [ALL, 'In all talks (2): lamps'],
  });
});

test('now: those that run, and the next', () => {
  expect(ask('mine now')).toMatchObject({
    title: 'My talks, now',
    groups: [
      ['Running', 'Lamps', 'Lenses'],
      ['Next', 'Foghorns'],
    ],
  });
});

describe('if none is left', () => {
  test('says so, and shows those before and after', () => {
    expect(ask('mine tuesday 10:00-14:00')).toMatchObject({
      notes: ['Nothing of yours begins then.'],
      groups: [
        ['Last before', 'Lamps', 'Lenses'],
        ['First after', 'Foghorns'],
      ],
    });
    expect(ask('mine wednesday 9:00', ['lamps'])).toMatchObject({
      notes: ['Nothing of yours runs then. Nothing else of yours is scheduled.'],
      groups: [['Last before', 'Lamps']],
    });
  });

  test('names those there are, and leads to the talks of others', () => {
    expect(ask('mine keepers')).toEqual({
      title: 'My talks, keepers',
      notes: ['None of your talks matches “keepers”. You have “Lamps”, “Lenses”, “Foghorns” and 1 more.'],
      groups: [],
      unscheduled: [],
      wider: [ALL, 'In all talks (1): keepers'],
    });
    expect(ask('mine lamps quux')).toMatchObject({ groups: [], unscheduled: [] });
  });

  test('is a search if a talk of all of these words is called so', () => {
    expect(ask('mine clearance')).toBe('results');
  });
});

test('those that overlap, or that none does', () => {
  expect(ask('which of my talks clash')).toMatchObject({
    title: 'My talks that overlap',
    groups: [['', 'Lamps', 'Lenses']],
    wider: [ALL],
  });
  expect(ask('clashes', ['lamps', 'fog'])).toMatchObject({
    notes: ['None of your talks overlap.'],
    groups: [],
  });
});

test('talks of others that are at the time of none', () => {
  expect(ask('what can I see on tuesday that fits my talks')).toEqual({
    title: 'Talks that fit around mine, Tue 11 May',
    notes: [],
    groups: [['', 'Fog']],
    unscheduled: [],
    wider: [ALL, 'In all talks (4): 2027-05-11'],
  });
  expect(ask('beside my talks 2027-05-11', [])).toMatchObject({
    notes: ['You have no talks yet, so all of them fit.'],
    groups: [['', 'Lamps', 'Lenses', 'Fog', 'Foghorns']],
  });
});

test('without stars, and where nobody knows them', () => {
  expect(ask('mine tomorrow', [])).toMatchObject({ notes: [], groups: [] });
  expect(ask('mine', [], 'unavailable')).toMatchObject({ groups: undefined });
});
