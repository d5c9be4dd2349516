import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { LIGHTHOUSE, lectern } from '../support.ts';

const data = temporaryFolder(LIGHTHOUSE);

test.each(['json', 'xml', 'ics', 'csv'])(
  'convert writes %s that reads back as the same talks',
  async form => {
    const file = join(temporaryFolder({}), `programme.${form}`);
    const { stdout } = await lectern(['convert', data, '--to', form, '-o', file]);
    expect(stdout).toBe('');
    const { stdout: checked } = await lectern(['check', '--json', file]);
    expect(JSON.parse(checked)).toMatchObject({ talks: 2, conferences: 1 });
  },
);

test('convert writes to standard output where no file is named, and says what is lost', async () => {
  const { code, stdout, stderr } = await lectern(['convert', data, '--to', 'json']);
  expect(JSON.parse(stdout)).toHaveProperty('schedule');
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: 'warning schedule.json knows talks by numbers or codes of capitals; 2 talks got a new number.\n',
  });
});

test('convert wants a form, one that there is', async () => {
  expect((await lectern(['convert', data])).code).toBe(2);
  expect((await lectern(['convert', data, '--to', 'docx'])).code).toBe(2);
});

test.each([
  ['nowhere/x.csv', /^lectern: There is no such folder\. Create it first, or name another one\. \(ENOENT/m],
  ['', /^lectern: That is a folder\. Name a file\. \(EISDIR/m],
])('convert says why it cannot write to %j', async (file, sentence) => {
  const { code, stderr } = await lectern([
    'convert',
    data,
    '--to',
    'csv',
    '-o',
    join(temporaryFolder({}), file),
  ]);
  expect(code).toBe(1);
  expect(stderr).toMatch(sentence);
});

test('convert takes one conference', async () => {
  const two = temporaryFolder({
    'a/conference.yml': 'name: A\n',
    'a/talk.txt': readFileSync(join(data, 'storage/ceph-at-sea.txt'), 'utf8'),
    'b/conference.yml': 'name: B\n',
    'b/talk.txt': readFileSync(join(data, 'storage/ceph-at-sea.txt'), 'utf8'),
  });
  expect(await lectern(['convert', two, '--to', 'json'])).toEqual({
    code: 2,
    stdout: '',
    stderr: 'lectern: There are 2 conferences at these paths. Name the files or the folder of one.\n',
  });
});

test('convert wants a folder for a website', async () => {
  expect(await lectern(['convert', data, '--to', 'html'])).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'lectern: A website is a folder of files: name it with -o, as in convert data --to html -o site\n',
  });
});
