import { expect, test } from 'vitest';
import type { Message } from '../../../src/local-slack/state/messages.ts';
import type { Workspace } from '../../../src/local-slack/workspace.ts';
import { conferenceKey } from '../../../src/programme/conference.ts';
import { starredChanged } from '../../../src/slack/views/mine/starred-notices.ts';
import { harbour } from '../../support/harbour.ts';
import { read } from '../../support/read.ts';
import { answerTo, changed, MIRA, messagesOfApp, postNotice } from '../../support/slack-people.ts';
import { openStage } from '../../support/stage.ts';

const conference = conferenceKey(harbour.conference);
const member = { workspace: 'T0HARBOUR1', person: MIRA };

/** Presses a button, and returns the message around it once it reads differently. */
async function press(workspace: Workspace, message: Message, label: string): Promise<Message> {
  await workspace.click({ user: MIRA, in: message, label });
  return changed(workspace, message);
}

async function openUndo() {
  const stage = await openStage();
  const { workspace, store } = stage;
  return {
    ...stage,
    undo: async () => read((await answerTo(workspace, 'undo')).blocks),
    starred: async () => [...((await store.stars.starsOf(member)).get(conference) ?? [])].sort(),
  };
}

test('undo takes back a pressed star, and one that was taken away', async () => {
  const { workspace, undo, starred } = await openUndo();
  const found = await answerTo(workspace, 'radio');
  const pressed = await press(workspace, found, 'Star');
  const stars = await starred();
  expect(stars).toHaveLength(1);
  expect((await undo())[0]).toMatch(/ is no longer one of your talks\.$/);
  expect(await starred()).toEqual([]);
  expect(await undo()).toEqual(['There is nothing more to undo.']);
  await workspace.click({ user: MIRA, in: pressed, label: 'Unstar' });
  await press(workspace, await answerTo(workspace, 'radio'), 'Star');
  await press(workspace, await answerTo(workspace, 'radio'), 'Unstar');
  expect((await undo())[0]).toMatch(/^Starred /);
  expect(await starred()).toEqual(stars);
});

test('undo brings back all stars that were taken away at once, and says so', async () => {
  const { workspace, store, undo, starred } = await openUndo();
  for (const talk of ['people/radio', 'storage/ceph-1'])
    await store.stars.star({ ...member, conference, talk }, 0);
  const gone = await press(workspace, await answerTo(workspace, 'unstar all'), 'Unstar all');
  expect(read(gone.blocks)).toEqual(['2 talks unstarred. To star them again, type /talk undo.']);
  expect(await undo()).toEqual(['2 talks are starred again. /talk mine shows them.']);
  expect(await starred()).toEqual(['people/radio', 'storage/ceph-1']);
});

test('undo brings back a removed alert, and removes a new one', async () => {
  const { workspace, store, undo } = await openUndo();
  const alerts = () => store.alerts.wordsOf(member, conference);
  const added = await answerTo(workspace, 'alert fog');
  await press(workspace, added, 'Remove');
  expect((await undo())[0]).toMatch(
    /^You will get a direct message when a new or changed talk matches fog\./,
  );
  expect(await alerts()).toEqual(['fog']);
  expect((await undo())[0]).toBe('The alert for “fog” is removed.');
  expect(await alerts()).toEqual([]);
});

test('undo takes back what a person chose to be told', async () => {
  const { workspace, store, undo } = await openUndo();
  await answerTo(workspace, 'remind me 10 minutes before');
  const change = { kind: 'cancelled', talk: harbour.talks[0], former: harbour.talks[0] } as never;
  const notice = await postNotice(workspace, starredChanged([change], { folder: '', rehearsal: false }));
  await press(workspace, notice, 'Stop these');
  expect(await undo()).toEqual(['As before: Reminders 10 minutes before · messages about changes.']);
  expect(await undo()).toEqual(['As before: Reminders off · messages about changes.']);
  expect(await store.preferences.of(member)).toMatchObject({ reminders: undefined, changes: true });
});

test('undo leaves what a person has chosen anew since, and says so', async () => {
  const { workspace, store, undo } = await openUndo();
  await answerTo(workspace, 'remind me 10 minutes before');
  await store.preferences.change(member, { reminders: 5 });
  expect(await undo()).toEqual([
    'You have chosen anew since, and that stays: Reminders 5 minutes before · messages about changes.',
  ]);
  expect((await store.preferences.of(member)).reminders).toBe(5);
  expect(await undo()).toEqual(['There is nothing more to undo.']);
});

test('to choose what holds already is nothing to undo', async () => {
  const { workspace, undo } = await openUndo();
  for (const minutes of [5, 10, 10]) await answerTo(workspace, `remind me ${minutes} minutes before`);
  expect(await undo()).toEqual(['As before: Reminders 5 minutes before · messages about changes.']);
});

test('where nothing was done undo says so, and in a direct message it takes back what was done elsewhere', async () => {
  const { workspace, store, undo } = await openUndo();
  expect(await undo()).toEqual(['There is nothing more to undo.']);
  await store.preferences.change(member, { reminders: 'off' });
  await press(workspace, await answerTo(workspace, 'radio'), 'Star');
  const before = messagesOfApp(workspace).length;
  await workspace.directMessage({ user: MIRA, text: 'undo that please' });
  const answer = await workspace.when(() => messagesOfApp(workspace)[before]);
  expect(read(answer.blocks)[0]).toMatch(/ is no longer one of your talks\.$/);
});
