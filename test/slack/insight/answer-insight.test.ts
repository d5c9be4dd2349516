import { expect, test } from 'vitest';
import { conferenceKey } from '../../../src/programme/conference.ts';
import { digest, newDelivery } from '../../support/digests.ts';
import { harbour } from '../../support/harbour.ts';
import { read } from '../../support/read.ts';
import { answerTo, JUNE, LOBBY, MIRA, messagesOfApp } from '../../support/slack-people.ts';
import { openStage } from '../../support/stage.ts';

const conference = conferenceKey(harbour.conference);
const workspaceId = 'T0HARBOUR1';
/** In the week before the stage's clock. */
const DUE = Date.UTC(2027, 4, 11, 6);

/** Ids of people who are not in the workspace, whose stars and searches count all the same. */
const others = ['U0OTHER001', 'U0OTHER002'];

test('organisers see what people searched, what found nothing, and what nobody answered', async () => {
  const { workspace, store } = await openStage({ organisers: [MIRA] });
  for (const typed of ['ceph', 'CEPH!', 'zeppelins', 'is there parking?', 'secret wish'])
    await answerTo(workspace, typed, { user: JUNE });
  for (const typed of ['ceph', 'zeppelins', 'parking']) await answerTo(workspace, typed);
  await store.askedWords.add([
    { workspace: workspaceId, conference, outcome: 'found', words: 'ceph', count: 5 },
    { workspace: workspaceId, conference, outcome: 'none', words: 'zeppelins', count: 1 },
    { workspace: workspaceId, conference, outcome: 'no fact', words: 'parking', count: 1 },
  ]);
  const said = await answerTo(workspace, 'insight');
  expect(said.ephemeralFor).toBe(MIRA);
  expect(read(said.blocks)).toEqual([
    'The last seven days at Lighthouse Days',
    'Nobody knows who searched. The same words of one person count once a day, and words show from 3 on.',
    'Searches: 11 | 7 × ceph | 3 × zeppelins | Another 1 in words that are not shown.',
    'Searches that found nothing: 4 | 3 × zeppelins | Another 1 in words that are not shown.',
    'Questions without an answer: 3 | 3 × parking | To answer them, add facts to conference.yml.',
    'Stars: no talk has 3 yet',
    'Digests: none',
    '[CSV file]',
  ]);
  expect(said.text).toContain('7 × ceph');
});

test('stars show from three people on, and digests with what failed', async () => {
  const { workspace, store } = await openStage({ organisers: [MIRA] });
  for (const person of [MIRA, JUNE, ...others])
    await store.stars.star({ workspace: workspaceId, person, conference, talk: 'storage/ceph-1' }, 0);
  for (const person of [MIRA, JUNE])
    await store.stars.star({ workspace: workspaceId, person, conference, talk: 'people/radio' }, 0);
  await store.digests.save(digest());
  await store.digests.save(digest({ id: 'wing', channel: 'C0CORRIDOR' }));
  await store.deliveries.claim([
    [newDelivery({ dueAt: DUE })],
    [newDelivery({ digestId: 'wing', channel: 'C0CORRIDOR', day: '2027-05-10', dueAt: DUE })],
    [newDelivery({ day: '2027-05-01', dueAt: Date.UTC(2027, 4, 1) })],
    [
      newDelivery({
        ...{ digestId: 'wing', channel: MIRA, dueAt: DUE },
        part: { kind: 'notice', about: 'refusal', reason: 'not_in_channel' },
      }),
    ],
  ]);
  const key = { ...newDelivery(), digestId: 'wing', day: '2027-05-10' };
  await store.sending.recordMissed([key], []);
  const said = await answerTo(workspace, 'insight');
  expect(read(said.blocks).slice(5, 7)).toEqual([
    'Stars by talk | 4 × Lesson 1 in Ceph',
    [
      'Digests',
      ', every day at 08:00 (Europe/Madrid): nothing posted, 1 missed (Mon 10 May). Refused by Slack: Lectern is not in that channel: type /invite @Lectern there.',
      ', every day at 08:00 (Europe/Madrid): nothing posted, 1 waiting',
    ].join(' | '),
  ]);
  expect(
    said.text
      .split('\n')
      .slice(-2)
      .map(line => line.slice(0, 30)),
  ).toEqual(['<#C0CORRIDOR>, every day at 08', '<#C0LOBBY001>, every day at 08']);
});

