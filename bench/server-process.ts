import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** The signing secret of every server that is measured. */
export const SECRET = 'a-secret-of-the-benchmark';

/** A busy machine reads a hundred thousand files in some minutes. */
const READY_WITHIN_MS = 600_000;

/** Milliseconds by the clock, and of processor time. */
export interface Stall {
  readonly ms: number;
  readonly cpuMs: number;
}

/** A server in a process of its own. */
export class ServerProcess {
  readonly port: number;
  readonly #child: ChildProcess;

  constructor(
    args: readonly string[],
    port: number,
    env: Readonly<Record<string, string>> = {},
    cwd = process.cwd(),
  ) {
    this.port = port;
    this.#child = spawn(process.execPath, [...args], {
      cwd,
      env: {
        PATH: process.env.PATH,
        PORT: String(port),
        SLACK_BOT_TOKEN: 'xoxb-bench',
        LOG_LEVEL: 'error',
        ...env,
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    // A measurement that fails must leave no server behind.
    const kill = () => this.#child.kill();
    process.once('exit', kill);
    this.#child.once('exit', () => process.off('exit', kill));
  }

  get pid(): number {
    return this.#child.pid ?? Number.NaN;
  }

  /** Resolves when `/readyz` says so. */
  async ready(): Promise<void> {
    const until = performance.now() + READY_WITHIN_MS;
    while (performance.now() < until) {
      const response = await fetch(`http://127.0.0.1:${this.port}/readyz`).catch(() => undefined);
      if (response?.ok) return;
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    throw new Error(`Nothing was ready on port ${this.port} within ten minutes.`);
  }

  /** Milliseconds of processor time that its living threads have had so far. Linux only. */
  get cpuMs(): number {
    const threads = `/proc/${this.#child.pid}/task`;
    const nanoseconds = readdirSync(threads).map(thread =>
      Number(readFileSync(`${threads}/${thread}/schedstat`, 'utf8').split(' ')[0]),
    );
    return nanoseconds.reduce((sum, time) => sum + time, 0) / 1e6;
  }

  /** Megabytes of resident memory: now (`VmRSS`), or at the most so far (`VmHWM`). Linux only. */
  memory(which: 'VmRSS' | 'VmHWM'): number {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
    return Number(new RegExp(`${which}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
  }

  /** Bytes that the heap holds after a full collection, of a server that was started with heap-probe.js. */
  heapAfterCollection(): Promise<number> {
    return this.#askProbe('heap');
  }

  /** The longest time for which its event loop was busy since it was last asked, if it was started with stall-probe.js. */
  longestStall(): Promise<Stall> {
    return this.#askProbe('stall');
  }

  #askProbe<Answer>(question: string): Promise<Answer> {
    const answered = new Promise<Answer>(resolve => this.#child.once('message', resolve));
    this.#child.send(question);
    return answered;
  }

  async stop(): Promise<void> {
    const ended = new Promise(resolve => this.#child.once('exit', resolve));
    this.#child.kill();
    await ended;
  }
}
