import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore, type Store } from '../../src/store/open.ts';

/** A file for a database; it ends with the test. */
export function databaseFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'lectern.sqlite');
}

/** A store in memory, or one of several on the same file, as processes share one. */
export function store({ path = ':memory:', run = 'real' } = {}): Store {
  const opened = openStore({ url: `file:${path}`, run });
  onTestFinished(() => opened.close());
  return opened;
}