test("a digest in somebody's direct messages is theirs alone, in the file too", async () => {
  const { workspace, store } = await openStage({ organisers: [MIRA] });
  await store.digests.save(
    digest({ id: 'own', channel: 'D0JUNE0002', owner: JUNE, filters: 'private wish' }),
  );
  const said = await answerTo(workspace, 'insight');
  const sheet = await answerTo(workspace, 'insight csv');
  expect(read(said.blocks).slice(-2)).toEqual(['Digests: none', '[CSV file]']);
  expect(JSON.stringify([said, sheet])).not.toMatch(/D0JUNE|private wish/);
});

test('others are told that it is for organisers, and how to search for the word', async () => {
  const { workspace } = await openStage({ organisers: [MIRA] });
  expect(read((await answerTo(workspace, 'insight', { user: JUNE })).blocks)).toEqual([
    `Insight is for organisers: ask @${MIRA}. | To search for the word, type /talk "insight"`,
  ]);
});

test('where somebody is named, admins are not organisers by that', async () => {
  const { workspace, app } = await openStage({ organisers: [MIRA] });
  workspace.directory.setAdmin(JUNE, true);
  app.forgetZone({ workspace: workspaceId, person: JUNE });
  await answerTo(workspace, 'ceph', { user: JUNE });
  expect(read((await answerTo(workspace, 'insight', { user: JUNE })).blocks)[0]).toContain(
    'Insight is for organisers',
  );
});

test('where nobody is named, the admins of the workspace have it', async () => {
  const { workspace, app } = await openStage();
  expect(read((await answerTo(workspace, 'insight', { user: JUNE })).blocks)).toEqual([
    'Insight is for organisers: nobody is named as one here, so the admins and owners of this workspace have it. | To search for the word, type /talk "insight"',
  ]);
  workspace.directory.setAdmin(JUNE, true);
  app.forgetZone({ workspace: workspaceId, person: JUNE });
  expect(read((await answerTo(workspace, 'insight', { user: JUNE })).blocks)[0]).toBe(
    'The last seven days at Lighthouse Days',
  );
});

test('an admin has it at the next try if Slack did not tell at the first', async () => {
  const { workspace, app } = await openStage();
  workspace.directory.setAdmin(JUNE, true);
  app.forgetZone({ workspace: workspaceId, person: JUNE });
  workspace.fail('users.info', { kind: 'error', error: 'internal_error' });
  await answerTo(workspace, 'ceph', { user: JUNE });
  await workspace.when(() => workspace.callsOf('users.info').at(-1));
  expect(read((await answerTo(workspace, 'insight', { user: JUNE })).blocks)[0]).toBe(
    'The last seven days at Lighthouse Days',
  );
});

