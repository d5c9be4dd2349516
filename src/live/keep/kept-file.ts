import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { arch } from 'node:os';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';

interface KeptLog {
  warn(fields: { readonly err: unknown }, sentence: string): void;
  info(fields: { readonly err: unknown }, sentence: string): void;
}

export interface KeptOptions {
  /** It is made if it is missing. */
  readonly folder: string;
  /** Another one as soon as the program may read something otherwise. */
  readonly program: string;
  readonly log: KeptLog;
}

/** The file begins with this line, and goes on with the hash of all that values depend on besides their keys. */
const MARK = Buffer.from('lectern kept 1\n');
const HASH_BYTES = 32;
const LENGTH_BYTES = 4;

/** Longer than any value, so that a damaged length takes no memory. */
const VALUE_BYTES_MAX = 256 * 2 ** 20;

/**
 * Values in a file, from one start to the next of the same program, only to save time: without it they are made again.
 * Each has its length and hash before it, and one of no length says that the file is whole.
 */
export class KeptFile {
  readonly #path: string;
  readonly #program: Buffer;
  readonly #log: KeptLog;

  constructor(name: string, { folder, program, log }: KeptOptions) {
    this.#path = `${folder}/${name}`;
    // Node's data on Unicode and time zones, and the order of bytes.
    this.#program = hash(JSON.stringify([program, process.versions, arch()]));
    this.#log = log;
  }

  /**
   * Makes something of the values, at once, since nobody is answered before. Returns undefined if there are none or those of
   * another program, and if the file is damaged, which is logged.
   */
  read<Result>(make: (values: Iterable<unknown>) => Result): Result | undefined {
    const file = this.#open();
    if (file === undefined) return undefined;
    try {
      const mark = readBytes(file, MARK.length);
      if (!mark.equals(MARK)) throw new Error('Lectern did not write it.');
      const isOurs = readBytes(file, HASH_BYTES).equals(this.#program);
      return isOurs ? make(readValues(file)) : undefined;
    } catch (error) {
      this.#log.warn(
        { err: error },
        `${this.#path} is damaged; it is written anew, and this start takes longer.`,
      );
      return undefined;
    } finally {
      closeSync(file);
    }
  }

  /**
   * Writes aside and renames. One process does it at a time; a failure is logged. Other work has its turn after each value.
   */
  async write(values: Iterable<unknown>): Promise<void> {
    try {
      await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 });
      await this.#replace(values);
    } catch (error) {
      this.#log.info(
        { err: error },
        `${this.#path} cannot be written; the next start takes as long as this one.`,
      );
    }
  }

  #open(): number | undefined {
    try {
      return openSync(this.#path, 'r');
    } catch (error) {
      if (!hasCode(error, 'ENOENT'))
        this.#log.warn({ err: error }, `${this.#path} cannot be opened; this start takes longer.`);
      return undefined;
    }
  }

  async #replace(values: Iterable<unknown>): Promise<void> {
    const aside = `${this.#path}.tmp`;
    if (await isLeft(aside)) await rm(aside, { force: true });
    const file = await openNew(aside);
    // Another process writes the same just now.
    if (file === undefined) return;
    try {
      try {
        await file.writeFile(Buffer.concat([MARK, this.#program]));
        for (const value of values) await file.writeFile(frame(serialize(value)));
        await file.writeFile(frame(Buffer.alloc(0)));
      } finally {
        await file.close();
      }
      await rename(aside, this.#path);
    } catch (error) {
      await rm(aside, { force: true });
      throw error;
    }
  }
}

/** Returns undefined if it is there already. */
async function openNew(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'wx', 0o600);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return undefined;
    throw error;
  }
}

/** A process that ended may have left it, when the clock was ahead too. One that still writes it does so all the time. */
async function isLeft(aside: string): Promise<boolean> {
  const written = await stat(aside).catch(() => undefined);
  return written !== undefined && Math.abs(Date.now() - written.mtimeMs) > LEFT_AFTER_MS;
}

const LEFT_AFTER_MS = 60_000;

function* readValues(file: number): Iterable<unknown> {
  for (;;) {
    const length = readBytes(file, LENGTH_BYTES).readUInt32LE();
    if (length > VALUE_BYTES_MAX) throw new Error('A value is too long.');
    const expected = readBytes(file, HASH_BYTES);
    const bytes = readBytes(file, length);
    if (!hash(bytes).equals(expected)) throw new Error('A value is not as it was written.');
    if (length === 0) return;
    yield deserialize(bytes);
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function readBytes(file: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length);
  for (let at = 0; at < length; ) {
    const count = readSync(file, bytes, at, length - at, null);
    if (count === 0) throw new Error('It ends too early.');
    at += count;
  }
  return bytes;
}

function frame(bytes: Buffer): Buffer {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([length, hash(bytes), bytes]);
}

function hash(content: string | Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}
