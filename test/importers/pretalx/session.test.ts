import { describe, expect, it } from 'vitest';
import {
  hasOnlyNumbers,
  Person,
  PretalxSession,
  slotsOf,
  toRawPerson,
  toRawTalk,
} from '../../../src/importers/pretalx/session.ts';
import type { ReadPerson } from '../../../src/importers/reading/people.ts';

const NAMES = { rooms: new Map([['1', 'Quay Hall']]), tracks: new Map([['7', 'Storage']]) };
const readPerson: ReadPerson = ({ id, name, bio }, item) => [{ id, name: `${name} of ${item}`, bio }];
const parse = (value: object) => PretalxSession.parse({ code: 'CEPH1', title: 'Ceph', ...value });
const [START, END] = ['2027-05-11T09:00:00Z', '2027-05-11T09:40:00Z'];

describe('a session', () => {
  it('is a talk with all that a page gives', () =>
    expect(
      toRawTalk(
        parse({
          title: { de: 'Ceph auf See', en: 'Ceph at sea' },
          abstract: 'How.',
          description: 'Why.',
          state: 'confirmed',
          submission_type: 'Talk',
          track: { en: 'Storage' },
          content_locale: 'en',
          duration: 30,
          speakers: [{ code: 'ADA', name: 'Ada Lund', biography: null, email: 'ada@example.org' }, 'BO'],
          resources: [{ resource: '', link: 'https://example.org/s', description: 'Slides' }],
          slots: [{ start: START, end: END, room: 1 }],
          internal_notes: 'secret',
        }),
        NAMES,
        readPerson,
      ),
    ).toEqual({
      id: 'CEPH1',
      title: 'Ceph at sea',
      texts: ['How.', 'Why.'],
      speakers: [
        { id: 'ADA', name: 'Ada Lund of Ceph at sea', bio: '' },
        { id: 'BO', name: ' of Ceph at sea', bio: '' },
      ],
      track: 'Storage',
      type: '',
      kind: undefined,
      languages: 'en',
      links: [{ url: 'https://example.org/s', title: 'Slides' }],
      isCancelled: false,
      slots: [
        {
          start: START,
          end: END,
          duration: undefined,
          minutes: 30,
          room: { id: '1', name: '' },
          rooms: ['Quay Hall'],
        },
      ],
    }));

  it.each<[string, object, object]>([
    ['the number of a break for an id', { code: '', id: 9 }, { id: '9', kind: 'break' }],
    ['a type if nobody speaks', { submission_type: { name: { en: 'Lunch' } } }, { type: 'Lunch' }],
    ['no type if somebody speaks', { submission_type: 'Lunch', speakers: ['ADA'] }, { type: '' }],
    ['a track by number', { track: 7 }, { track: 'Storage' }],
    ['no track by an unknown number', { track: 8 }, { track: '' }],
    ['a track by name, number or not', { track: { id: 8, name: 'Storage' } }, { track: 'Storage' }],
    ['the state "canceled"', { state: 'canceled' }, { isCancelled: true }],
  ])('has %s', (_, value, expected) =>
    expect(toRawTalk(parse(value), NAMES, readPerson)).toMatchObject(expected),
  );

  it('has slots of both versions of the API', () => {
    const slot = (room: string) => ({ start: START, end: END, room });
    const rooms = (value: object) => slotsOf(parse(value)).map(({ room }) => room.name);
    expect(rooms({ slot: slot('Quay Hall') })).toEqual(['Quay Hall']);
    expect(rooms({ slot: null, slots: [slot('Pier'), 9, slot('Mole')] })).toEqual(['Pier', 'Mole']);
    expect(rooms({ slot: slot('Quay Hall'), slots: [slot('Pier')] })).toEqual(['Quay Hall', 'Pier']);
    expect(rooms({})).toEqual([]);
  });

  it.each<[boolean, object]>([
    [true, { slots: [9] }],
    [true, { track: 8 }],
    [true, { slot: { start: START, end: END, room: 2 } }],
    [false, { track: 7, slots: [{ start: START, end: END, room: 1 }] }],
    [false, { track: 'Storage', slots: [{ start: START, end: END, room: 'Pier' }] }],
    [false, {}],
  ])('has only numbers for something (%j): %j', (expected, value) =>
    expect(hasOnlyNumbers(parse(value), NAMES)).toBe(expected),
  );
});

it.each([
  ['ADA', { id: 'ADA', name: '', bio: '' }],
  [
    { code: 'ADA', name: 'Ada Lund', biography: { en: 'Sails.' } },
    { id: 'ADA', name: 'Ada Lund', bio: 'Sails.' },
  ],
  [
    { code: null, name: 'Ada Lund' },
    { id: '', name: 'Ada Lund', bio: '' },
  ],
])('the person %j is read as %j', (value, expected) =>
  expect(toRawPerson(Person.parse(value))).toEqual(expected),
);
