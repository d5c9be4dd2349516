import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';

const LOAD = new URL('../../../launch/bundle/load.js', import.meta.url).href;
const folder = mkdtempSync(join(tmpdir(), 'lectern-'));
const bundle = join(folder, 'bundle.cjs');
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Loads the bundle in a process of its own, since V8 keeps what it compiled in one, too. */
function load(then = ''): unknown {
  const code = `
    import { setFlagsFromString } from 'node:v8';
    import { loadProgram } from ${JSON.stringify(LOAD)};
    const program = loadProgram(${JSON.stringify(bundle)});
    ${then}
    console.log(JSON.stringify(program));`;
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' }),
  );
}

test('loads a bundle as V8 compiled it before, and compiles it again where V8 does not take that', () => {
  writeFileSync(
    bundle,
    `(function (exports, require, module, __filename) {
       exports.place = require('node:path').basename(__filename);
     })`,
  );
  // A build that takes longer than a start has V8's own flags again.
  const isSlow = `setFlagsFromString('--semi-space-growth-factor=2');`;
  expect(load(`${isSlow} program.keepCompiled();`)).toEqual({ place: 'bundle.cjs', wasCompiled: false });
  expect(load('program.keepCompiled();')).toEqual({ place: 'bundle.cjs', wasCompiled: true });
  expect(load()).toEqual({ place: 'bundle.cjs', wasCompiled: true });
  writeFileSync(`${bundle}.compiled`, 'made by another release');
  expect(load()).toEqual({ place: 'bundle.cjs', wasCompiled: false });
});
