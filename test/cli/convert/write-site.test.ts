import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeSite } from '../../../src/cli/convert/write-site.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const files = (...names: readonly string[]) => new Map(names.map(name => [name, `${name}\n`]));

function listIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}

test('a site is written into a new folder, and again over itself', async () => {
  const folder = join(temporaryFolder({}), 'public', 'programme');
  await writeSite(folder, files('index.html', 'talks/ceph.html', 'talks/tape.html'));
  expect(listIn(folder)).toEqual([
    '.lectern-site.json',
    'index.html',
    'talks',
    'talks/ceph.html',
    'talks/tape.html',
  ]);
  await writeSite(folder, files('index.html', 'talks/ceph.html', 'days/2027-05-11.html'));
  expect(listIn(folder)).toEqual([
    '.lectern-site.json',
    'days',
    'days/2027-05-11.html',
    'index.html',
    'talks',
    'talks/ceph.html',
  ]);
  expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe('index.html\n');
});

test('a folder that holds something else is left alone', async () => {
  const folder = temporaryFolder({ 'index.html': 'mine' });
  await expect(writeSite(folder, files('index.html'))).rejects.toThrow(
    `${folder} has files that are no site of Lectern's, and nothing there is overwritten. Name a new folder, or an empty one.`,
  );
  expect([listIn(folder), readFileSync(join(folder, 'index.html'), 'utf8')]).toEqual([
    ['index.html'],
    'mine',
  ]);
});

test('files that somebody put beside a site stay, and none is overwritten', async () => {
  const folder = temporaryFolder({
    '.lectern-site.json': '["index.html"]',
    'index.html': 'old',
    CNAME: 'talks.example.org',
    'talks/ceph.html': 'mine',
  });
  await writeSite(folder, files('index.html'));
  expect(readFileSync(join(folder, 'CNAME'), 'utf8')).toBe('talks.example.org');
  await expect(writeSite(folder, files('index.html', 'talks/ceph.html'))).rejects.toThrow(
    `${join(folder, 'talks/ceph.html')} was not written by Lectern and is not overwritten. Move it away, or name another folder.`,
  );
  expect(readFileSync(join(folder, 'talks/ceph.html'), 'utf8')).toBe('mine');
});

test('a list that was tampered with deletes nothing outside the folder', async () => {
  const above = temporaryFolder({
    'keep.html': 'mine',
    'site/.lectern-site.json': '["../keep.html", 7, "talks/../../keep.html"]',
  });
  await writeSite(join(above, 'site'), files('index.html'));
  expect(existsSync(join(above, 'keep.html'))).toBe(true);
});
