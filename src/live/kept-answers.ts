import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Source } from '../sources/settings/source-setting.ts';

/** The last good answer of a source. */
export interface KeptAnswer {
  readonly bytes: Uint8Array;
  /** The address of the bytes: the source's own, or the one that its page links. */
  readonly address: string;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  /** When the source last said so, in milliseconds since 1970. */
  readonly goodAt: number;
}

/** Last good answers on disk, so that a restart while a source is down still has the programme. */
export interface KeptAnswers {
  /** Returns undefined if none is kept, or the kept one is damaged. */
  read(source: Source): Promise<KeptAnswer | undefined>;
  write(source: Source, answer: KeptAnswer): Promise<void>;
  /** The source said that the kept answer is still right. */
  confirm(source: Source, goodAt: number): Promise<void>;
}

/**
 * Each answer is one file: a line of JSON, then the bytes as they came. In two files the mark of one answer could come
 * to stand beside the bytes of another, and the source would say "unchanged" for ever. The file's time is `goodAt`, so
 * that an unchanged answer need not be written again.
 */
export function keptAnswers(folder: string): KeptAnswers {
  const fileOf = ({ url, headers }: Source) => {
    // By hash: an address is no file name, and may hold a secret.
    const name = createHash('sha256')
      .update(JSON.stringify([url, headers]))
      .digest('hex');
    return join(folder, `${name.slice(0, 32)}.answer`);
  };
  return {
    read: source => readKept(fileOf(source)),
    write: async (source, answer) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeKept(fileOf(source), answer);
    },
    confirm: (source, goodAt) => utimes(fileOf(source), goodAt / 1000, goodAt / 1000),
  };
}

const head = z.object({
  address: z.url({ protocol: /^https?$/ }),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  length: z.number(),
});

async function readKept(file: string): Promise<KeptAnswer | undefined> {
  try {
    const [{ mtimeMs }, content] = await Promise.all([stat(file), readFile(file)]);
    const lineEnd = content.indexOf('\n');
    const { address, etag, lastModified, length } = head.parse(
      JSON.parse(content.subarray(0, lineEnd).toString()),
    );
    const bytes = content.subarray(lineEnd + 1);
    if (bytes.length !== length) return undefined;
    return { bytes, address, etag, lastModified, goodAt: Math.round(mtimeMs) };
  } catch {
    // Not there yet, or no longer whole: the source is asked as if it were new.
    return undefined;
  }
}

/** Writes aside and renames, so that a reader finds one whole answer or the other. */
async function writeKept(file: string, { bytes, goodAt, ...marks }: KeptAnswer): Promise<void> {
  const aside = `${file}.${process.pid}.tmp`;
  try {
    const handle = await open(aside, 'w', 0o600);
    try {
      await handle.writeFile(`${JSON.stringify({ ...marks, length: bytes.length })}\n`);
      await handle.writeFile(bytes);
      await handle.utimes(goodAt / 1000, goodAt / 1000);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}