test('the file comes by direct message, from the command and from the button', async () => {
  const scopes = ['commands', 'chat:write', 'im:history', 'users:read', 'files:write'];
  const { workspace, store } = await openStage({ organisers: [MIRA], scopes });
  await store.askedWords.add(ASKED);
  const SENT = ['The CSV file is in your direct messages with Lectern.'];
  expect(read((await answerTo(workspace, 'insight csv')).blocks)).toEqual(SENT);
  const said = await answerTo(workspace, 'insight');
  await workspace.click({ user: MIRA, in: said, label: 'CSV file' });
  const files = await workspace.when(() => {
    const sent = workspace.messages.flatMap(one => one.files ?? []);
    return sent.length === 2 ? sent : undefined;
  });
  expect(files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual(
    Array(2).fill(['insight.csv', `\ufeff${SHEET.join('\r\n')}\r\n`]),
  );
  const told = () => messagesOfApp(workspace).find(one => one.ephemeralFor === MIRA && one.ts > said.ts);
  expect(read((await workspace.when(told)).blocks)).toEqual(SENT);
});

const ASKED = [
  { workspace: workspaceId, conference, outcome: 'found', words: '=cmd', count: 4 },
  { workspace: workspaceId, conference, outcome: 'none', words: '', count: 2 },
] as const;
const SHEET = [
  'list,what,count,note,conference',
  "searches,'=cmd,4,,Lighthouse Days",
  'searches,,2,"other words: asked fewer than 3 times, or not kept",Lighthouse Days',
  'searches that found nothing,,2,"other words: asked fewer than 3 times, or not kept",Lighthouse Days',
];

test('without the scope for files the sheet is shown instead', async () => {
  const { workspace, store } = await openStage({ organisers: [MIRA] });
  await store.askedWords.add(ASKED);
  expect(read((await answerTo(workspace, 'insight csv')).blocks)).toEqual([
    'This workspace does not let Lectern send files: for that, its app needs the scope files:write. Here is the sheet, to be copied.',
    SHEET.join(' | '),
  ]);
});

test('the button asks again whether the person organises', async () => {
  const { workspace, app } = await openStage();
  workspace.directory.setAdmin(MIRA, true);
  const said = await answerTo(workspace, 'insight');
  workspace.directory.setAdmin(MIRA, false);
  app.forgetZone({ workspace: workspaceId, person: MIRA });
  await workspace.click({ user: MIRA, in: said, label: 'CSV file' });
  const refused = await workspace.when(() => messagesOfApp(workspace).find(({ ts }) => ts !== said.ts));
  expect(read(refused.blocks)[0]).toContain('Insight is for organisers: nobody is named');
});

test('a mention is answered to the organiser alone', async () => {
  const { workspace } = await openStage({ organisers: [MIRA] });
  await workspace.mention({ user: MIRA, channel: LOBBY, text: 'insight' });
  const reply = await workspace.when(() => messagesOfApp(workspace).at(-1));
  expect(reply.ephemeralFor).toBe(MIRA);
});

test('what people type is counted, wherever they do, and nothing that they press or that follows', async () => {
  const { workspace, store } = await openStage({ organisers: [JUNE] });
  const answer = await answerTo(workspace, 'ceph');
  await workspace.click({ user: MIRA, in: answer, label: 'More' });
  await workspace.mention({ user: MIRA, channel: LOBBY, text: 'radio' });
  await workspace.directMessage({ user: MIRA, text: 'zeppelins' });
  await workspace.when(() => messagesOfApp(workspace).find(({ text }) => text.includes('zeppelins')));
  await workspace.directMessage({ user: MIRA, text: 'daylight' });
  await workspace.when(() => messagesOfApp(workspace).find(({ text }) => text.includes('daylight')));
  await workspace.directMessage({ user: MIRA, text: 'more' });
  await workspace.shortcut({ user: MIRA, callbackId: 'find_talk' });
  await workspace.when(() => workspace.modalsOf(MIRA).at(-1));
  await workspace.submit({ user: MIRA, entries: { words: 'crew' } });
  await workspace.openHome({ user: MIRA });
  const home = await workspace.when(() => workspace.homeOf(MIRA));
  await workspace.click({ user: MIRA, in: home, actionId: 'home:search', choose: 'volunteers' });
  await workspace.click({ user: MIRA, in: home, label: 'Storage' });
  const { message } = await workspace.say({ user: JUNE, channel: LOBBY, text: 'Sailing and onboarding' });
  await workspace.shortcut({ user: MIRA, callbackId: 'related_talks', message });
  const related = ({ ephemeralFor, ts }: { ephemeralFor?: string; ts: string }) =>
    ephemeralFor === MIRA && ts > answer.ts;
  await workspace.when(() => messagesOfApp(workspace).find(related));
  // It writes the counts down first.
  await answerTo(workspace, 'insight', { user: JUNE });
  const counted = await store.askedWords.lastWeek({ workspace: workspaceId, conference });
  expect(counted.map(({ words }) => words)).toEqual([
    ...['ceph', 'crew', 'radio', 'volunteers'],
    ...['daylight', 'zeppelins'],
  ]);
});
