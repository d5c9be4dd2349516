import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorkspace } from '../../../src/local-slack/workspace.ts';
import { openStore } from '../../../src/store/open.ts';
import { bigDayFiles } from '../../support/big-day.ts';
import { bundled, startProcess } from '../../support/lectern-process.ts';
import { read } from '../../support/read.ts';
import { answerTo, changed, MIRA } from '../../support/slack-people.ts';
import { databaseFile } from '../../support/store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const KILLS = 8;

let lectern: Awaited<ReturnType<typeof bundled>>;
beforeAll(async () => {
  lectern = await bundled();
}, 120_000);
afterAll(() => lectern.remove());

test('a star that was shown is there after a kill, for the next process too', async () => {
  const workspace = await startWorkspace();
  const cwd = temporaryFolder();
  const env = {
    SLACK_APP_TOKEN: workspace.tokens.app,
    SLACK_BOT_TOKEN: workspace.tokens.bot,
    SLACK_API_URL: workspace.apiUrl,
    DATA_DIR: temporaryFolder(bigDayFiles('2027-05-11')),
    DATABASE_URL: `file:${databaseFile()}`,
  };
  try {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const running = startProcess(lectern.main, env, cwd);
      await running.ready;
      const shown = await answerTo(workspace, '2027-05-11');
      const labels = read(shown.blocks).filter(line => line.startsWith('[Details]'));
      expect(labels.filter(line => line.includes('[Unstar]'))).toHaveLength(kill);
      const button = shown.blocks
        .flatMap(({ elements }) => (elements ?? []) as { action_id?: string; value?: string }[])
        .find(({ action_id }) => action_id === 'talk:star');
      await workspace.click({ user: MIRA, in: shown, actionId: 'talk:star', value: button?.value ?? '' });
      await changed(workspace, shown);
      await running.kill('SIGKILL');
    }
    const store = openStore({ url: env.DATABASE_URL, run: 'real' });
    const stars = await store.stars.starsOf({ workspace: 'T0HARBOUR1', person: MIRA });
    await store.close();
    expect([...stars.values()].map(({ size }) => size)).toEqual([KILLS]);
  } finally {
    await workspace.close();
  }
});
