import { describe, expect, it } from 'vitest';
import {
  type RecordDefaults,
  readName,
  readPerson,
  toTalkRow,
} from '../../../src/importers/records/record-rows.ts';
import { findColumns } from '../../../src/importers/rows/columns/columns.ts';
import { CSV_COLUMNS } from '../../../src/importers/rows/mapping.ts';

/** The cells of a record that are not empty, and its speakers. */
function read(record: Readonly<Record<string, unknown>>, defaults?: RecordDefaults) {
  const row = toTalkRow(record, findColumns(Object.keys(record)), defaults);
  const cells = CSV_COLUMNS.map(column => [column, row.cell(column)]).filter(([, cell]) => cell !== '');
  return { cells: Object.fromEntries(cells), speakers: row.speakers };
}

describe('a record', () => {
  it('has the cells that its fields name, in any language', () =>
    expect(read({ Titel: 'Ceph', Raum: ['Quay', 'Pier'], Niveau: 2, recorded: true }).cells).toEqual({
      title: 'Ceph',
      room: 'Quay\nPier',
      level: '2',
    }));

  it('has defaults for id, text, day and room', () => {
    const defaults = { id: 'ceph', body: 'How.', date: '2027-05-11', room: 'Pier' };
    const filled = { id: 'ceph', description: 'How.', date: '2027-05-11', room: 'Pier', title: 'Ceph' };
    expect(read({ title: 'Ceph' }, defaults).cells).toEqual(filled);
    expect(read({ title: 'Ceph', room: 'Quay', id: 7 }, defaults).cells).toEqual({
      ...filled,
      room: 'Quay',
      id: '7',
    });
    expect(read({ title: 'Ceph', room: null, id: '~' }, defaults).cells).toEqual(filled);
  });

  it.each([
    ['G16QwwJY4Vs', 'https://youtu.be/G16QwwJY4Vs'],
    ['https://example.org/v', 'https://example.org/v'],
    ['G16QwwJY4Vsx', 'G16QwwJY4Vsx'],
  ])('has the video %j at %j', (youtubeId, video) =>
    expect(read({ title: 'Ceph', youtubeId }).cells).toEqual({ title: 'Ceph', video }),
  );
});

describe('the speakers of a record', () => {
  const slug = (id: string) => ({ id, name: '', bio: '' });
  it.each<[unknown, unknown]>([
    ['Ada Lund, Bo Ek', undefined],
    ['ada', undefined],
    ['ada-lund', [slug('ada-lund')]],
    ['17', [slug('17')]],
    [17, [slug('17')]],
    [
      ['Ada Lund', ' ', 'bo-ek', 7],
      [{ name: 'Ada Lund', bio: '' }, slug('bo-ek'), slug('7')],
    ],
    [
      { name: 'Ada Lund', bio: 'Sails.', email: 'ada@example.org' },
      [{ id: undefined, name: 'Ada Lund', bio: 'Sails.' }],
    ],
    [[{ slug: 'ada', title: 'Ada Lund' }], [{ id: 'ada', name: 'Ada Lund', bio: '' }]],
    [null, undefined],
    [[], []],
  ])('%j are %j', (speakers, expected) =>
    expect(read({ title: 'Ceph', speakers }).speakers).toEqual(expected),
  );

  it('are slugs under a field of slugs', () => {
    expect(read({ title: 'Ceph', speaker_slugs: ['ada', 'bo'] }).speakers).toEqual([slug('ada'), slug('bo')]);
    expect(read({ title: 'Ceph', speaker_slugs: 'ada' }).speakers).toEqual([slug('ada')]);
    expect(read({ title: 'Ceph', speaker_slugs: '' }).speakers).toBeUndefined();
  });

  it('have the bio of the record if there is only one', () => {
    expect(read({ title: 'Ceph', speakers: ['Ada Lund'], bio: 'Sails.' }).speakers).toEqual([
      { name: 'Ada Lund', bio: 'Sails.' },
    ]);
    expect(read({ title: 'Ceph', speakers: ['Ada Lund', 'Bo Ek'], bio: 'Sails.' }).speakers).toEqual([
      { name: 'Ada Lund', bio: '' },
      { name: 'Bo Ek', bio: '' },
    ]);
  });

  it('are 200 at most', () =>
    expect(
      read({ title: 'Ceph', speakers: Array.from({ length: 201 }, () => 'Ada Lund') }).speakers,
    ).toHaveLength(200));
});

describe('a person', () => {
  it.each([
    [
      { id: 7, slug: 'ada', 'Full Name': 'Ada Lund', biography: 'Sails.', phone: '030 123' },
      { id: '7', name: 'Ada Lund', bio: 'Sails.' },
    ],
    [
      { first_name: 'Ada', last_name: 'Lund', about: 'Sails.' },
      { id: undefined, name: 'Ada Lund', bio: 'Sails.' },
    ],
    [
      { code: 'A1', title: 'Ada Lund', description: 'Sails.' },
      { id: 'A1', name: 'Ada Lund', bio: 'Sails.' },
    ],
    [
      { name: '', publicName: 'Ada', surname: 'Lund' },
      { id: undefined, name: 'Lund', bio: '' },
    ],
    [{}, { id: undefined, name: '', bio: '' }],
  ])('%j is read as %j', (entry, person) => expect(readPerson(entry)).toEqual(person));

  it('has a name of its own only, not a title', () => {
    expect(readName({ title: 'Captain' })).toBe('');
    expect(readName({ lastname: 'Lund' })).toBe('Lund');
    expect(readName({ public_name: 'Ada L.', first_name: 'Ada' })).toBe('Ada L.');
  });
});

it.each([
  [{ name: 'Ada Lund', title: 'Captain', company: 'Pier AG' }, 'Ada Lund', 'Captain, Pier AG'],
  [{ name: 'Ada Lund', role: 'Captain' }, 'Ada Lund', 'Captain'],
  [{ name: 'Ada Lund', role: 'Moderator', title: 'Dr.' }, 'Ada Lund', undefined],
  [{ given: 'Ada', family: 'Lund', affiliation: ['Pier AG', 'Dock Inc'] }, 'Ada Lund', 'Pier AG, Dock Inc'],
  [{ display_name: 'Ada Lund' }, 'Ada Lund', undefined],
])('%j is a person', (entry, name, affiliation) => {
  const person = readPerson(entry);
  expect([person.name, person.affiliation]).toEqual([name, affiliation]);
});

it('has the names of two fields of speakers', () =>
  expect(read({ title: 'Ceph', speakers: 'Ada Lund, Bo Ek', moderator: 'Cy Moe' }).speakers).toEqual(
    ['Ada Lund', 'Bo Ek', 'Cy Moe'].map(name => ({ name, bio: '' })),
  ));
