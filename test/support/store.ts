import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { openStore, type Store } from '../../src/store/open.ts';

const open: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** A file for a database; it ends with the test. */
export function databaseFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-store-'));
  open.push(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'lectern.sqlite');
}

/** A store in memory, or one of several on the same file, as processes share one. */
export function store({ path = ':memory:', run = 'real' } = {}): Store {
  const opened = openStore({ url: `file:${path}`, run });
  open.push(() => opened.close());
  return opened;
}
