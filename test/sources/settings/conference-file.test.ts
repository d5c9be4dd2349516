import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Conference } from '../../../src/programme/conference.ts';
import {
  isConferenceFile,
  readConferenceFile,
  unnamedConference,
} from '../../../src/sources/settings/conference-file.ts';
import { cases } from '../../support/cases.ts';
import { codePoint } from '../../support/code-point.ts';

/** What differs from a conference of which nothing is said, and the problems as `line: message`. */
function check(text: string, conference: Partial<Conference>, problems: readonly string[] = []) {
  const read = readConferenceFile(text, { path: 'days/conference.yml', folder: 'days' });
  expect({
    conference: read.conference,
    problems: read.problems.map(({ file, line, message }) => `${file}:${line}: ${message}`),
  }).toEqual({
    conference: { ...unnamedConference('days'), ...conference },
    problems: problems.map(problem => `days/conference.yml:${problem}`),
  });
}

test('reads all that can be said of a conference', () => {
  check(
    [
      'name: Lighthouse Days 2027',
      'timeZone: Europe/Madrid   # by the sea',
      'dayStart: "06:30"',
      'url: https://example.org/2027',
      'tracks: { 68: Operations, 069: Data, people: People & Crews }',
      'sample: true',
    ].join('\n'),
    {
      name: 'Lighthouse Days 2027',
      timeZone: 'Europe/Madrid',
      dayStart: '06:30',
      url: 'https://example.org/2027',
      trackNames: { 68: 'Operations', '069': 'Data', people: 'People & Crews' },
      sample: true,
    },
  );
});

test.each([
  ['nothing', '', {}],
  ['a comment', '# later', {}],
  ['a number for a name', 'name: 2027', { name: '2027' }],
  ['a time without quotation marks', 'dayStart: 5:00', { dayStart: '05:00' }],
  ['no tracks', 'tracks:', {}],
  ['a track with a number for a name', 'tracks:\n  68: 2027', { trackNames: { 68: '2027' } }],
  ['a zone without a city', 'timeZone: UTC', { timeZone: 'UTC' }],
])('reads %s', (_, text, conference) => check(text, conference));

test.each([
  [
    'a mistyped zone',
    'timeZone: Europe/Madird',
    '1: "timeZone" should be an IANA time zone such as "Europe/Madrid" and is "Europe/Madird"; did you mean "Europe/Madrid"? It was left out.',
  ],
  [
    'a city for a zone',
    'timeZone: Madrid',
    '1: "timeZone" should be an IANA time zone such as "Europe/Madrid" and is "Madrid"; did you mean "Europe/Madrid"? It was left out.',
  ],
  [
    'a zone of Windows',
    'timeZone: Romance Standard Time',
    '1: "timeZone" should be an IANA time zone such as "Europe/Madrid" and is "Romance Standard Time". It was left out.',
  ],
  [
    'an offset for a zone',
    'timeZone: "+02:00"',
    '1: "timeZone" should be an IANA time zone such as "Europe/Madrid" and is "+02:00". It was left out.',
  ],
  [
    'a mistyped setting',
    'timezone: Europe/Madrid',
    '1: "timezone" is not a setting of a conference; did you mean "timeZone"? It was left out.',
  ],
  [
    'an unknown setting',
    'colour: blue',
    '1: "colour" is not a setting of a conference. There are name, timeZone, dayStart, url, feedback, sample, tracks, facts, rooms, sources, csv. It was left out.',
  ],
  [
    'a day that starts at no time',
    'dayStart: "24:00"',
    '1: "dayStart" should be a time such as "05:00" and is "24:00". It was left out.',
  ],
  [
    'an address of another kind',
    'url: javascript:alert(1)',
    '1: "url" should be a web address that begins with https:// and is "javascript:alert(1)". It was left out.',
  ],
  [
    'a sample that is neither',
    'sample: maybe',
    '1: "sample" should be true or false and is "maybe". It was left out.',
  ],
  [
    'an empty name',
    '\nname: ""',
    '2: "name" should be the name of the conference and is "". It was left out.',
  ],
  [
    'a name that is a list',
    'name: [a]',
    '1: "name" should be the name of the conference and is a list or a group. It was left out.',
  ],
  [
    'tracks that are a list',
    'tracks: [a]',
    '1: "tracks" should be lines such as "68: Operations" below it; it was left out.',
  ],
  [
    'a track without a name',
    'tracks:\n  68:',
    '2: The track "68" should have a name; its folder\'s name is used.',
  ],
  [
    'a name with a colon',
    'name: Harbour: the days',
    '1: There is a colon where none should be: begin each setting at the start of its line, and put a text with a colon in it into quotation marks, as in name: "Harbour: the days".',
  ],
  [
    'a zone that knows no summer',
    'timeZone: EST',
    '1: "EST" has no summer time; "timeZone" should be an IANA time zone such as "Europe/Madrid". It was left out.',
  ],
  [
    'a short name of a zone',
    'timeZone: PST',
    '1: "timeZone" should be an IANA time zone such as "Europe/Madrid" and is "PST". It was left out.',
  ],
  ['a list', '- name', '1: This should be lines such as "name: Our Conference"; it was left out.'],
])('says what is wrong with %s', (_, text, problem) =>
  check(text, text.startsWith('timeZone:') ? { isZoneMistaken: true } : {}, [problem]),
);

