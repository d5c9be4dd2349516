import { describe, expect, test } from 'vitest';
import { importFile } from '../../../src/importers/import-file.ts';
import type { Draft } from '../../../src/programme/joining/draft.ts';
import type { Problem } from '../../../src/programme/problem.ts';
import { arrange } from '../../../src/sources/settings/arrange.ts';
import { unnamedConference } from '../../../src/sources/settings/conference-file.ts';

const SCHEDULE = 'title,start,end,room\nCeph,2027-05-11T09:00,2027-05-11T09:45,Quay Hall\n';
const draft = (path: string, text = SCHEDULE): Draft => importFile({ path, bytes: Buffer.from(text) });
const named = (folder: string, sample = false) => ({ ...unnamedConference(folder), name: folder, sample });

/** Each conference's folder with the files that it has, and the problems that no draft carries. */
function arranged(...given: Parameters<typeof arrange>) {
  const { conferences, problems } = arrange(...given);
  return {
    conferences: conferences.map(({ conference, drafts }) => [
      conference.folder,
      ...drafts.map(({ file }) => file),
    ]),
    problems: problems.map(({ severity, file, message }: Problem) => `${severity} ${file}: ${message}`),
  };
}

const LEFT_OUT =
  'warning harbour/conference.yml: Left out, since it is a sample (sample: true) and there is another conference.';
const EMPTY = 'There are no talks yet; put a schedule or abstracts there.';

describe('a file belongs to', () => {
  test('the nearest folder above it that is a conference, or else to DATA_DIR', () => {
    const files = ['x.csv', 'a/1.csv', 'a/deep/2.csv', 'a/b/3.csv', 'ab/4.csv'].map(path => draft(path));
    expect(arranged([named('a'), named('a/b')], files)).toEqual({
      conferences: [
        ['', 'x.csv', 'ab/4.csv'],
        ['a', 'a/1.csv', 'a/deep/2.csv'],
        ['a/b', 'a/b/3.csv'],
      ],
      problems: [],
    });
  });
});

describe('the sample', () => {
  test('is there if nothing else has talks', () => {
    expect(arranged([named('harbour', true)], [draft('harbour/s.csv')])).toEqual({
      conferences: [['harbour', 'harbour/s.csv']],
      problems: [],
    });
  });

  test.each([
    ['a conference without talks', [named('days')], [], ['days'], [LEFT_OUT, `warning days: ${EMPTY}`]],
    ['a file of DATA_DIR with talks', [], [draft('s.csv')], ['', 's.csv'], [LEFT_OUT]],
  ])('steps aside for %s', (_, described, files, conference, problems) => {
    expect(arranged([named('harbour', true), ...described], [draft('harbour/s.csv'), ...files])).toEqual({
      conferences: [conference],
      problems,
    });
  });

  test('stays beside a stray file, of which only the problems are left', () => {
    const stray = draft('README.txt', 'Read me.');
    const { conferences, problems } = arrange([named('harbour', true)], [draft('harbour/s.csv'), stray]);
    expect({ folders: conferences.map(({ conference }) => conference.folder), problems }).toEqual({
      folders: ['harbour'],
      problems: stray.problems,
    });
    expect(stray.problems.length).toBeGreaterThan(0);
  });
});

describe('a conference without talks', () => {
  test('is none at all: the problem is that of DATA_DIR', () => {
    expect(arranged([], [])).toEqual({ conferences: [], problems: [`warning : ${EMPTY}`] });
  });

  test('says nothing more if a file of it has an error', () => {
    expect(arranged([], [draft('a.csv', '')]).problems).toEqual([]);
  });

  test('names the file if there is only one', () => {
    expect(arranged([], [draft('a.csv', 'title,start,end,room\n')]).problems).toEqual([
      `warning a.csv: ${EMPTY}`,
    ]);
  });

  test('but with speakers says that the sessions are missing', () => {
    const people: Draft = {
      ...draft('speakers.csv', 'title,start,end,room\n'),
      people: [{ name: 'Ada Quay', bio: '' }],
    };
    expect(arranged([], [people]).problems).toEqual([
      'warning speakers.csv: These are speakers without talks; put the file of the sessions beside it.',
    ]);
  });
});
