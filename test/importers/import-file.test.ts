import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importFile } from '../../src/importers/import-file.ts';
import { cases } from '../support/cases.ts';
import { codePoint } from '../support/code-point.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, path = 'a') => importFile({ path, bytes: bytes(text) });

describe('what a file is, is seen by what it says', () => {
  test.each([
    ['abstracts', 'Ceph\n~~~~\n\n**Abstract:**\n\nHow.'],
    ['abstracts', 'Title, start and room\n~~~~~~~~~~~~~~~~~~~~~\n\n**Abstract:**\n\nHow.'],
    ['abstracts', 'Some words first.\n\nCeph\n~~~~\n\n**Abstract:**\n\nHow.'],
    ['abstracts', 'Ceph\n\n**Abstract:**\n\nHow.'],
    ['abstracts', 'Ceph\n===='],
    ['sphinx-index', 'Days\n====\n\n.. toctree::\n\n   68/*\n'],
    ['schedule-csv', 'title,start\nCeph,2027-05-11 09:00'],
    ['schedule-csv', '\ufefftitle;start\r\nCeph;2027-05-11 09:00\r\n'],
    ['unknown', 'Just a letter to the committee.'],
    ['unknown', 'name,colour\nCeph,blue'],
    ['unknown', '{"title": "Ceph"}'],
  ])('%s: %j', (format, text) => expect(read(text).format).toBe(format));
});

test('gives what a file says of talks, under its path', () => {
  expect(read('Ceph\n~~~~\n\n**Abstract:**\n\nHow.', 'storage/ceph.md')).toEqual({
    file: 'storage/ceph.md',
    format: 'abstracts',
    talks: [
      { id: undefined, title: 'Ceph', abstract: 'How.', speakers: [], track: undefined, slots: [], line: 1 },
    ],
    oneTalkAFile: true,
    trackNames: {},
    conferenceName: undefined,
    problems: [],
  });
});

test('says where a file is not in UTF-8', () => {
  const latin = Uint8Array.from(Buffer.from('Caf\xe9\n~~~~\n\n**Abstract:**\n\nHow.', 'latin1'));
  const { talks, problems } = importFile({ path: 'a', bytes: latin });
  expect({ titles: talks.map(talk => talk.title), problems }).toEqual({
    titles: ['Café'],
    problems: [
      {
        severity: 'warning',
        file: 'a',
        line: undefined,
        item: undefined,
        message: 'The file is not UTF-8; it was read as windows-1252, so check its accents.',
      },
    ],
  });
});

describe('what cannot be read is one problem', () => {
  test.each([
    ['an empty file', bytes(''), 'The file is empty; it was left out.'],
    ['a blank file', bytes(' \r\n\t'), 'The file is empty; it was left out.'],
    ['a PDF', bytes('%PDF-1.7 and so on'), 'This is a PDF; it was left out.'],
    [
      'a spreadsheet',
      bytes('PK\x03\x04...'),
      'This is an office document or a zip file; it was left out. Save the sheet as CSV.',
    ],
    [
      'a picture',
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13),
      'This is not a text file; it was left out.',
    ],
    ['a letter', bytes('Dear committee,'), 'This is not a programme that Lectern can read; it was left out.'],
  ])('%s', (_, content, message) => {
    const { problems, ...rest } = importFile({ path: 'a', bytes: content });
    expect(rest).toEqual({
      file: 'a',
      format: 'unknown',
      talks: [],
      oneTalkAFile: false,
      trackNames: {},
      conferenceName: undefined,
    });
    expect(problems).toEqual([
      {
        severity: 'error',
        file: 'a',
        line: undefined,
        item: undefined,
        message,
      },
    ]);
  });

  test.each([
    ['README.md', 'warning'],
    ['themes/x/LICENSE', 'warning'],
    ['package.json', 'warning'],
    ['_config.yml', 'warning'],
    ['assets/logo.png', 'warning'],
    ['notes.txt', 'warning'],
    ['schedule.csv', 'error'],
    ['talks.json', 'error'],
    ['example.org', 'error'],
  ])('%s', (path, severity) => {
    const { problems } = importFile({ path, bytes: bytes('Dear committee,') });
    expect(problems.map(problem => problem.severity)).toEqual([severity]);
  });
});

