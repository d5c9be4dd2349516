import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportCsv } from '../../src/exporters/csv.ts';
import { createProgramme, type Programme } from '../../src/programme/programme.ts';
import { cases } from '../support/cases.ts';
import { conference, programme, speaker, talk } from '../support/conference.ts';
import { hostileTalk } from '../support/hostile.ts';
import { anyProgramme } from './programmes.ts';
import { importedAgain } from './round-trip.ts';
import { checkCsvRoundTrip } from './round-trip-plain.ts';

const SLOT = {
  start: '2027-05-11T09:00:00+02:00',
  end: '2027-05-11T09:40:00+02:00',
  rooms: ['Quay Hall'],
  day: '2027-05-11',
};
const HEADER =
  'id,title,day,start,end,room,speakers,track,level,language,type,abstract,bio,affiliation,url,video,slides,feedback';

/** The sheet's lines below the header; a line break within a cell is a `|`. */
function linesOf(given: Programme): readonly string[] {
  const text = exportCsv(given).text ?? '';
  expect(text.startsWith(`\ufeff${HEADER}\r\n`)).toBe(true);
  return text
    .split('\r\n')
    .slice(1, -1)
    .map(line => line.replaceAll('\n', '|'));
}

describe('a sheet of ours', () => {
  it('has a row a slot', () => {
    const ceph = talk({
      level: 'Beginner',
      languages: ['de', 'en'],
      speakers: [speaker({ bio: 'Sails, far.', affiliation: 'Dock Ltd' })],
      links: [{ kind: 'slides', url: 'https://example.org/s', title: '' }],
      slots: [SLOT, { ...SLOT, start: '2027-05-12T09:00:00+02:00', end: undefined, rooms: ['A', 'B'] }],
    });
    expect(linesOf(programme([ceph]))).toEqual([
      'storage/ceph-at-sea,Ceph at sea,2027-05-11,2027-05-11T09:00:00+02:00,2027-05-11T09:40:00+02:00,Quay Hall,Ada Lund,Storage,Beginner,"de, en",talk,How a ferry line runs Ceph on board. In this session we show what broke.,"Sails, far.",Dock Ltd,,,https://example.org/s,',
      'storage/ceph-at-sea,Ceph at sea,2027-05-11,2027-05-12T09:00:00+02:00,,"A|B",Ada Lund,Storage,Beginner,"de, en",talk,How a ferry line runs Ceph on board. In this session we show what broke.,"Sails, far.",Dock Ltd,,,https://example.org/s,',
    ]);
  });

  it.each([
    ['=HYPERLINK("https://evil.example";"x")', '"\'=HYPERLINK(""https://evil.example"";""x"")"'],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['|calc', "'|calc"],
    ['\uff1d1', "'\uff1d1"],
    ['\ufe621', "'\ufe621"],
    ["'=1", "''=1"],
    ['1=1', '1=1'],
    ["'Tis", "'Tis"],
    ['Say "x"', '"Say ""x"""'],
  ])('makes nothing run, and %j come back', (title, cell) => {
    const given = programme([talk({ id: 'a', title, abstract: '', speakers: [], track: undefined })]);
    expect(linesOf(given)).toEqual([`a,${cell},,,,,,,,,talk,,,,,,,`]);
    expect(importedAgain(exportCsv(given).text ?? '', given).talks[0]?.title).toBe(title);
  });

  it.each([' =1', "'\t=1", '\u00a0@SUM(A1)'])('makes nothing run behind spaces either: %j', title => {
    const given = programme([talk({ id: 'a', title, abstract: '', speakers: [], track: undefined })]);
    expect(linesOf(given)).toEqual([`a,'${title},,,,,,,,,talk,,,,,,,`]);
  });

  it.each(['cyphunk / nathan', 'Ada Lund / Bo Ek', 'Ada Lund/Bo Ek', 'Lund, Ada', 'Ada y Bo'])(
    'gives back %j as one person in one room',
    name => {
      const places = ['Ada Lund', 'Bo Ek', name];
      const slots = places.map((room, hour) => ({
        ...SLOT,
        start: `2027-05-11T1${hour}:00:00+02:00`,
        end: `2027-05-11T1${hour}:40:00+02:00`,
        rooms: [room],
      }));
      checkCsvRoundTrip(programme([talk({ speakers: [speaker({ id: 'a', name })], slots })]));
    },
  );

  it('says what it has no place for', () => {
    const two = [speaker(), speaker({ id: 'bo-ek', name: 'Bo Ek', affiliation: 'Dock Ltd' })];
    const links = [{ kind: 'web' as const, url: 'https://example.org/', title: 'Page' }];
    expect(
      exportCsv(programme([talk({ speakers: two, links })])).problems.map(({ message }) => message),
    ).toEqual([
      'A row has room for one bio; those of the speakers of 1 talk were left out.',
      'A row has room for one affiliation; those of the speakers of 1 talk were left out.',
      'A row has no field for titles of links; those of 1 talk were left out.',
    ]);
  });

  it('gives back all that it holds', () => {
    // No importer gives an empty id.
    const named = anyProgramme.filter(({ talks }) => talks.every(each => each.id !== ''));
    fc.assert(fc.property(named, checkCsvRoundTrip), { numRuns: cases(150) });
  });

  it('is a sheet whatever a talk holds', () => {
    fc.assert(
      fc.property(fc.array(hostileTalk, { maxLength: 3 }), talks => {
        // Each slot is a row with all texts of the talk: two tell as much as thirty, and megabytes sooner.
        const short = talks.map(each => ({ ...each, slots: each.slots.slice(0, 2) }));
        const { text = '' } = exportCsv(createProgramme(conference(), short));
        const rows: string[][] = parse(text, { bom: true });
        expect(rows[0]?.join()).toBe(HEADER);
        expect(rows.flat().filter(cell => /^\s*[=+\-@|%]/.test(cell))).toEqual([]);
      }),
      { numRuns: cases(50) },
    );
  });
});
