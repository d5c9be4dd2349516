import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore, type Store } from '../../src/store/open.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A file for a database; it goes when the tests of the file are done. */
export function databaseFile(): string {
  return join(temporaryFolder(), 'lectern.sqlite');
}

/** A store in memory, or one of several on the same file, as processes share one. */
export function store({ path = ':memory:', run = 'real' } = {}): Store {
  const opened = openStore({ url: `file:${path}`, run });
  onTestFinished(() => opened.close());
  return opened;
}
