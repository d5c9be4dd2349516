import { describe, expect, it } from 'vitest';
import { importFile } from '../../../src/importers/import-file.ts';
import type { DraftTalk } from '../../../src/programme/joining/draft.ts';
import { counted, hasRealProgrammes, importReal } from '../../support/real-programme.ts';

const WIDGET = {
  version: '0.3',
  timezone: 'America/Lima',
  event_start: '2027-05-11',
  event_end: '2027-05-12',
  tracks: [{ id: 7, name: { es: 'Puertos', en: 'Ports' } }],
  rooms: [
    { id: 1, name: { en: 'Quay Hall' } },
    { id: 2, name: 'Foyer' },
  ],
  speakers: [{ code: 'ADA', name: 'Ada Lund', avatar: 'https://example.org/ada.png' }],
};
const CEPH = {
  code: 'CEPH1',
  id: 31,
  title: 'Ceph at sea',
  abstract: 'How?\r\n\r\n* Ships',
  speakers: ['ADA'],
  track: 7,
  start: '2027-05-11T09:00:00-05:00',
  end: '2027-05-11T09:40:00-05:00',
  room: 1,
  duration: 40,
  content_locale: 'de-formal',
};
const LUNCH = {
  id: 42,
  title: { en: 'Lunch', es: 'Almuerzo' },
  start: '2027-05-11T17:00:00Z',
  end: '2027-05-11T13:00:00-05:00',
  room: 2,
  slot_type: 'break',
};
const READ: DraftTalk = {
  id: 'CEPH1',
  title: 'Ceph at sea',
  abstract: 'How?\n\n* Ships',
  speakers: [{ id: 'ADA', name: 'Ada Lund', bio: '' }],
  track: 'Ports',
  slots: [{ start: CEPH.start, end: CEPH.end, rooms: ['Quay Hall'] }],
  line: undefined,
  kind: 'talk',
  status: 'confirmed',
  level: undefined,
  languages: ['de'],
  links: [],
};

function read(talks: readonly unknown[], more: object = {}) {
  return importFile({ path: 'w.json', bytes: Buffer.from(JSON.stringify({ ...WIDGET, ...more, talks })) });
}

function check(
  talks: readonly unknown[],
  expected: readonly DraftTalk[],
  problems: readonly string[] = [],
): void {
  const draft = read(talks);
  expect(draft.talks).toEqual(expected);
  expect(draft.problems.map(({ message }) => message)).toEqual(problems);
}

describe("the JSON of pretalx's widget", () => {
  it('gives talks with their speakers, track, room and language, and the zone', () => {
    check([CEPH], [READ]);
    expect(read([CEPH])).toMatchObject({ format: 'pretalx-widget', timeZone: 'America/Lima' });
  });

  it('has a break once for each room that pauses', () => {
    const { speakers, abstract, track, languages, ...plain } = READ;
    const lunch = (id: string, room: string) => ({
      ...plain,
      id,
      title: 'Lunch',
      abstract: '',
      speakers: [],
      track: undefined,
      languages: [],
      kind: 'break' as const,
      slots: [{ start: LUNCH.start, end: LUNCH.end, rooms: [room] }],
    });
    check([LUNCH, { ...LUNCH, id: 41, room: 1 }], [lunch('42', 'Foyer'), lunch('41', 'Quay Hall')]);
  });

  it('has a talk once for each of its slots: it is one talk', () => {
    const again = { ...CEPH, id: 32, start: '2027-05-12T09:00:00-05:00', end: '', room: 2 };
    check(
      [CEPH, again],
      [
        {
          ...READ,
          slots: [...READ.slots, { start: again.start, end: '2027-05-12T09:40:00-05:00', rooms: ['Foyer'] }],
        },
      ],
    );
  });

  it('never makes one talk of two that have the same title', () => {
    check([CEPH, { ...CEPH, code: 'CEPH2' }], [READ, { ...READ, id: 'CEPH2' }]);
  });

  it.each<[string, object, Partial<DraftTalk>, readonly string[]]>([
    [
      'without a track or a room',
      { track: null, room: null },
      { track: undefined, slots: [{ start: CEPH.start, end: CEPH.end, rooms: [] }] },
      [],
    ],
    ['with a dash for an abstract', { abstract: '-' }, { abstract: '' }, []],
    ['without a time', { start: null, end: null }, { slots: [] }, []],
    [
      'at no time that is one',
      { start: 'soon' },
      { slots: [] },
      ['"soon" is not a date and time; the talk is listed without a time.'],
    ],
    [
      'that would last for days',
      { end: '2027-05-19T09:40:00-05:00' },
      { slots: [{ start: CEPH.start, end: undefined, rooms: ['Quay Hall'] }] },
      ['It would last longer than 24 hours; it is listed without its end.'],
    ],
    ['by who is only a code', { speakers: ['BOE'] }, { speakers: [{ id: 'BOE', name: '', bio: '' }] }, []],
    ['cancelled in its title', { title: '[CANCELED] Ceph at sea' }, { status: 'cancelled' }, []],
    ['cancelled by its state', { state: 'canceled' }, { status: 'cancelled' }, []],
  ])('keeps a talk %s', (_, given, expected, problems) => {
    check([{ ...CEPH, ...given }], [{ ...READ, ...expected }], problems);
  });

  it('leaves out what is not accepted, and says how much', () => {
    check(
      [CEPH, { ...CEPH, code: 'X', state: 'rejected' }, { ...CEPH, code: 'Y', state: 'withdrawn' }],
      [READ],
      ['Left out because not accepted: 1 rejected, 1 withdrawn.'],
    );
  });

  it('keeps the talks beside an entry that is none', () => {
    check(
      [null, { ...CEPH, title: {} }, CEPH],
      [READ],
      ['Entry 1 is not a valid session; it was left out.', 'The entry has no title; it was left out.'],
    );
  });

  it('may name a zone that there is not', () => {
    const { timeZone, problems } = read([CEPH], { timezone: 'Lima time' });
    expect({ timeZone, problems: problems.map(({ message }) => message) }).toEqual({
      timeZone: undefined,
      problems: ['"Lima time" is not a time zone such as Europe/Madrid; it was ignored.'],
    });
  });

  it('never takes what is private', () => {
    const secret = {
      email: 'ada@example.org',
      answers: [{ answer: '+49 170 1234567' }],
      internal_notes: 'late',
    };
    const draft = read([{ ...CEPH, ...secret }], { speakers: [{ ...WIDGET.speakers[0], ...secret }] });
    expect(draft.talks).toEqual([READ]);
    expect(JSON.stringify(draft)).not.toMatch(/example\.org|1234567|late/);
  });

  it.skipIf(!hasRealProgrammes)('of a real conference is read whole', () => {
    expect(counted(importReal('pretalx-widget/devopsdays-lima-2026.json'))).toEqual({
      format: 'pretalx-widget',
      talks: 96,
      breaks: 16,
      speakers: 91,
      days: 2,
      people: 0,
      problems: [],
    });
  });
});
