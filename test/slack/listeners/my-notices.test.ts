import { expect, test } from 'vitest';
import { conferenceKey } from '../../../src/programme/conference.ts';
import { starredChanged } from '../../../src/slack/views/mine/starred-notices.ts';
import { harbour } from '../../support/harbour.ts';
import { read } from '../../support/read.ts';
import { answerTo, changed, last, MIRA, messagesOfApp, postNotice } from '../../support/slack-people.ts';
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
  const notice = starredChanged([{ kind: 'cancelled', talk }], { folder: '', rehearsal: false });
  const posted = await postNotice(workspace, notice);
  const above = read(posted.blocks).slice(0, -1);
  await workspace.click({ user: MIRA, in: posted, label: 'Stop these' });
  const stopped = await changed(workspace, posted);
  expect(read(stopped.blocks)).toEqual([
    ...above,
    '[Resume]',
    'You no longer get messages when your talks change. /talk mine always has them as they are now.',
  ]);
  expect((await store.preferences.of(member)).changes).toBe(false);
  await workspace.click({ user: MIRA, in: stopped, label: 'Resume' });
  expect(read((await changed(workspace, stopped)).blocks)).toEqual([
    ...above,
    '[Stop these]',
    'You get a message again when one of your talks changes.',
  ]);
  expect((await store.preferences.of(member)).changes).toBe(true);
});

test('Unstar in a message says what was done, and Star there takes it back', async () => {
  const { workspace, store } = await openStage();
  const [talk] = harbour.talks;
  if (talk === undefined) throw new Error('The harbour has talks.');
  const conference = conferenceKey(harbour.conference);
  await store.stars.star({ ...member, conference, talk: talk.id }, 0);
  const changes = starredChanged([{ kind: 'cancelled', talk }], { folder: '', rehearsal: false });
  const notice = await postNotice(workspace, changes);
  const before = read(notice.blocks);
  await workspace.click({ user: MIRA, in: notice, label: 'Unstar' });
  const unstarred = await changed(workspace, notice);
  expect(read(unstarred.blocks)).toEqual([
    ...before.slice(0, -2),
    '[Details][Star]',
    `“${talk.title}” is no longer one of your talks.`,
    '[Stop these]',
  ]);
  await workspace.click({ user: MIRA, in: unstarred, label: 'Star' });
  expect(read((await changed(workspace, unstarred)).blocks)).toEqual(before);
});
