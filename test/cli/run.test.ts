import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lectern } from './support.ts';

test('tells its version', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(await lectern(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

describe('shows its commands', () => {
  const commands = /search.*show.*check.*start.*chat/s;

  test.each([['--help'], ['help']])('on standard output for %s', async argument => {
    expect(await lectern([argument])).toEqual({
      code: 0,
      stdout: expect.stringMatching(commands),
      stderr: '',
    });
  });

  test('on standard error where no command was given', async () => {
    expect(await lectern([])).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(commands) });
  });
});

test('names the command that was meant', async () => {
  expect(await lectern(['serch', 'ceph'])).toEqual({
    code: 2,
    stdout: '',
    stderr: "error: unknown command 'serch'\n(Did you mean search?)\n",
  });
});
