import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

/** Lectern as `npm run build` bundles it, in a folder of its own. */
export async function bundled(): Promise<{ readonly main: string; remove(): void }> {
  // Within the project, since the one package that cannot be bundled is looked for above.
  mkdirSync('var', { recursive: true });
  const folder = mkdtempSync(resolve('var', 'bundled-'));
  const outDir = join(folder, 'dist');
  await build({ configFile: 'vite.server.config.ts', logLevel: 'error', build: { outDir } });
  copyFileSync('package.json', join(folder, 'package.json'));
  return { main: join(outDir, 'main.js'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface LecternProcess {
  readonly child: ChildProcess;
  /** Its log, a line each. */
  readonly lines: string[];
  /** Resolves once it is ready; it fails where it ends before that by itself. */
  readonly ready: Promise<void>;
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

export function startProcess(
  main: string,
  env: Readonly<Record<string, string>>,
  cwd: string,
): LecternProcess {
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [main], {
    cwd,
    env: { ...inherited, SLACK_SIGNING_SECRET: '', PORT: '0', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lines: string[] = [];
  const ended = once(child, 'exit').then(() => {});
  const saidReady = new Promise<void>(done => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      lines.push(...text.split('\n').filter(line => line !== ''));
      if (text.includes('Lectern is ready.')) done();
    });
  });
  return {
    child,
    lines,
    ready: Promise.race([
      saidReady,
      ended.then(() => {
        if (child.signalCode === null) throw new Error(`Lectern ended: ${lines.join('\n')}`);
      }),
    ]),
    kill: async signal => {
      child.kill(signal);
      await ended;
    },
  };
}
