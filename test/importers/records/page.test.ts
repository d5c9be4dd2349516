import { describe, expect, it } from 'vitest';
import { createReport } from '../../../src/importers/reading/report.ts';
import { readPage, splitPage } from '../../../src/importers/records/page.ts';

describe('a page is split', () => {
  it.each([
    ['---\ntitle: Ceph\n---\nHow.', { language: 'yaml', head: 'title: Ceph\n', headLine: 2, body: '\nHow.' }],
    ['\n\n---\ntitle: Ceph\n---', { language: 'yaml', head: 'title: Ceph\n', headLine: 4, body: '' }],
    ['---\ntitle: Ceph\n...\nHow.', { language: 'yaml', head: 'title: Ceph\n', headLine: 2, body: '\nHow.' }],
    [
      '+++\ntitle = "Ceph"\n+++\nHow.',
      { language: 'toml', head: 'title = "Ceph"\n', headLine: 2, body: '\nHow.' },
    ],
    ['---TOML\ntitle = "Ceph"\n---', { language: 'toml', head: 'title = "Ceph"\n', headLine: 2, body: '' }],
    ['---js\nprocess.exit()\n---', { language: 'js', head: 'process.exit()\n', headLine: 2, body: '' }],
    [
      'title: Ceph\ntrack: Storage\n---\nHow.',
      { language: 'yaml', head: 'title: Ceph\ntrack: Storage\n', headLine: 1, body: '\nHow.' },
    ],
    [
      'title: Ceph\nspeakers:\n- Ada\n  Lund\n---\n',
      { language: 'yaml', head: 'title: Ceph\nspeakers:\n- Ada\n  Lund\n', headLine: 1, body: '\n' },
    ],
  ])('at its fences: %j', (text, expected) => expect(splitPage(text)).toEqual(expected));

  it.each([
    ['no end', '---\ntitle: Ceph\n'],
    ['another end', '+++\ntitle = "Ceph"\n---\n'],
    ['a title between two lines', '---\nCeph at sea\n---\nHow.'],
    ['a list between two lines', '---\n- Ceph: at sea\n---\n'],
    ['no first fence and a line of prose', 'title: Ceph\nHow.\n---\n'],
    ['no first fence and no title', 'track: Storage\n---\n'],
    ['an end beyond 64 kB', `---\ntitle: Ceph\n${'x: y\n'.repeat(14_000)}---\n`],
    ['nothing', ''],
  ])('but not with %s', (_, text) => expect(splitPage(text)).toBeUndefined());
});

describe('a page is read', () => {
  function read(text: string) {
    const report = createReport('a.md');
    const page = readPage(text, report);
    return { page, problems: report.problems.map(({ line, message }) => `${line}: ${message}`) };
  }

  it.each([
    ['---\ntitle: Ceph\n---\nHow.', { head: { title: 'Ceph' }, body: '\nHow.' }],
    ['---yml\ntitle: Ceph\n---', { head: { title: 'Ceph' }, body: '' }],
    [
      '+++\ntitle = "Ceph"\n[extra]\nlevel = 2\n+++',
      { head: { title: 'Ceph', extra: { level: 2 } }, body: '' },
    ],
  ])('with its head: %j', (text, page) => expect(read(text)).toEqual({ page, problems: [] }));

  it.each([
    ['How.', 'undefined: The page has no front matter. The page was left out.'],
    [
      '---js\nprocess.exit()\n---',
      '1: The front matter is in "js"; Lectern reads only YAML and TOML, and runs no code. The page was left out.',
    ],
    [
      '---yaml\n- Ceph\n---',
      '2: The front matter has no fields such as "title: Ceph at sea". The page was left out.',
    ],
    ['\n+++\na = 1\nb =\n+++', '4: This is not valid TOML. The page was left out.'],
    [
      '\n---\ntitle: Ceph\nlist: [1\n---',
      expect.stringMatching(/^5: This is not valid YAML: .*\. The page was left out\.$/),
    ],
  ])('or reported: %j', (text, problem) =>
    expect(read(text)).toEqual({ page: undefined, problems: [problem] }),
  );
});
