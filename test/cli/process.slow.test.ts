import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startWorkspace } from '../../src/local-slack/workspace.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { Collected, LIGHTHOUSE } from './support.ts';

const data = temporaryFolder(LIGHTHOUSE);

interface Started {
  readonly child: ChildProcess;
  readonly stdout: Collected;
  readonly stderr: Collected;
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

interface Given {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly stdin?: 'pipe' | 'ignore';
}

/** Runs a script of ours in a process of its own, from its source. */
function started(
  script: string,
  argv: readonly string[],
  { env = {}, cwd, stdin = 'ignore' }: Given = {},
): Started {
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  const tsx = import.meta.resolve('tsx');
  const child = spawn(process.execPath, ['--import', tsx, resolve(script), ...argv], {
    env: { ...inherited, SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: '', ...env },
    stdio: [stdin, 'pipe', 'pipe'],
    ...(cwd === undefined ? {} : { cwd }),
  });
  const [stdout, stderr] = [new Collected(), new Collected()];
  child.stdout?.pipe(stdout);
  child.stderr?.pipe(stderr);
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal);
  return { child, stdout, stderr, ended };
}

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '%s ends Lectern with exit code 0 within 5 seconds',
  async signal => {
    const { child, stdout, ended } = started('src/main.ts', [], { env: { DATA_DIR: data, PORT: '0' } });
    await Promise.race([stdout.until(/open http/), ended]);
    const before = performance.now();
    child.kill(signal);
    expect(await ended).toBe(0);
    expect(performance.now() - before).toBeLessThan(5000);
  },
);

test('a token that Slack takes back ends Lectern with a sentence', async () => {
  const slack = await startWorkspace();
  const { bot, app } = slack.tokens;
  const env = { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_API_URL: slack.apiUrl };
  const own = { DATA_DIR: data, PORT: '0', DATABASE_URL: `file:${temporaryFolder({})}/lectern.sqlite` };
  const { stderr, ended } = started('src/main.ts', [], { env: { ...env, ...own } });
  await Promise.race([stderr.until(/Lectern is ready/), ended]);
  slack.fail('apps.connections.open', { kind: 'error', error: 'invalid_auth' });
  slack.sockets.drop();
  expect(await ended).toBe(1);
  expect(stderr.text).toMatch(/^lectern: Slack refused the credentials: invalid_auth\. Copy .*\n$/m);
  await slack.close();
});

test('what nobody reads any more ends a command quietly', async () => {
  const { child, stderr, ended } = started('src/cli/lectern.ts', ['search', '--stdin', '--data', data], {
    stdin: 'pipe',
  });
  child.stdin?.on('error', () => {});
  child.stdin?.write('ceph\n');
  child.stdout?.once('data', () => {
    child.stdout?.destroy();
    child.stdin?.write('ceph\n'.repeat(1000));
  });
  expect(await ended).toBe(0);
  expect(stderr.text).toBe('');
});

describe('.env', () => {
  const cwd = temporaryFolder({ '.env': `DATA_DIR=${data}\nPORT=0\nSLACK_APP_TOKEN=\nLOG_LEVEL=silent\n` });
  const search = (given: Given) => started('src/cli/lectern.ts', ['search', 'ceph'], given);

  test('speaks for what is not set, and for what is set but empty', async () => {
    const { ended, stdout } = search({ cwd, env: { DATA_DIR: '' } });
    expect(await ended).toBe(0);
    expect(stdout.text).toContain('Ceph at sea');
  });

  test('gives way to what is set', async () => {
    const { ended, stderr } = search({ cwd, env: { DATA_DIR: '/nowhere-at-all' } });
    expect(await ended).toBe(1);
    expect(stderr.text).toMatch(/^lectern: There is nothing at \/nowhere-at-all\. /);
  });
});
