import type { TestProject } from 'vitest/node';
import { PostgresServer } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the server is over which the tests of the store run; SQLite without it. */
    readonly postgres?: { readonly folder: string; readonly port: number };
  }
}

/** One server for all test files of a run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await PostgresServer.start({ max_connections: '300' });
  project.provide('postgres', { folder: server.folder, port: server.port });
  return () => server.remove();
}
