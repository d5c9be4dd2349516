import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { loadProgram } from '../../../launch/bundle/load.js';

const folder = mkdtempSync(join(tmpdir(), 'lectern-'));
const bundle = join(folder, 'bundle.cjs');
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('loads a bundle as V8 compiled it before, and compiles it again where V8 does not take that', () => {
  writeFileSync(
    bundle,
    `(function (exports, require, module, __filename) {
       exports.place = require('node:path').basename(__filename);
     })`,
  );
  const load = () => loadProgram(bundle) as unknown as { place: string; keepCompiled: () => void };
  const first = load();
  expect(first.place).toBe('bundle.cjs');
  first.keepCompiled();
  expect(existsSync(`${bundle}.compiled`)).toBe(true);
  expect(load().place).toBe('bundle.cjs');
  writeFileSync(`${bundle}.compiled`, 'made by another release');
  expect(load().place).toBe('bundle.cjs');
});
