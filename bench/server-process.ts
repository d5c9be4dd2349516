import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The signing secret of every server that is measured. */
export const SECRET = 'a-secret-of-the-benchmark';

/** The kernel counts a process's time in hundredths of a second. */
const TICKS_A_SECOND = 100;

/** A server in a process of its own. */
export class ServerProcess {
  readonly port: number;
  readonly #child: ChildProcess;

  constructor(args: readonly string[], port: number, env: Readonly<Record<string, string>> = {}) {
    this.port = port;
    this.#child = spawn(process.execPath, [...args], {
      env: {
        PATH: process.env.PATH,
        PORT: String(port),
        SLACK_BOT_TOKEN: 'xoxb-bench',
        LOG_LEVEL: 'error',
        ...env,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    // A measurement that fails must leave no server behind.
    const kill = () => this.#child.kill();
    process.once('exit', kill);
    this.#child.once('exit', () => process.off('exit', kill));
  }

  /** Resolves when `/readyz` says so. */
  async ready(): Promise<void> {
    const until = performance.now() + 180_000;
    while (performance.now() < until) {
      const response = await fetch(`http://127.0.0.1:${this.port}/readyz`).catch(() => undefined);
      if (response?.ok) return;
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    throw new Error(`Nothing was ready on port ${this.port} within three minutes.`);
  }

  /** Seconds of processor time so far, in hundredths. Linux only. */
  get cpuSeconds(): number {
    const fields = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  }

  /** Megabytes of resident memory: now (`VmRSS`), or at the most so far (`VmHWM`). Linux only. */
  memory(which: 'VmRSS' | 'VmHWM'): number {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
    return Number(new RegExp(`${which}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
  }

  async stop(): Promise<void> {
    const ended = new Promise(resolve => this.#child.once('exit', resolve));
    this.#child.kill();
    await ended;
  }
}
