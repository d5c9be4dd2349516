import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';

const LOAD = new URL('../../../launch/bundle/load.js', import.meta.url).href;
const folder = mkdtempSync(join(tmpdir(), 'lectern-'));
const bundle = join(folder, 'bundle.cjs');
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the code in a process of its own, since V8 keeps what it compiled in one, too. Returns what it prints. */
function run(code: string): unknown {
  const modules = `import * as program from ${JSON.stringify(LOAD)};`;
  const args = ['--input-type=module', '-e', `${modules} console.log(JSON.stringify(${code}))`];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  // V8 says there which flags it does not know.
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

const load = (): unknown => run(`program.loadProgram(${JSON.stringify(bundle)})`);

function compile(): void {
  run(`program.loadToCompile(${JSON.stringify(bundle)}).keepCompiled() ?? null`);
}

test('loads a bundle as V8 compiled it before, and compiles it again where V8 does not take that', () => {
  writeFileSync(
    bundle,
    `(function (exports, require, module, __filename) {
       exports.place = require('node:path').basename(__filename);
     })`,
  );
  expect(load()).toEqual({ place: 'bundle.cjs', wasCompiled: false });
  compile();
  expect(load()).toEqual({ place: 'bundle.cjs', wasCompiled: true });
  writeFileSync(`${bundle}.compiled`, 'made by another release');
  expect(load()).toEqual({ place: 'bundle.cjs', wasCompiled: false });
});

test("gives V8's own values back to the flags that it changes at the start", () => {
  const options = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
  const flags = run('program.START_FLAGS') as readonly { readonly flag: string; readonly own: number }[];
  const defaults = flags.map(({ flag }) => new RegExp(`default: ${flag}=(\\d+)`).exec(options)?.[1]);
  expect(defaults).toEqual(flags.map(({ own }) => String(own)));
});