test('says where JSON breaks off', () => {
  expect(read('{"talks": [\n{"code": "A",\n').problems).toEqual([
    {
      severity: 'error',
      file: 'a',
      line: 3,
      item: undefined,
      message: 'This is JSON with a mistake in it or without its end; it was left out.',
    },
  ]);
});

describe('whatever a file holds', () => {
  /** Pieces that mean something to one form or another, in any order. */
  const piece = fc.constantFrom(
    ...[
      'Ceph',
      '\n',
      '\n\n',
      '~~~~',
      '====',
      '**Abstract:**',
      '* **Ada** *(',
      ')*',
      '* **Bo**',
      '(',
      '*',
      '"',
      ',',
    ],
    ...[
      '.. toctree::',
      '   68/*',
      'title,start',
      '2027-05-11 09:00',
      'ada@example.org',
      'None None',
      '\u2028',
      '\ufffd',
    ],
  );
  const anything = fc.oneof(
    fc.string({ unit: codePoint }),
    fc.array(piece, { maxLength: 60 }).map(all => all.join('')),
  );

  test('bytes break nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), content => {
        importFile({ path: 'a', bytes: content });
      }),
      { numRuns: cases(1000) },
    );
  });

  test('text gives talks with titles, people with names, no address, and whole sentences', () => {
    fc.assert(
      fc.property(anything, text => {
        const { talks, problems } = read(text);
        expect(talks.filter(talk => talk.title === '')).toEqual([]);
        expect(talks.flatMap(talk => talk.speakers).filter(({ name }) => name.trim() === '')).toEqual([]);
        expect(JSON.stringify([talks, problems])).not.toContain('ada@example.org');
        expect(problems.filter(({ message }) => !/^["A-Z].*\.$/s.test(message))).toEqual([]);
      }),
      { numRuns: cases(1000) },
    );
  });
});

test('of a merge that is not finished, the first version is read, and the marks are said', () => {
  const sheet = (rows: string) => importFile({ path: 'a.csv', bytes: Buffer.from(`title,track\n${rows}`) });
  const marked = sheet(
    'Ceph,Quay\n<<<<<<< HEAD\nTape,Quay\n||||||| base\nTap,Quay\n=======\nTape,Pier\n>>>>>>> theirs\nRopes,Quay\n',
  );
  expect(marked.talks).toEqual(sheet('Ceph,Quay\n\nTape,Quay\n\n\n\n\n\nRopes,Quay\n').talks);
  expect(marked.problems.map(({ line, message }) => `${line}: ${message}`)).toEqual([
    '3: Here are the marks of a merge that Git could not finish (<<<<<<<); only the first of the two versions was read. Choose one and remove the marks.',
  ]);
});

test.each([
  [
    'p.xml',
    '<programme><talk/></programme>',
    'It is XML that begins with <programme>; of XML, only <schedule> is read.',
  ],
  ['p.html', '<!doctype html><html></html>', 'It is a web page (HTML).'],
  [
    'p.json',
    '{"eventname":"Ceph","mood":"gay"}',
    'It has one entry with eventname, mood; none of these is a title. Rename the key that holds the title to "title".',
  ],
  [
    'p.json',
    '{"a":{"eventname":"Ceph"},"b":{"eventname":"Tape"}}',
    'It has a list of 2 entries with eventname; none of these is a title. Rename the key that holds the title to "title".',
  ],
])('says what a refused %s holds: %s', (path, text, message) =>
  expect(importFile({ path, bytes: Buffer.from(text) }).problems.map(problem => problem.message)).toEqual([
    `This is not a programme that Lectern can read; it was left out. ${message}`,
  ]),
);
