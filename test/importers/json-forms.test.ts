import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../src/importers/import-file.ts';
import { buildProgramme } from '../../src/programme/joining/build.ts';
import { cases } from '../support/cases.ts';
import { conference } from '../support/conference.ts';
import { hostileText } from '../support/hostile.ts';
import { ALL, IN_ALL, NAMED } from '../support/sessionize.ts';

const [START, END] = ['2027-05-11T09:00:00Z', '2027-05-11T09:40:00Z'];
const SUBMISSION = {
  code: 'A',
  title: { en: 'Ceph' },
  state: 'confirmed',
  speakers: [{ code: 'ADA', name: 'Ada Lund', biography: 'Sails.' }],
  slots: [{ id: 1, room: { id: 1, name: { en: 'Quay' } }, start: START, end: END }],
  resources: [{ resource: 'https://example.org', description: 'Slides' }],
};
const EVENT = { code: 'A', title: 'Ceph', rooms: ['Quay'], speakers: ['ADA'], start: START, duration: 40 };

/** A file of each form that is JSON. */
const FORMS: Readonly<Record<string, unknown>> = {
  'pretalx-widget': {
    event_start: '2027-05-11',
    timezone: 'UTC',
    talks: [{ code: 'A', title: 'Ceph', speakers: ['ADA'], start: START, end: END, room: 1 }],
    tracks: [],
    rooms: [{ id: 1, name: 'Quay' }],
    speakers: [{ code: 'ADA', name: 'Ada Lund' }],
  },
  'pretalx-api': { results: [SUBMISSION, SUBMISSION] },
  europython: { days: { '2027-05-11': { events: [EVENT, EVENT] } } },
  'sessionize-all': { ...ALL, sessions: [IN_ALL] },
  'sessionize-sessions': [{ groupId: null, groupName: 'All', sessions: [NAMED] }],
  'sessionize-grid': [
    { date: START, isDefault: true, rooms: [{ name: 'Quay', sessions: [NAMED] }], timeSlots: [] },
  ],
  indico: {
    _type: 'HTTPAPIResult',
    url: 'https://example.org/',
    results: [
      {
        title: 'Harbour',
        timezone: 'Europe/Madrid',
        contributions: [
          {
            id: '1',
            title: 'Ceph',
            startDate: { date: '2027-05-11', time: '09:00:00', tz: 'Europe/Madrid' },
            endDate: { date: '2027-05-11', time: '09:40:00', tz: 'Europe/Madrid' },
            speakers: [{ first_name: 'Ada', last_name: 'Lund' }],
          },
        ],
      },
    ],
  },
  'lectern-json': {
    talks: [
      {
        id: 't1',
        title: 'Ceph',
        speakerIds: ['ADA'],
        room: 'r1',
        start: START,
        end: END,
        papers: [{ title: 'Tape' }],
      },
    ],
    speakers: [{ id: 'ADA', name: 'Ada Lund', bio: 'Sails.' }],
    rooms: { r1: 'Quay' },
  },
  'sessionize-speakers': [{ id: 'x', fullName: 'Ada Lund', tagLine: 'Captain', bio: 'Sails.' }],
};

/** The same value with something else, anywhere in it. */
function damaged(
  value: unknown,
  { path, by }: { readonly path: readonly number[]; readonly by: unknown },
): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) return by;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(1, keys.length)];
  const copy: Record<string, unknown> = { ...value };
  if (key !== undefined) copy[key] = damaged(copy[key], { path: rest, by });
  return Array.isArray(value) ? Object.values(copy) : copy;
}

const damage = fc.record({
  path: fc.array(fc.nat(20), { minLength: 1, maxLength: 6 }),
  by: fc.oneof(
    fc.jsonValue(),
    hostileText,
    fc.constantFrom(START, 'ada@example.org', 1e308, '2027-02-30', 'https://example.org', '__proto__'),
  ),
});

describe.each(Object.entries(FORMS))('%s', (format, value) => {
  const read = (given: unknown) => importFile({ path: 'a.json', bytes: Buffer.from(JSON.stringify(given)) });

  it('is told by what it is', () => {
    expect(read(value)).toMatchObject({ format, problems: [] });
  });

  it('is read however it is damaged', () => {
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), damages => {
        const draft = read(damages.reduce(damaged, value));
        for (const { title, speakers, slots } of draft.talks) {
          expect(title).not.toBe('');
          for (const { id, name } of speakers) expect(id ?? name).not.toBe('');
          for (const { start } of slots) expect(Date.parse(start)).not.toBeNaN();
        }
        for (const { message } of draft.problems) expect(message).toMatch(/^["A-Z].*\.$/s);
        const { programme, problems } = buildProgramme(conference(), [draft]);
        expect(JSON.stringify([programme, problems, draft])).not.toContain('ada@example.org');
      }),
      { numRuns: cases(200) },
    );
  });
});

describe('however large a file is, it is cut, and that is said', () => {
  const times = (count: number, one: unknown) => Array.from({ length: count }, () => one);
  it.each<[string, unknown, number, string]>([
    [
      'times',
      [{ ...SUBMISSION, slots: times(20_000, SUBMISSION.slots[0]) }],
      1,
      'It has more than 200 times; the others were left out.',
    ],
    [
      'speakers',
      [{ ...SUBMISSION, speakers: times(20_000, 'ADA') }],
      1,
      'It has more than 200 speakers; the others were left out.',
    ],
    [
      'links',
      [{ ...SUBMISSION, resources: times(20_000, SUBMISSION.resources[0]) }],
      1,
      'It has more than 200 links; the others were left out.',
    ],
    [
      'letters',
      [{ ...SUBMISSION, description: 'x'.repeat(1_000_000) }],
      1,
      'The abstract is longer than 20,000 characters; the rest was left out.',
    ],
  ])('%s', (_, value, talks, problem) => {
    const draft = importFile({ path: 'a.json', bytes: Buffer.from(JSON.stringify(value)) });
    expect(draft.talks.length).toBe(talks);
    expect(draft.problems.map(({ message }) => message)).toEqual([problem]);
  });
});
