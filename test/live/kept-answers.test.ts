import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type KeptAnswer, keptAnswers } from '../../src/live/kept-answers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const source = {
  url: 'https://days.example/../../s3cret.xml',
  everyMs: 600_000,
  headers: { Authorization: '$TOKEN' },
  line: 1,
};
const answer: KeptAnswer = {
  bytes: Buffer.from([0x0a, 0xff, 0x00, 0x0a, 0x7b]),
  address: 'https://days.example/schedule.xml',
  etag: 'W/"ünï\n"',
  lastModified: undefined,
  goodAt: Date.UTC(2027, 4, 11, 7, 0, 0, 123),
};
const folderIn = (root: string) => join(root, 'var', 'sources');

test('keeps an answer whole, whatever its bytes are', async () => {
  const kept = keptAnswers(folderIn(temporaryFolder()));
  expect(await kept.read(source)).toBeUndefined();
  await kept.write(source, answer);
  expect(await kept.read(source)).toEqual(answer);
  await kept.write(source, { ...answer, bytes: Buffer.from('new') });
  expect(await kept.read(source)).toEqual({ ...answer, bytes: Buffer.from('new') });
});

test('remembers when an answer was last right', async () => {
  const kept = keptAnswers(folderIn(temporaryFolder()));
  await kept.write(source, answer);
  await kept.confirm(source, answer.goodAt + 600_000);
  expect(await kept.read(source)).toEqual({ ...answer, goodAt: answer.goodAt + 600_000 });
});

test('tells sources apart by address and headers', async () => {
  const kept = keptAnswers(folderIn(temporaryFolder()));
  await kept.write(source, answer);
  expect(await kept.read({ ...source, headers: {} })).toBeUndefined();
  expect(await kept.read({ ...source, url: `${source.url}?2` })).toBeUndefined();
  expect(await kept.read({ ...source, line: 9, everyMs: 30_000 })).toEqual(answer);
});

test('writes one file with a plain name that only its owner reads, and leaves nothing else', async () => {
  const folder = folderIn(temporaryFolder());
  await keptAnswers(folder).write(source, answer);
  const files = readdirSync(folder);
  expect(files).toEqual([expect.stringMatching(/^[0-9a-f]{32}\.answer$/)]);
  expect(statSync(join(folder, files[0] ?? '')).mode & 0o777).toBe(0o600);
});

test('takes a damaged file for none', async () => {
  const folder = folderIn(temporaryFolder());
  const kept = keptAnswers(folder);
  await kept.write(source, answer);
  const file = join(folder, readdirSync(folder)[0] ?? '');
  const whole = readFileSync(file);
  for (const damaged of [whole.subarray(0, -1), whole.subarray(4), Buffer.alloc(0), Buffer.from('{}\n')]) {
    writeFileSync(file, damaged);
    expect(await kept.read(source)).toBeUndefined();
  }
});

test('says so where it cannot write', async () => {
  const root = temporaryFolder({ var: 'no folder' });
  await expect(keptAnswers(folderIn(root)).write(source, answer)).rejects.toThrow('ENOTDIR');
});
