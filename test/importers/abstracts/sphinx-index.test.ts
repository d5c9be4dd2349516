import { expect, test } from 'vitest';
import { sphinxIndex } from '../../../src/importers/abstracts/sphinx-index.ts';

const tree = (...entries: string[]) =>
  [
    '',
    '.. toctree::',
    '   :maxdepth: 1',
    '   :glob:',
    '',
    ...entries.map(entry => `   ${entry}`),
    '',
    '',
  ].join('\n');
const page = (title: string, body: string) =>
  `${'='.repeat(title.length)}\n${title}\n${'='.repeat(title.length)}\n\n${body}`;
const section = (title: string, ...entries: string[]) =>
  `${title}\n${'-'.repeat(title.length)}\n${tree(...entries)}`;

function check(
  text: string,
  trackNames: Record<string, string>,
  conferenceName?: string,
  path = 'index.rst',
) {
  expect(sphinxIndex.read(text, path)).toEqual({ trackNames, conferenceName, problems: [] });
}

test('names tracks by folder, and the conference by the title of the page', () => {
  check(
    page('Lighthouse Days', section('Big Data', '79/*') + section('Ops & Tools', '68/*')),
    { 79: 'Big Data', 68: 'Ops & Tools' },
    'Lighthouse Days',
  );
});

test.each([
  ['a folder deeper down', section('Ops', 'talks/68/*'), { 'talks/68': 'Ops' }],
  ['a folder written from here', section('Ops', './68/*'), { 68: 'Ops' }],
  ['pages of a folder', section('Ops', '68/one', '68/two'), { 68: 'Ops' }],
  ['pages with titles of their own', section('Ops', 'First <68/one>'), { 68: 'Ops' }],
  ['several folders', section('Ops', '68/*', '69/*'), { 68: 'Ops', 69: 'Ops' }],
  ['no page of its own folder', section('Ops', '*', 'one'), {}],
  ['nothing outside DATA_DIR', section('Ops', '../68/*'), {}],
  ['no folders that are not spelt out', section('Ops', '*/talks'), {}],
])('takes %s', (_, text, trackNames) => check(page('Days', text), trackNames, 'Days'));

test('names folders as they are called in DATA_DIR', () => {
  check(page('Days', section('Ops', '68/*')), { 'barcelona/68': 'Ops' }, 'Days', 'barcelona/index.rst');
});

test('takes no track for the name of the conference', () => {
  check(section('Ops', '68/*') + section('Data', '79/*'), { 68: 'Ops', 79: 'Data' });
});

test('takes a page with one list for one without tracks', () => {
  check(`Days\n====\n${tree('talks/*')}`, {}, 'Days');
});

test('says where a folder is listed twice', () => {
  const text = page('Days', section('Ops', '68/*') + section('Data', '68/x'));
  expect(sphinxIndex.read(text, 'index.rst')).toEqual({
    trackNames: { 68: 'Ops' },
    conferenceName: 'Days',
    problems: [
      {
        severity: 'warning',
        file: 'index.rst',
        line: 21,
        item: 'Data',
        message: 'The folder 68 is listed under "Ops" too; its talks are on that track.',
      },
    ],
  });
});

test('refuses a page longer than a megabyte', () => {
  const { trackNames, problems } = sphinxIndex.read(tree('68/*') + ' '.repeat(2 ** 20), 'index.rst');
  expect({ trackNames, problems: problems.map(({ message }) => message) }).toEqual({
    trackNames: undefined,
    problems: ['The file is longer than 1 MB, which no contents page is; it was not read.'],
  });
});
