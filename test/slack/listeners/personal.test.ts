import { expect, test } from 'vitest';
import { conferenceKey } from '../../../src/programme/conference.ts';
import { harbour } from '../../support/harbour.ts';
import { read } from '../../support/read.ts';
import { answerTo, changed, LOBBY, MIRA, messagesOfApp } from '../../support/slack-people.ts';
import { openStage } from '../../support/stage.ts';

const conference = conferenceKey(harbour.conference);
const member = { workspace: 'T0HARBOUR1', person: MIRA };

test('reminders that are typed are kept, and the others are asked for', async () => {
  const { workspace, store } = await openStage();
  const say = async (text: string) => read((await answerTo(workspace, text)).blocks);
  const question = [
    'Do you want a direct message before your talks start? You can change this in /talk settings.',
    '[5 minutes before][10 minutes][15 minutes][No]',
  ];
  expect(await say('remind me')).toEqual(question);
  expect(await say('reminders 30')).toEqual([
    `You can choose 5, 10 or 15 minutes. | ${question[0]}`,
    question[1],
  ]);
  expect(await say('remind me 10 minutes before')).toEqual([
    'You get a direct message 10 minutes before a talk that you starred starts. You can change this in /talk settings.',
    '[Settings]',
  ]);
  expect((await store.preferences.of(member)).reminders).toBe(10);
  const state = 'You are reminded 10 minutes before each talk that you starred.';
  expect(await say('remind me 7 minutes before')).toEqual([
    `${state} | You can choose 5, 10 or 15 minutes. | Choose another time, or none:`,
    question[1],
  ]);
  expect(await say('turn reminders on')).toEqual([`${state} | Choose another time, or none:`, question[1]]);
  expect((await say('reminders off'))[0]).toBe(
    'You get no reminders. You can change this in /talk settings.',
  );
  expect((await store.preferences.of(member)).reminders).toBe('off');
});

test('unstar all asks first, then takes all stars away', async () => {
  const { workspace, store } = await openStage();
  expect(read((await answerTo(workspace, 'unstar all')).blocks)).toEqual(['You have starred no talk.']);
  for (const talk of ['people/radio', 'storage/ceph-1'])
    await store.stars.star({ ...member, conference, talk }, 0);
  const question = await answerTo(workspace, 'remove all my stars');
  expect(read(question.blocks)).toEqual([
    'You have starred 2 talks. To take one star away, press Unstar below the talk in /talk mine.',
    '[Unstar all]',
  ]);
  await workspace.click({ user: MIRA, in: question, label: 'Unstar all' });
  expect(read((await changed(workspace, question)).blocks)).toEqual([
    '2 talks unstarred. To star them again, type /talk undo.',
  ]);
  expect(await store.stars.starsOf(member)).toEqual(new Map());
});

test('one talk is unstarred by words for it; of several the person chooses', async () => {
  const { workspace, store } = await openStage();
  for (const talk of ['people/radio', 'storage/ceph-1', 'storage/ceph-2'])
    await store.stars.star({ ...member, conference, talk }, 0);
  const say = async (text: string) => read((await answerTo(workspace, text)).blocks);
  const [title] = (await say('mine radio')).filter(line => line.includes(' | '));
  expect(await say('remove radio from my talks')).toEqual([
    `${title?.split(' | ')[0]} is no longer one of your talks.`,
    '[Star]',
  ]);
  const several = await say('unstar ceph');
  expect(several.slice(0, 2)).toEqual(['My talks, ceph', 'Press Unstar below the talk that you mean.']);
  expect((await say('unstar radio'))[1]).toMatch(/^None of your talks matches “radio”\. You have /);
  expect([...((await store.stars.starsOf(member)).get(conference) ?? [])]).toEqual([
    'storage/ceph-1',
    'storage/ceph-2',
  ]);
});

test.each([
  ['unstar week', 'My talks, week'],
  ['remove the answers from my talks', 'My talks, answers'],
  ['unstar people track', 'My talks, People'],
])('%s names no talk, so that it takes no star away by itself', async (typed, title) => {
  const { workspace, store } = await openStage();
  await store.stars.star({ ...member, conference, talk: 'people/radio' }, 0);
  expect(read((await answerTo(workspace, typed)).blocks).slice(0, 2)).toEqual([
    title,
    'Press Unstar below the talk that you mean.',
  ]);
  expect((await store.stars.starsOf(member)).get(conference)).toEqual(new Set(['people/radio']));
});

test.each([
  ['unstar raido', 'people/radio'],
  ['unstar silences', 'people/radio'],
  ['unstar stefano', 'people/radio'],
  ['remove the talk at 9 from my talks', 'storage/ceph-at-sea'],
])('%s takes the star of the one talk that it names', async (typed, talk) => {
  const { workspace, store } = await openStage();
  await store.stars.star({ ...member, conference, talk }, 0);
  await answerTo(workspace, typed);
  expect(await store.stars.starsOf(member)).toEqual(new Map());
});

test('news are the talks that came in or changed, to that person alone', async () => {
  const { workspace } = await openStage();
  await workspace.mention({ user: MIRA, channel: LOBBY, text: 'what is new since yesterday' });
  const reply = await workspace.when(() => messagesOfApp(workspace).at(-1));
  expect(reply.ephemeralFor).toBe(MIRA);
  expect(read(reply.blocks)).toEqual(['Nothing new since yesterday.']);
});

test("a mention asks for a day's changes for everyone in the channel", async () => {
  const { workspace } = await openStage();
  await workspace.mention({ user: MIRA, channel: LOBBY, text: 'changes' });
  const { ephemeralFor, blocks, text } = await workspace.when(() => messagesOfApp(workspace).at(-1));
  expect([ephemeralFor, read(blocks), text]).toEqual([
    undefined,
    ['Nothing changed today.'],
    'Nothing changed today.',
  ]);
});

test('news of the own talks are of those alone', async () => {
  const { workspace } = await openStage();
  expect(read((await answerTo(workspace, 'did any of my talks change')).blocks)).toEqual([
    'None of your talks changed in the last week.',
  ]);
});

test('a calendar of the own talks is offered, or it says where it is', async () => {
  const { workspace, store } = await openStage();
  await store.stars.star({ ...member, conference, talk: 'storage/ceph-1' }, 0);
  const lines = read((await answerTo(workspace, 'export my talks')).blocks);
  expect(lines[1]).toEqual(
    'Here Lectern has no address that calendar programs can reach. The details of each talk have buttons that put it into your calendar.',
  );
});

test('an answer for which the database takes long follows the acknowledgement', async () => {
  const { workspace, store } = await openStage({ answerWithinMs: 10 });
  const kept = await store.preferences.of(member);
  let answer: () => void = () => {};
  store.preferences.of = () =>
    new Promise(resolve => {
      answer = () => resolve(kept);
    });
  const typed = { user: MIRA, channel: LOBBY, command: '/talk', text: 'reminders' };
  expect(await workspace.command(typed)).not.toHaveProperty('error');
  answer();
  const follows = await workspace.when(() =>
    workspace.messages.find(message => message.ephemeralFor === MIRA),
  );
  expect(read(follows.blocks).at(-1)).toBe('[5 minutes before][10 minutes][15 minutes][No]');
});
