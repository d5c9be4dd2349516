import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadToCompile } from './load.js';

/**
 * Answers the lines of the input from the sample, and keeps what V8 has compiled by then: all that a start and a first
 * answer need.
 *
 *     echo /talk ceph | node dist/bundle/compile.js
 */
const { runInProcess, keepCompiled } = loadToCompile();
const folder = mkdtempSync(join(tmpdir(), 'lectern-'));
process.once('exit', () => {
  keepCompiled();
  rmSync(folder, { recursive: true });
});
Object.assign(process.env, { DATA_DIR: 'data', DATABASE_URL: `file:${join(folder, 'lectern.sqlite')}` });
await runInProcess(['chat']);
