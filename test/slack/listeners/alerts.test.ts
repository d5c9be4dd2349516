import { expect, test } from 'vitest';
import { conferenceKey } from '../../../src/programme/conference.ts';
import { harbour } from '../../support/harbour.ts';
import { read } from '../../support/read.ts';
import { answerTo, last, MIRA, messagesOfApp } from '../../support/slack-people.ts';
import { openStage } from '../../support/stage.ts';

const conference = conferenceKey(harbour.conference);
const member = { workspace: 'T0HARBOUR1', person: MIRA };

test('an alert is set, listed and removed, for that person alone', async () => {
  const { workspace, store } = await openStage();
  const say = async (text: string) => read((await answerTo(workspace, text)).blocks);
  expect(await say('alerts')).toEqual([
    'You have no alerts. Type /talk alert and a topic, and you are told when a new talk is about it.',
  ]);
  const set = await answerTo(workspace, 'alert submarines');
  expect(read(set.blocks)).toEqual([
    'You will get a direct message when a new or changed talk matches submarines. No talk does yet.',
    '[Remove]',
  ]);
  expect(await say('alert submarines')).toEqual([
    'You already have an alert for submarines. No talk does yet.',
    '[Remove]',
  ]);
  expect(await say('alert')).toEqual([
    'You get a direct message when a new or changed talk matches:',
    'submarines',
    '[Remove]',
  ]);
  await workspace.click({ user: MIRA, in: set, label: 'Remove' });
  await workspace.when(() =>
    read(last(messagesOfApp(workspace)).blocks).join() === 'The alert for submarines is removed.'
      ? true
      : undefined,
  );
  expect(await store.alerts.wordsOf(member, conference)).toEqual([]);
});

test('who has twenty alerts has to remove one first', async () => {
  const { workspace, store } = await openStage();
  for (let at = 0; at < 20; at++)
    await store.alerts.add({ ...member, conference, words: `word ${at}` }, [], at);
  expect(read((await answerTo(workspace, 'alert radio')).blocks)).toEqual([
    'You have 20 alerts, and more are not kept. Type /talk alert and remove one first.',
  ]);
});
