import { describe, expect, it } from 'vitest';
import { importFile } from '../../../src/importers/import-file.ts';
import type { DraftTalk } from '../../../src/programme/joining/draft.ts';
import { counted, hasRealProgrammes, importReal } from '../../support/real-programme.ts';

const ADA = { code: 'ADA', name: 'Ada Lund', biography: 'Keeps storage afloat.\r\nSails.' };
const [START, END] = ['2027-05-11T09:00:00+02:00', '2027-05-11T09:40:00+02:00'];
const CEPH = {
  code: 'CEPH1',
  title: 'Ceph at sea',
  speakers: [ADA],
  submission_type: { en: 'Talk', fr: 'Conférence' },
  track: { fr: 'Stockage' },
  state: 'confirmed',
  abstract: 'How?',
  description: '<p>Why not?</p>',
  duration: 40,
  content_locale: 'en',
  resources: [
    { resource: 'https://example.org/ceph.pptx', description: 'Slides' },
    { resource: '/media/secret', description: 'A path on an unknown host' },
  ],
};
const LEGACY_SLOT = { room_id: 1, room: { en: 'Quay Hall', fr: 'Salle du quai' }, start: START, end: END };
const SLOT = { id: 9, room: { id: 1, name: { en: 'Quay Hall' } }, start: START, end: END, duration: 40 };
const READ: DraftTalk = {
  id: 'CEPH1',
  title: 'Ceph at sea',
  abstract: 'How?\n\nWhy not?',
  speakers: [{ id: 'ADA', name: 'Ada Lund', bio: 'Keeps storage afloat.\nSails.' }],
  track: 'Stockage',
  slots: [],
  line: undefined,
  kind: 'talk',
  status: 'confirmed',
  level: undefined,
  languages: ['en'],
  links: [{ kind: 'slides', url: 'https://example.org/ceph.pptx', title: 'Slides' }],
};
const PLACED = { start: START, end: END, rooms: ['Quay Hall'] };
const ONLY_NUMBERS =
  'Times, rooms or tracks are only numbers here and were left out; ask pretalx for ?expand=slots.room,speakers,track,submission_type.';

function read(value: unknown) {
  return importFile({ path: 'p.json', bytes: Buffer.from(JSON.stringify(value)) });
}

function check(value: unknown, expected: readonly DraftTalk[], problems: readonly string[] = []): void {
  const draft = read(value);
  expect(draft.format).toBe('pretalx-api');
  expect(draft.talks).toEqual(expected);
  expect(draft.problems.map(({ message }) => message)).toEqual(problems);
}

