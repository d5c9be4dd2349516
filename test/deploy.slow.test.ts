import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { temporaryFolder } from './support/temporary-folder.ts';

// There is no container runtime where tests run, so the steps of the image are taken one by one.

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

if (!isRoot) console.warn('Not root: whether Lectern runs on a tree that it cannot write is not tried.');

test.skipIf(!isRoot)('what the image builds runs on a tree of which only var can be written', async () => {
  const dockerfile = read('Dockerfile');
  const clean = temporaryFolder({});
  const image = temporaryFolder({});
  const tracked = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).trim().split('\n');
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

test('the service and the workflow are what their programs take', () => {
  const workflow = parse(read('.github/workflows/ci.yml'));
  expect(workflow.jobs.test.strategy.matrix.node).toEqual([20, 22, 24]);
  const composed = parse(read('deploy/compose.postgres.yaml'));
  const proxied = [...read('deploy/nginx.conf').matchAll(/server (lectern-\d):3000/g)].map(
    ([, name]) => name,
  );
  expect(Object.keys(composed.services).filter(name => name.startsWith('lectern'))).toEqual(proxied);
  execFileSync(
    'sh',
    ['-c', 'command -v systemd-analyze >/dev/null || exit 0; systemd-analyze verify deploy/lectern.service'],
    { cwd: ROOT },
  );
});
