import { describe, expect, it } from 'vitest';
import type { DraftTalk } from '../../../src/programme/joining/draft.ts';
import { ADA, ALL, check, IN_ALL, READ, read, SECRET } from '../../support/sessionize.ts';

function all(given: object, more: object = {}) {
  return { ...ALL, ...more, sessions: [{ ...IN_ALL, ...given }] };
}

describe("Sessionize's view All", () => {
  it.each<[string, object, Partial<DraftTalk>]>([
    ['', {}, {}],
    ['whose id is a number', { id: 31 }, {}],
    ['without a description', { description: null }, { abstract: '' }],
    ['that is not scheduled', { startsAt: null, endsAt: null, roomId: null }, { slots: [] }],
    [
      'in UTC',
      { startsAt: '2027-05-11T09:00:00Z', endsAt: '2027-05-11T09:40:00Z' },
      { slots: [{ start: '2027-05-11T09:00:00Z', end: '2027-05-11T09:40:00Z', rooms: ['Quay Hall (33)'] }] },
    ],
    ['without categories', { categoryItems: [] }, { track: undefined, level: undefined, languages: [] }],
    ['that its speaker has not confirmed', { isConfirmed: false, isInformed: false }, {}],
    ['without a status', { status: null }, {}],
    [
      'with a recording and a stream',
      { recordingUrl: 'https://example.org/v', liveUrl: 'https://example.org/l' },
      {
        links: [
          { kind: 'video', url: 'https://example.org/v', title: 'Recording' },
          { kind: 'video', url: 'https://example.org/l', title: 'Live stream' },
        ],
      },
    ],
    ['by someone unlisted', { speakers: ['guid-bo'] }, { speakers: [{ id: 'guid-bo', name: '', bio: '' }] }],
    ['cancelled in its title', { title: 'CANCELLED: Ceph at sea' }, { status: 'cancelled' }],
    ['that is cancelled', { status: 'Canceled' }, { status: 'cancelled' }],
    ['for all that somebody gives', { isServiceSession: true }, {}],
    [
      'for lunch',
      { title: 'Lunch', isServiceSession: true, speakers: [] },
      { title: 'Lunch', kind: 'break', speakers: [] },
    ],
    [
      'for a draw',
      { title: 'Prize draw', isServiceSession: true, speakers: [] },
      { title: 'Prize draw', kind: 'service', speakers: [] },
    ],
    ['with private answers', SECRET, {}],
  ])('has a session %s', (_, given, expected) =>
    check(all(given), 'sessionize-all', [{ ...READ, ...expected }]),
  );

  it.each<[string, object, object]>([
    ['the bio and the tag line', {}, { bio: 'Sails.\nWrites.', affiliation: 'Captain' }],
    ['the tag line alone', { bio: null }, { bio: '', affiliation: 'Captain' }],
    ['nothing where there is neither', { bio: null, tagLine: '' }, { bio: '' }],
    [
      'no addresses',
      { bio: 'Sails. ada@example.net', tagLine: 'Captain, ada@example.net' },
      { bio: 'Sails. [e-mail address removed]', affiliation: 'Captain' },
    ],
  ])('has speakers, of whom it tells %s', (_, given, told) => {
    const speakers = [{ ...ADA, fullName: '', ...given, ...SECRET }];
    expect(read(all({}, { speakers })).talks).toEqual([
      { ...READ, speakers: [{ id: 'guid-ada', name: 'Ada Lund', ...told }] },
    ]);
  });

  it('leaves out what is not accepted, and says how much', () => {
    const sessions = ['Accepted', 'Declined', 'Waitlisted', 'Declined'].map((status, i) => ({
      ...IN_ALL,
      id: `3${i + 1}`,
      status,
    }));
    check(
      { ...ALL, sessions },
      'sessionize-all',
      [READ],
      ['Left out because not accepted: 2 declined, 1 waitlisted.'],
    );
  });

  it('keeps the sessions beside what is none, and says so', () => {
    check(
      { ...ALL, sessions: [7, { ...IN_ALL, title: ' ' }, IN_ALL] },
      'sessionize-all',
      [READ],
      ['Entry 1 is not a valid session; it was left out.', 'The entry has no title; it was left out.'],
    );
  });
});
