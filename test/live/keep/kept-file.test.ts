import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { KeptFile } from '../../../src/live/keep/kept-file.ts';
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts';

afterAll(removeTemporaryFolders);

const VALUES = [{ talks: ['Ceph at sea', undefined] }, Int32Array.of(1, -2, 3), 'Fjære', []];

/** A file in a folder that is not there yet, and the sentences that it logs. */
function keptIn(root: string, program = 'one') {
  const said: string[] = [];
  const log = (level: string) => (_: unknown, sentence: string) => said.push(`${level}: ${sentence}`);
  const folder = join(root, 'var', 'kept');
  const file = new KeptFile('drafts', { folder, program, log: { warn: log('warn'), info: log('info') } });
  return {
    file,
    said,
    folder,
    path: join(folder, 'drafts'),
    readAll: () => file.read(values => [...values]),
  };
}

test('keeps values whole, for the same program alone', async () => {
  const root = temporaryFolder();
  const { file, said, readAll } = keptIn(root);
  expect(readAll()).toBeUndefined();
  await file.write(VALUES);
  expect(readAll()).toEqual(VALUES);
  expect(keptIn(root).readAll()).toEqual(VALUES);
  const other = keptIn(root, 'two');
  expect(other.readAll()).toBeUndefined();
  await other.file.write(['new']);
  expect([other.readAll(), readAll()]).toEqual([['new'], undefined]);
  expect([said, other.said]).toEqual([[], []]);
});

test('writes a file that only its owner reads, and leaves nothing else', async () => {
  const { file, folder, path } = keptIn(temporaryFolder());
  await file.write(VALUES);
  expect(readdirSync(folder)).toEqual(['drafts']);
  expect([statSync(folder).mode & 0o777, statSync(path).mode & 0o777]).toEqual([0o700, 0o600]);
});

test('takes a damaged or foreign file for none, says so, and replaces it', async () => {
  const { file, said, path, readAll } = keptIn(temporaryFolder());
  await file.write(VALUES);
  const whole = readFileSync(path);
  const damage = fc.oneof(
    fc.nat(whole.length - 1).map(length => whole.subarray(0, length)),
    fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, bits]) => {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ bits;
      return bytes;
    }),
    fc.uint8Array({ maxLength: 80 }).map(bytes => Buffer.from(bytes)),
  );
  fc.assert(
    fc.property(damage, bytes => {
      writeFileSync(path, bytes);
      said.length = 0;
      expect(readAll()).toBeUndefined();
      // A program's hash that is damaged is that of another program.
      const hasOwnStart = bytes.subarray(0, PROGRAM_END).equals(whole.subarray(0, PROGRAM_END));
      const hasMark = bytes.subarray(0, PROGRAM_AT).equals(whole.subarray(0, PROGRAM_AT));
      const isOfOther = hasMark && bytes.length >= PROGRAM_END && !hasOwnStart;
      expect(said).toEqual(
        isOfOther ? [] : [`warn: ${path} is damaged; it is written anew, and this start takes longer.`],
      );
    }),
    { numRuns: 60 },
  );
  await file.write(VALUES);
  expect(readAll()).toEqual(VALUES);
});

const PROGRAM_AT = 'lectern kept 1\n'.length;
const PROGRAM_END = PROGRAM_AT + 32;

test('a value that is no longer as its reader knows it counts as damage', async () => {
  const { file, said, path } = keptIn(temporaryFolder());
  await file.write(VALUES);
  const fail = () => {
    throw new TypeError('No key.');
  };
  expect(file.read(fail)).toBeUndefined();
  expect(said).toEqual([`warn: ${path} is damaged; it is written anew, and this start takes longer.`]);
});

test('goes on where it cannot write or open, and says so', async () => {
  const { file, said, path } = keptIn(temporaryFolder({ var: 'no folder' }));
  await file.write(VALUES);
  expect(said).toEqual([`info: ${path} cannot be written; the next start takes as long as this one.`]);
  const folder = keptIn(temporaryFolder());
  mkdirSync(folder.path, { recursive: true });
  await folder.file.write(VALUES);
  expect(readdirSync(folder.folder)).toEqual(['drafts']);
  expect([folder.readAll(), folder.said]).toEqual([
    undefined,
    [
      `info: ${folder.path} cannot be written; the next start takes as long as this one.`,
      `warn: ${folder.path} is damaged; it is written anew, and this start takes longer.`,
    ],
  ]);
});

test('several that write at once leave the whole file of one', async () => {
  const root = temporaryFolder();
  await Promise.all(['a', 'b', 'c'].map(value => keptIn(root).file.write(Array(50).fill(value))));
  const { readAll, said, folder } = keptIn(root);
  const values = readAll() ?? [];
  expect([values.length, new Set(values).size, said, readdirSync(folder)]).toEqual([50, 1, [], ['drafts']]);
});

test('replaces a half that a process left when it ended, once nobody can be writing it', async () => {
  const root = temporaryFolder({ 'var/kept/drafts.tmp': 'half' });
  const { file, said, path, readAll } = keptIn(root);
  await file.write(VALUES);
  expect(readAll()).toBeUndefined();
  const longAgo = Date.now() / 1000 - 90;
  utimesSync(`${path}.tmp`, longAgo, longAgo);
  await file.write(VALUES);
  expect([readAll(), said]).toEqual([VALUES, []]);
});

test('replaces a half from a time when the clock was wrong', async () => {
  const root = temporaryFolder({ 'var/kept/drafts.tmp': 'half' });
  const { file, path, readAll } = keptIn(root);
  const nextYear = Date.now() / 1000 + 365 * 86_400;
  utimesSync(`${path}.tmp`, nextYear, nextYear);
  await file.write(VALUES);
  expect(readAll()).toEqual(VALUES);
});
