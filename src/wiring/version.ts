import { readFileSync } from 'node:fs';

/** The version of Lectern, from package.json two folders above. */
export function version(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return version;
}

/** The build writes a hash of the program here; see vite.server.config.ts. */
const WRITTEN = 'HASH_OF_THE_BUNDLE';

/** A hash of the program that runs; undefined if it runs from its sources. */
export const BUNDLE_HASH = /^[0-9a-f]{64}$/.test(WRITTEN) ? WRITTEN : undefined;
