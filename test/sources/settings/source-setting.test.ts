import { expect, test } from 'vitest';
import { readConferenceFile } from '../../../src/sources/settings/conference-file.ts';
import type { Source } from '../../../src/sources/settings/source-setting.ts';

const URL_OF = 'https://example.org/schedule.xml';
const source = (given: Partial<Source> = {}): Source => ({
  url: URL_OF,
  everyMs: 600_000,
  headers: {},
  line: 1,
  ...given,
});

/** The sources of a `conference.yml`, and the problems as `line: message`. */
function check(text: string, sources: readonly Source[], problems: readonly string[] = []) {
  const read = readConferenceFile(text, { path: 'conference.yml', folder: '' });
  expect({
    sources: read.sources,
    problems: read.problems.map(({ line, message }) => `${line}: ${message}`),
  }).toEqual({ sources, problems });
}

test('reads all that can be said of a source', () => {
  check(
    `name: Days\nsources: [{ url: ${URL_OF}, every: 2h, headers: { Authorization: $PRETALX_TOKEN, X-Year: 2027 } }]`,
    [
      source({
        everyMs: 7_200_000,
        headers: { Authorization: '$PRETALX_TOKEN', 'X-Year': '2027' },
        line: 2,
      }),
    ],
  );
});

test.each<[string, string, readonly Source[]]>([
  ['an address that stands there twice', `sources: [${URL_OF}, ${URL_OF}]`, [source()]],
  ['an address alone', `sources: [${URL_OF}]`, [source()]],
  ['a list in lines', `sources:\n  - url: ${URL_OF}\n    every: 30s`, [source({ line: 2, everyMs: 30_000 })]],
  [
    'two',
    `sources:\n  - ${URL_OF}\n  - ${URL_OF}?b`,
    [source({ line: 2 }), source({ line: 3, url: `${URL_OF}?b` })],
  ],
  ['none', 'sources:', []],
  ['an empty list', 'sources: []', []],
  ['no headers', `sources: [{ url: ${URL_OF}, headers: }]`, [source()]],
])('reads %s', (_, text, sources) => check(text, sources));

const NO_ADDRESS = 'A source needs a "url" that begins with https:// or http://. The source was left out.';
const NO_TIME = '"every" should be a time from 30s to 24h, such as 30s, 10m or 2h; 10m is used.';

test.each<[string, string, readonly Source[], string]>([
  [
    'no list',
    `sources: ${URL_OF}`,
    [],
    '"sources" should be a list such as [{ url: https://example.org/schedule.xml }]; it was left out.',
  ],
  ['a source without an address', 'sources: [{ every: 10m }]', [], NO_ADDRESS],
  ['a file for an address', 'sources: [file:///etc/passwd]', [], NO_ADDRESS],
  ['a list for a source', 'sources: [[a]]', [], NO_ADDRESS],
  [
    'a password in an address',
    'sources: [https://ada:secret@example.org/]',
    [],
    'The "url" of a source holds a name or password; put them into "headers". The source was left out.',
  ],
  ['what comes too often', `sources: [{ url: ${URL_OF}, every: 29s }]`, [source()], NO_TIME],
  ['what comes too seldom', `sources: [{ url: ${URL_OF}, every: 25h }]`, [source()], NO_TIME],
  ['a number for a time', `sources: [{ url: ${URL_OF}, every: 600 }]`, [source()], NO_TIME],
  [
    'a mistyped setting',
    `sources: [{ url: ${URL_OF}, header: {} }]`,
    [source()],
    '"header" is not a setting of a source; did you mean "headers"? It was left out.',
  ],
  [
    'headers that are none',
    `sources: [{ url: ${URL_OF}, headers: secret }]`,
    [source()],
    '"headers" should be lines such as "Authorization: $PRETALX_TOKEN"; they were left out.',
  ],
  [
    'a header of several lines',
    `sources: [{ url: ${URL_OF}, headers: { A: "secret\\nB: c" } }]`,
    [source()],
    'The header "A" needs a name and a text of plain letters on one line; it was left out.',
  ],
])('says what is wrong with %s', (_, text, sources, problem) => check(text, sources, [`1: ${problem}`]));

test('names every mistake of every source at once', () => {
  check(
    'sources:\n  - { url: ftp://example.org, every: soon }\n  - { uri: x }',
    [],
    [
      `2: ${NO_ADDRESS}`,
      `2: ${NO_TIME}`,
      '3: "uri" is not a setting of a source; did you mean "url"? It was left out.',
      `3: ${NO_ADDRESS}`,
    ],
  );
});

test('repeats no header in what it says, even of a file that is no YAML', () => {
  const { problems } = readConferenceFile(
    `sources: [{ url: ${URL_OF}, headers: { Authorization: "Token s3cret" s3cret } }]`,
    { path: 'conference.yml', folder: '' },
  );
  expect(problems.length).toBeGreaterThan(0);
  expect(JSON.stringify(problems)).not.toContain('s3cret');
});
