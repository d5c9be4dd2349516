import { build } from 'vite';

/** Builds the page of the local workspace before the tests that open it. */
export async function setup(): Promise<void> {
  await build({ configFile: 'vite.config.ts', logLevel: 'warn' });
}
