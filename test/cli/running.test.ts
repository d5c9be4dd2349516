import { expect, test } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { whileRunning } from '../../src/cli/running.ts';
import { startWorkspace } from '../../src/local-slack/workspace.ts';
import { readConfig } from '../../src/wiring/config.ts';
import { createLog } from '../../src/wiring/log.ts';
import { databaseFile } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('tells in the log why Lectern stops, and when it has stopped', async () => {
  const slack = await startWorkspace();
  const read = readConfig({
    DATA_DIR: temporaryFolder({
      'schedule.csv': 'title,start,end\nCeph,2027-05-11T09:00,2027-05-11T09:45\n',
    }),
    DATABASE_URL: `file:${databaseFile()}`,
    PORT: '0',
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.tokens.bot,
    SLACK_SIGNING_SECRET: slack.tokens.signingSecret,
  });
  if ('mistakes' in read) throw new Error(read.mistakes.join(' '));
  const lines: string[] = [];
  const log = createLog({
    level: 'info',
    secrets: [],
    write: line => lines.push((JSON.parse(line) as { msg: string }).msg),
  });
  let askToEnd = () => {};
  const asked = new Promise<string>(resolve => {
    askToEnd = () => resolve('SIGTERM');
  });
  const io = { env: {}, askedToEnd: () => asked } as Io;
  await whileRunning(read.config, { io, log }, async () => {
    askToEnd();
    await asked;
  });
  await slack.close();
  expect(lines).toEqual(['Lectern stops: SIGTERM.', 'Lectern has stopped.']);
});
