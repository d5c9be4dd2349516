import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createProgressBar } from '../../src/cli/read-paths.ts';

function shownOn(isTTY: boolean): string {
  let nowMs = 0;
  const stderr = Object.assign(new PassThrough(), { isTTY });
  const progress = createProgressBar(stderr, () => nowMs);
  progress.show(1, 4);
  nowMs = 1000;
  progress.show(2, 4);
  progress.show(2, 4);
  progress.clear();
  return String(stderr.read() ?? '');
}

test('a bar is shown to a person who has waited for a second, and taken away again', () => {
  expect(shownOn(true)).toBe(`\r[${'#'.repeat(15)}${' '.repeat(15)}] 2 of 4 files\r\x1b[K`);
});

test('nobody else is shown one', () => {
  expect(shownOn(false)).toBe('');
});