test('names every mistake at once and takes what is right', () => {
  const taken = { name: 'Lighthouse Days', isZoneMistaken: true } as const;
  check('name: Lighthouse Days\ntimeZone: Mars\nnmae: x\ndayStart: soon\n', taken, [
    '2: "timeZone" should be an IANA time zone such as "Europe/Madrid" and is "Mars". It was left out.',
    '3: "nmae" is not a setting of a conference; did you mean "name"? It was left out.',
    '4: "dayStart" should be a time such as "05:00" and is "soon". It was left out.',
  ]);
});

test('takes what it can of a file that is no YAML', () => {
  const { conference, problems } = readConferenceFile('name: Days\nurl: "https://example.org\n', {
    path: 'conference.yml',
    folder: '',
  });
  expect({ name: conference.name, lines: problems.map(({ line }) => line) }).toEqual({
    name: 'Days',
    lines: [2],
  });
});

test.each(['{', '[', '- ', '? ', 'a: ', ' \n'])(
  'is not brought down by a hundred thousand times %j',
  piece => {
    check(piece.repeat(100_000), {}, ['undefined: This is too large for a conference.yml; it was left out.']);
  },
);

test('says in plain words what is no YAML', () => {
  check('name: Days\n\turl: https://example.org', { name: 'Days', url: 'https://example.org' }, [
    '2: This line begins with a tab; begin it with spaces.',
  ]);
  check('name: Days\nname: Nights', { name: 'Nights' }, [
    '2: The same name stands above with another value; this one counts.',
  ]);
  check('name: Days\n---\nname: Nights', { name: 'Days' }, [
    '2: A line of dashes ends the description; the lines after it were left out.',
  ]);
});

const LIST = 'is never closed; put a ] at its end, in this line or in an indented one.';
const GROUP = 'is never closed; put a } at its end, in this line or in an indented one.';
const QUOTED = 'The quotation mark " that opens here is never closed; put another " at the end of the text.';

test.each([
  ['a name', 'name: [unclosed\nsample: true', { sample: true }, `1: The bracket [ that opens here ${LIST}`],
  ['a group', 'name: {unclosed\nsample: true', { sample: true }, `1: The bracket { that opens here ${GROUP}`],
  [
    'a source',
    'sources: [example.org\nsample: true',
    { sample: true },
    `1: The bracket [ that opens here ${LIST}`,
  ],
  [
    'a list that ends too far left',
    'facts: [\n{ asked: [a], answer: b }\n]\nname: x',
    {},
    `1: The bracket [ that opens here ${LIST}`,
  ],
  [
    'a quotation mark',
    'sample: true\nurl: "https://example.org\nname: x\n',
    { sample: true },
    `2: ${QUOTED}`,
  ],
])('says once, where it opens, what is never closed: %s', (_, text, conference, problem) =>
  check(text, conference, [problem]),
);

test('leaves out a setting with an unclosed bracket on one of its lines, without another problem', () => {
  check('facts:\n  - { asked: [lunch, answer: At noon. }\nsample: true', { sample: true }, [
    `2: The bracket [ that opens here ${LIST}`,
  ]);
});

test('says once a line what is no YAML', () => {
  check('name: Days\n\nurl: ! ! ! ! https://example.org', { name: 'Days', url: 'https://example.org' }, [
    '3: This is not valid YAML: A node can have at most one tag.',
  ]);
});

test('throws for no text at all', () => {
  const piece = fc.constantFrom(
    ...'name timeZone tracks : :\n \n - [ ] { } " \' & * ! | > # ? 68 \t'.split(' '),
    ' ',
    '\n',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: codePoint }),
        fc.array(piece).map(all => all.join('')),
      ),
      text => {
        const { conference } = readConferenceFile(text, { path: 'conference.yml', folder: '' });
        const { isZoneMistaken: _, ...known } = conference;
        expect(Object.keys(known).sort()).toEqual(Object.keys(unnamedConference('')).sort());
      },
    ),
    { numRuns: cases(1000) },
  );
});

test.each([
  ['conference.yml', true],
  ['days/conference.yaml', true],
  ['my-conference.yml', false],
  ['conference.yml.txt', false],
])('knows that %j is a description of a conference: %j', (path, is) =>
  expect(isConferenceFile(path)).toBe(is),
);
