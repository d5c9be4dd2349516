import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { LIGHTHOUSE } from './support.ts';

const data = temporaryFolder(LIGHTHOUSE);
const QUERIES = 50_000;

/** More than a pipe holds, many times over: whoever reads late still gets each line, and the last one whole. */
test('search --stdin loses nothing to a reader that is slower than it', async () => {
  const argv = ['--import', 'tsx', 'src/cli/lectern.ts', 'search', '--stdin', '--data', data];
  const child = spawn(process.execPath, argv, { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(Array.from({ length: QUERIES }, (_, n) => `ceph ${n}\n`).join(''));
  let read = '';
  for await (const chunk of child.stdout) {
    read += chunk;
    await new Promise(setImmediate);
  }
  const [code] = child.exitCode === null ? await once(child, 'exit') : [child.exitCode];
  const lines = read.split('\n');
  expect({ code, lines: lines.length, end: lines.pop() }).toEqual({ code: 0, lines: QUERIES + 1, end: '' });
  expect(lines.map(line => JSON.parse(line).query)).toEqual(
    Array.from({ length: QUERIES }, (_, n) => `ceph ${n}`),
  );
});
