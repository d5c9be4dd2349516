import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { temporaryFolder } from './support/temporary-folder.ts';

// The steps of the image are taken one by one, so that no container runtime is needed.

const ROOT = new URL('../', import.meta.url).pathname;
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** The commands that an image runs in its first stage. */
function buildSteps(dockerfile: string): readonly string[] {
  const [, first = ''] = dockerfile.split(/^FROM /m);
  return [...first.matchAll(/^RUN (.+)$/gm)].map(([, command = '']) => command);
}

/** The paths that the last stage takes from the first. */
function kept(dockerfile: string): readonly string[] {
  return [...dockerfile.matchAll(/^COPY --from=build \/app\/(\S+)/gm)].map(([, path = '']) => path);
}

if (!isRoot)
  console.warn(
    'NOT TRIED, as this is not root: whether Lectern runs on a tree that it cannot write is not tried.',
  );

test.skipIf(!isRoot)('what the image builds runs on a tree of which only var can be written', async () => {
  const dockerfile = read('Dockerfile');
  const clean = temporaryFolder({});
  const image = temporaryFolder({});
  const ignored = new Set(read('.dockerignore').trim().split('\n'));
  const tracked = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' })
    .trim()
    .split('\n')
    .filter(file => !ignored.has(file.split('/')[0] ?? ''));
  for (const file of tracked) cpSync(join(ROOT, file), join(clean, file));
  const steps = buildSteps(dockerfile);
  expect(steps).toEqual(['npm ci', 'npm run build', 'npm prune --omit=dev']);
  for (const step of steps) execFileSync('sh', ['-c', step], { cwd: clean, stdio: 'pipe' });
  expect(kept(dockerfile)).toEqual(['package.json', 'node_modules', 'dist', 'data']);
  for (const path of kept(dockerfile)) cpSync(join(clean, path), join(image, path), { recursive: true });
  mkdirSync(join(image, 'var'));
  chownSync(join(image, 'var'), NOBODY, NOBODY);
  for (const folder of [image, clean]) chmodSync(folder, 0o755);

  const child = spawn(process.execPath, ['dist/main.js'], {
    cwd: image,
    uid: NOBODY,
    gid: NOBODY,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: '0' },
  });
  const ended = new Promise<number | null>(resolve => child.once('exit', resolve));
  onTestFinished(() => void child.kill('SIGKILL'));
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (printed += chunk));
  await expect.poll(() => printed, { timeout: 60_000 }).toMatch(/open http:\/\/localhost:\d+/);
  const url = /http:\/\/localhost:\d+/.exec(printed)?.[0];
  await expect
    .poll(async () => await (await fetch(`${url}/readyz`)).json(), { timeout: 20_000 })
    .toMatchObject({ ready: true, store: 'ok' });
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;
if (!hasSystemd) console.warn('NOT TRIED: there is no systemd-analyze to read the service.');

test.skipIf(!hasSystemd)('systemd knows each line of the service', () => {
  // Node may stand elsewhere here.
  const unit = read('deploy/lectern.service').replace('/usr/bin/node', process.execPath);
  const file = join(temporaryFolder({ 'lectern.service': unit }), 'lectern.service');
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
  const said = stderr.split('\n').filter(line => line.includes('lectern.service'));
  expect({ status, said }).toEqual({ status: 0, said: [] });
});

test('the proxy spreads over the processes that compose starts', () => {
  const { services } = parse(read('deploy/compose.postgres.yaml'));
  const proxied = [...read('deploy/nginx.conf').matchAll(/server (lectern-\d):3000/g)].map(
    ([, name]) => name,
  );
  expect(Object.keys(services).filter(name => name.startsWith('lectern'))).toEqual(proxied);
});

test('the suite runs on three releases of Node', () => {
  expect(parse(read('.github/workflows/ci.yml')).jobs.test.strategy.matrix.node).toEqual([20, 22, 24]);
});
