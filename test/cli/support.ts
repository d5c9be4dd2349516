import { PassThrough, Readable, Writable } from 'node:stream';
import { afterAll, beforeAll } from 'vitest';
import type { ExitCode, Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';
import type { Environment } from '../../src/wiring/config.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

export interface Given {
  readonly stdin?: string;
  readonly env?: Environment;
  readonly terminal?: boolean;
}

export interface Outcome {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line to its end, as a process would, with nothing of this process's. */
export async function lectern(argv: readonly string[], given: Given = {}): Promise<Outcome> {
  const [stdout, stderr] = [new Collected(), new Collected()];
  const isTTY = given.terminal ?? false;
  const io: Io = {
    stdin: Object.assign(Readable.from(given.stdin === undefined ? [] : [given.stdin]), { isTTY }),
    stdout: Object.assign(stdout, { isTTY }),
    stderr,
    env: given.env ?? {},
    askedToEnd: () => new Promise(() => {}),
  };
  const code = await run(argv, io);
  return { code, stdout: stdout.text, stderr: stderr.text };
}

/** A command that runs until it is asked to end, and what it has written so far. */
export interface Running {
  readonly stdin: PassThrough;
  readonly stdout: Collected;
  readonly stderr: Collected;
  readonly ended: Promise<ExitCode>;
  askToEnd(): void;
}

export function startLectern(argv: readonly string[], { env = {} }: Given = {}): Running {
  const [stdin, stdout, stderr] = [new PassThrough(), new Collected(), new Collected()];
  let askToEnd = () => {};
  const asked = new Promise<string>(resolve => {
    askToEnd = () => resolve('SIGTERM');
  });
  const ended = run(argv, { stdin, stdout, stderr, env, askedToEnd: () => asked });
  return { stdin, stdout, stderr, ended, askToEnd: () => askToEnd() };
}

/** Keeps what is written to it. */
export class Collected extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8');
    this.emit('more');
    done();
  }

  /** Resolves with what a pattern finds, now or when it comes. */
  async until(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = pattern.exec(this.text)?.[0];
      if (found !== undefined) return found;
      await new Promise(resolve => this.once('more', resolve));
    }
  }
}

/** Runs the tests of a file in a new folder, away from what a developer's own Lectern keeps in ./var. */
export function inFolderOfItsOwn(): void {
  const before = process.cwd();
  beforeAll(() => process.chdir(temporaryFolder()));
  afterAll(() => process.chdir(before));
}

/** A small conference: two talks by three people, in two rooms. */
export const LIGHTHOUSE = {
  'conference.yml': 'name: Lighthouse Days\ntimeZone: Europe/Madrid\ntracks: { storage: Storage }\n',
  'schedule.csv':
    'title,start,end,room\nCeph at sea,2027-05-11T09:00,2027-05-11T09:45,Quay Hall\nTape ashore,2027-05-12T10:00,2027-05-12T10:30,Net Loft\n',
  'storage/ceph-at-sea.txt': `Ceph at sea
~~~~~~~~~~~

**Abstract:**

How a ferry line runs Ceph on board. Three nodes share a rack with the lifejackets.


* **Ada Lund** *(Ada keeps the storage of a small harbour afloat.)*

* **Tom Okafor** *(None)*
`,
  'storage/tape-ashore.txt': `Tape ashore
~~~~~~~~~~~

**Abstract:**

What a museum keeps on tape in one rack, and why it is read once a year.


* **Ines Ferrer** *(Ines reads tapes for a museum.)*
`,
} as const;