describe("a page of pretalx's API", () => {
  it.each<[string, unknown]>([
    ['a page', { count: 1, next: null, previous: null, results: [CEPH] }],
    ['a list', [CEPH]],
    ['one talk', CEPH],
    ['lists of a copy', { submissions: [CEPH], rooms: [], speakers: [] }],
  ])('is read as %s', (_, value) => check(value, [READ]));

  it.each<[string, object, readonly DraftTalk['slots'][number][]]>([
    ['legacy, not scheduled', { slot: null }, []],
    ['legacy', { slot: LEGACY_SLOT }, [PLACED]],
    ['v1', { slots: [SLOT] }, [PLACED]],
    [
      'v1, in two slots',
      { slots: [SLOT, { ...SLOT, start: END, end: null }] },
      [PLACED, { start: END, end: '2027-05-11T10:20:00+02:00', rooms: ['Quay Hall'] }],
    ],
    [
      'v1, in two rooms at once',
      { slots: [SLOT, { ...SLOT, room: { name: 'Foyer' } }] },
      [{ ...PLACED, rooms: ['Quay Hall', 'Foyer'] }],
    ],
    ['v1, without a room', { slots: [{ ...SLOT, room: null }] }, [{ ...PLACED, rooms: [] }]],
  ])('has slots: %s', (_, given, slots) => check([{ ...CEPH, ...given }], [{ ...READ, slots }]));

  it.each<[string, object, Partial<DraftTalk>]>([
    ['the track as an object', { track: { id: 7, name: { en: 'Storage' } } }, { track: 'Storage' }],
    ['the track as text', { track: 'Storage' }, { track: 'Storage' }],
    ['no track', { track: null }, { track: undefined }],
    ['the title in languages', { title: { fr: 'Ceph en mer', en: 'Ceph at sea' } }, {}],
    [
      'speakers as codes',
      { speakers: ['ADA', 'BOE'] },
      { speakers: ['ADA', 'BOE'].map(id => ({ id, name: '', bio: '' })) },
    ],
    ['nothing but a description', { abstract: null }, { abstract: 'Why not?' }],
    [
      'a description that repeats the abstract',
      { description: 'How? Like this.' },
      { abstract: 'How? Like this.' },
    ],
    ['resources as numbers', { resources: [67] }, { links: [] }],
    [
      'a lunch that nobody hosts',
      { speakers: [], submission_type: 'Lunch' },
      { speakers: [], kind: 'break' },
    ],
    ['a lunch that somebody hosts', { submission_type: 'Lunch' }, {}],
  ])('may have %s', (_, given, expected) => check([{ ...CEPH, ...given }], [{ ...READ, ...expected }]));

  it('names rooms and tracks by number where the copy lists them', () => {
    const rooms = [{ id: 1, name: { en: 'Quay Hall' } }];
    const talk = { ...CEPH, track: 7, slots: [{ ...SLOT, room: 1 }] };
    check({ talks: [talk], rooms, tracks: [{ id: 7, name: 'Storage' }] }, [
      { ...READ, track: 'Storage', slots: [PLACED] },
    ]);
  });

  it.each([{ slots: [9] }, { track: 7 }, { slots: [{ ...SLOT, room: 1 }] }])(
    'says what to ask for where it has only numbers: %j',
    given => {
      expect(read([{ ...CEPH, ...given }]).problems.map(({ message }) => message)).toEqual([ONLY_NUMBERS]);
    },
  );

  it('takes who was accepted, and who was on the schedule and cancelled', () => {
    const inState = (code: string, state: string, slot: unknown = null) => ({ ...CEPH, code, state, slot });
    check(
      {
        results: [
          inState('A', 'accepted'),
          inState('B', 'submitted'),
          inState('C', 'rejected', LEGACY_SLOT),
          inState('D', 'canceled', LEGACY_SLOT),
          inState('E', 'canceled'),
        ],
      },
      [
        { ...READ, id: 'A' },
        { ...READ, id: 'D', slots: [PLACED], status: 'cancelled' },
      ],
      ['Left out because not accepted: 1 submitted, 1 rejected, 1 canceled.'],
    );
  });

  it('is a schedule whose slots hold the talks and the breaks', () => {
    const { slots, ...schedule } = { version: '1', slots: [{ ...SLOT, submission: CEPH }] };
    const coffee = { ...SLOT, id: 10, submission: null, description: { en: 'Coffee' } };
    const pause = {
      ...READ,
      id: '10',
      title: 'Coffee',
      abstract: '',
      speakers: [],
      track: undefined,
      kind: 'break',
      languages: [],
      links: [],
    } as const;
    const later = { ...SLOT, id: 11, submission: CEPH, start: END, end: null };
    check({ ...schedule, slots: [...slots, coffee, { ...coffee, id: 12, room: { name: 'Foyer' } }, later] }, [
      { ...READ, slots: [PLACED, { start: END, end: '2027-05-11T10:20:00+02:00', rooms: ['Quay Hall'] }] },
      { ...pause, slots: [{ ...PLACED, rooms: ['Quay Hall'] }] },
      { ...pause, id: '12', slots: [{ ...PLACED, rooms: ['Foyer'] }] },
    ]);
  });

  it("is a site's copy by day, minute and room, and says what stands beside it", () => {
    const schedule = { '2027-05-11': { '540': { '1': { ...CEPH, slot: LEGACY_SLOT } }, '600': {} } };
    const sprints = { '2027-05-10': { '540': { '1': { ...CEPH, code: 'SPRINT' } } } };
    check(
      { schedule, sprints, rooms: [], speakers: { ADA } },
      [{ ...READ, slots: [PLACED] }],
      ['Left out beside the schedule: sprints.'],
    );
  });

  it.each<[string, unknown]>([
    ['a page', { results: [ADA] }],
    ['a list', [{ ...ADA, avatar: null, submissions: ['CEPH1'] }]],
  ])('of speakers tells of people: %s', (_, value) => {
    const { talks, people } = read(value);
    expect({ talks, people }).toEqual({ talks: [], people: READ.speakers });
  });

  it('never takes what is private', () => {
    const secret = {
      email: 'ada@example.net',
      answers: [{ question: 'Phone', answer: '+49 170 1234567' }],
      notes: 'a veil',
      internal_notes: 'a veil',
      availabilities: [{ start: START }],
    };
    const draft = read([{ ...CEPH, ...secret, speakers: [{ ...ADA, ...secret }] }]);
    expect(draft.talks).toEqual([READ]);
    expect(JSON.stringify([draft, read([{ ...ADA, ...secret }])])).not.toMatch(/example\.net|1234567|veil/);
  });

  it('bears names that mean something to objects', () => {
    const text = JSON.stringify([CEPH]).replace('{', '{"__proto__":{"title":"Bad"},"constructor":1,');
    expect(importFile({ path: 'p.json', bytes: Buffer.from(text) }).talks).toEqual([READ]);
  });

  it.skipIf(!hasRealProgrammes).each([
    ['pyconfr-2024-legacy-slot', { talks: 68, speakers: 72, days: 2, people: 72 }, 1],
    ['pyconfr-2025-v1-slots', { talks: 75, speakers: 81, days: 2, people: 81 }, 1],
    ['europython-example-submissions', { talks: 2, speakers: 3, days: 0, people: 0 }, 0],
    ['europython-example-speakers', { talks: 0, speakers: 0, days: 0, people: 1 }, 0],
  ])('of a real conference is read whole: %s', (name, expected, besides) => {
    const problems = ['Left out beside the schedule: sprints, extra.'].slice(0, besides);
    expect(counted(importReal(`pretalx-api/${name}.json`))).toEqual({
      format: 'pretalx-api',
      breaks: 0,
      problems,
      ...expected,
    });
  });

  it.skipIf(!hasRealProgrammes)("of a widget's speakers is read whole", () => {
    const { people, problems } = importReal('pretalx-widget/devopsdays-lima-2026-speakers.json');
    expect(people?.length).toBe(91);
    expect(new Set(problems.map(({ message }) => message))).toEqual(
      new Set(['The bio says only "-"; the speaker is listed without it.']),
    );
  });
});
