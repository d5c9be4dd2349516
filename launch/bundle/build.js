import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the last build was made of, and what it made. */
const NOTE = 'dist/built.json';

/** The server first, since it empties `dist`. Only the site's warnings say nothing of use. */
const BUNDLES = [
  { configFile: 'vite.server.config.ts', logLevel: 'warn' },
  { configFile: 'vite.config.ts', logLevel: 'warn' },
  { configFile: 'vite.site.config.ts', logLevel: 'error' },
];

/**
 * Builds all that Lectern runs into `dist`.
 *
 *     node launch/bundle/build.js [--if-changed]
 *
 * With `--if-changed` it does nothing if another build would make what is there already.
 */
const sources = hashSources();
const isMade =
  process.argv.includes('--if-changed') &&
  existsSync(NOTE) &&
  readFileSync(NOTE, 'utf8') === describe(sources);
if (!isMade) {
  await bundle();
  compile();
  // Described as they were before the build: a file that was changed meanwhile may not be in it.
  writeFileSync(NOTE, describe(sources));
}

async function bundle() {
  const { build } = await import('vite');
  for (const each of BUNDLES) await build(each);
}

function compile() {
  const { status } = spawnSync(process.execPath, ['dist/bundle/compile.js'], {
    input: '/talk ceph\n',
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  if (status !== 0) process.exit(1);
}

function describe(hash) {
  const made = filesIn('dist').filter(file => file !== join(NOTE));
  return JSON.stringify({ hash, made: made.map(file => [file, statSync(file).size]) });
}

/** A hash of all that a build depends on: our files, the installed packages, and the release of Node that compiles. */
function hashSources() {
  const hash = createHash('sha256');
  const { version, platform, arch, env } = process;
  hash.update(JSON.stringify([version, platform, arch, env.NODE_ENV]));
  const settings = readdirSync('.').filter(name => /^(?:vite\.|tsconfig|package).*\.(?:ts|json)$/.test(name));
  const installed = ['node_modules/.package-lock.json'].filter(existsSync);
  for (const file of [...settings, ...installed, ...filesIn('launch'), ...filesIn('src')])
    hash.update(JSON.stringify([file, statSync(file).size])).update(readFileSync(file));
  return hash.digest('hex');
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, path, name }) => join(parentPath ?? path, name))
    .sort();
}
