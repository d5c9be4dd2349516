import { onTestFinished } from 'vitest';
import { startWorkspace, type Workspace } from '../../src/local-slack/workspace.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { type LecternProcess, startProcess } from './lectern-process.ts';
import { databaseFile } from './store.ts';
import { temporaryFolder } from './temporary-folder.ts';

interface Killable {
  readonly workspace: Workspace;
  /** Begins a process, and waits until it is ready. */
  start(): Promise<LecternProcess>;
  /** Reads what is kept, by a connection that is closed after. */
  read<Kept>(read: (store: Store) => Promise<Kept>): Promise<Kept>;
}

/** A workspace, and processes of a bundle that serve it on one database file, to be killed. */
export async function killable(main: string, data: Readonly<Record<string, string>>): Promise<Killable> {
  const workspace = await startWorkspace();
  onTestFinished(() => workspace.close());
  const env = {
    SLACK_APP_TOKEN: workspace.tokens.app,
    SLACK_BOT_TOKEN: workspace.tokens.bot,
    SLACK_API_URL: workspace.apiUrl,
    DATA_DIR: temporaryFolder(data),
    DATABASE_URL: `file:${databaseFile()}`,
  };
  const cwd = temporaryFolder();
  return {
    workspace,
    start: async () => {
      const running = startProcess(main, env, cwd);
      onTestFinished(() => running.kill('SIGKILL'));
      await running.ready;
      return running;
    },
    read: async read => {
      const store = openStore({ url: env.DATABASE_URL, run: 'real' });
      try {
        return await read(store);
      } finally {
        await store.close();
      }
    },
  };
}
