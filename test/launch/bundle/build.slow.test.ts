import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const BUILD = fileURLToPath(new URL('../../../launch/bundle/build.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lectern-'));

beforeAll(() => {
  write('package.json', '{ "type": "module" }');
  write('src/program.js', 'export const answer = 1;');
  write('launch/bundle/compile.js', '');
  for (const [name, outDir] of Object.entries({
    server: 'dist',
    page: 'dist/page',
    site: 'dist/site',
  })) {
    const build = {
      outDir,
      emptyOutDir: true,
      lib: { entry: 'src/program.js', formats: ['es'], fileName: 'made' },
    };
    const file = name === 'page' ? 'vite.config.ts' : `vite.${name}.config.ts`;
    const publicDir = name === 'server' ? 'launch' : false;
    write(file, `export default ${JSON.stringify({ publicDir, build })}`);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** Builds if something changed. Returns whether it did. */
function buildIfChanged(): boolean {
  const made = join(folder, 'dist/site/made.js');
  const at = () => statSync(made, { throwIfNoEntry: false })?.mtimeMs;
  const before = at();
  execFileSync(process.execPath, [BUILD, '--if-changed'], { cwd: folder });
  return at() !== before;
}

test('builds again only if a source, a setting or something that was built is another', () => {
  expect(buildIfChanged()).toBe(true);
  expect(buildIfChanged()).toBe(false);
  write('src/program.js', 'export const answer = 2;');
  expect(buildIfChanged()).toBe(true);
  write('src/another.js', '');
  expect(buildIfChanged()).toBe(true);
  write('vite.config.ts', 'export default { build: { outDir: "dist/page" } }');
  write('index.html', '');
  expect(buildIfChanged()).toBe(true);
  rmSync(join(folder, 'dist/site/made.js'));
  expect(buildIfChanged()).toBe(true);
  expect(buildIfChanged()).toBe(false);
});
