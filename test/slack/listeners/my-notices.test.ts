import { pino } from 'pino';
import { expect, test } from 'vitest';
import { posterTo } from '../../../src/slack/post.ts';
import { starredChanged } from '../../../src/slack/views/mine/starred-notices.ts';
import { configuredToken } from '../../../src/slack/workspace-tokens.ts';
import { harbour } from '../../support/harbour.ts';
import { read } from '../../support/read.ts';
import { answerTo, changed, last, MIRA, messagesOfApp } from '../../support/slack-people.ts';
import { openStage, type Stage } from '../../support/stage.ts';

const member = { workspace: 'T0HARBOUR1', person: MIRA };
const QUESTION =
  'Do you want a direct message before your talks start? You can change this in /talk settings.';

async function lastSays({ workspace }: Stage, words: string): Promise<void> {
  await workspace.when(() =>
    read(last(messagesOfApp(workspace)).blocks)[0]?.startsWith(words) === true ? true : undefined,
  );
}

test('after the first star a person is asked once whether they want reminders', async () => {
  const stage = await openStage();
  const { workspace, store } = stage;
  const results = await answerTo(workspace, 'radio silence');
  await workspace.click({ user: MIRA, in: results, label: 'Star' });
  await lastSays(stage, QUESTION);
  const question = last(messagesOfApp(workspace));
  expect(read(question.blocks)).toEqual([QUESTION, '[5 minutes before][10 minutes][15 minutes][No]']);
  await workspace.click({ user: MIRA, in: question, label: '10 minutes' });
  expect(read((await changed(workspace, question)).blocks)).toEqual([
    'You get a direct message 10 minutes before a talk that you starred starts. You can change this in /talk settings.',
  ]);
  expect((await store.preferences.of(member)).reminders).toBe(10);
});

test('a person who wants no messages about changes says so below one, and may take it back', async () => {
  const stage = await openStage();
  const { workspace, store } = stage;
  const [talk] = harbour.talks;
  if (talk === undefined) throw new Error('The harbour has talks.');
  const log = pino({ level: 'silent' });
  const poster = posterTo({ tokens: configuredToken(workspace.tokens.bot), apiUrl: workspace.apiUrl, log });
  const notice = starredChanged([{ kind: 'cancelled', talk }], { folder: '', rehearsal: false });
  await poster.post(MIRA, notice, { workspace: 'T0HARBOUR1', threadTs: undefined });
  await poster.close();
  await workspace.click({ user: MIRA, in: last(messagesOfApp(workspace)), label: 'Stop these' });
  await lastSays(stage, 'You get no more messages about changes of your talks.');
  expect((await store.preferences.of(member)).changes).toBe(false);
  const stopped = last(messagesOfApp(workspace));
  await workspace.click({ user: MIRA, in: stopped, label: 'Turn on again' });
  expect(read((await changed(workspace, stopped)).blocks)).toEqual([
    'You are told again when one of your talks changes.',
  ]);
  expect((await store.preferences.of(member)).changes).toBe(true);
});
