import { expect, test } from 'vitest';
import { conferenceKey } from '../../../src/programme/conference.ts';
import { alertFound } from '../../../src/slack/views/mine/starred-notices.ts';
import { harbour } from '../../support/harbour.ts';
import { lighthouseDays, session } from '../../support/lighthouse-days.ts';
import { loadedWith } from '../../support/loaded.ts';
import { read } from '../../support/read.ts';
import {
  answerTo,
  changed,
  last,
  linesOf,
  MIRA,
  messagesOfApp,
  postNotice,
} from '../../support/slack-people.ts';
import { openStage } from '../../support/stage.ts';

const conference = conferenceKey(harbour.conference);
const member = { workspace: 'T0HARBOUR1', person: MIRA };

test('an alert is set, listed and removed, for that person alone', async () => {
  const { workspace, store } = await openStage();
  const say = async (text: string) => read((await answerTo(workspace, text)).blocks);
  expect(await say('alerts')).toEqual([
    'You have no alerts. Type /talk alert and a topic to hear about new talks on it.',
  ]);
  const set = await answerTo(workspace, 'alert submarines');
  expect(read(set.blocks)).toEqual([
    'You will get a direct message when a new or changed talk matches submarines. No talk matches yet.',
    '[Remove]',
  ]);
  expect(await say('alert submarines')).toEqual([
    'You already have an alert for submarines. No talk matches yet.',
    '[Remove]',
  ]);
  expect(await say('alert')).toEqual([
    'You get a direct message when a new or changed talk matches:',
    'submarines',
    '[Remove]',
  ]);
  await workspace.click({ user: MIRA, in: set, label: 'Remove' });
  const removed = await changed(workspace, set);
  expect(read(removed.blocks)).toEqual(['The alert for “submarines” is removed.', '[Undo]']);
  expect(await store.alerts.wordsOf(member, conference)).toEqual([]);
  await workspace.click({ user: MIRA, in: removed, label: 'Undo' });
  expect(read((await changed(workspace, removed)).blocks)).toEqual(read(set.blocks));
  expect(await store.alerts.wordsOf(member, conference)).toEqual(['submarines']);
});

test('an alert is stopped in words, that one alone, and the others are listed with the way to stop them', async () => {
  const { workspace, store } = await openStage();
  for (const words of ['alert ceph', 'alert ceph storm']) await answerTo(workspace, words);
  const stopped = await answerTo(workspace, 'stop alert ceph');
  expect(read(stopped.blocks)).toEqual(['The alert for “ceph” is removed.', '[Undo]']);
  expect(await store.alerts.wordsOf(member, conference)).toEqual(['ceph storm']);
  expect(read((await answerTo(workspace, 'stop alert submarines')).blocks)).toEqual([
    'You get a direct message when a new or changed talk matches:',
    'To stop one, press Remove below it.',
    'ceph storm',
    '[Remove]',
  ]);
});

test('a mistyped alert is the alert that was meant, and a word nobody has yet is kept', async () => {
  const { workspace, store } = await openStage();
  await answerTo(workspace, 'alert ceph');
  expect(read((await answerTo(workspace, 'alert cehp')).blocks)[0]).toBe(
    'You already have an alert for ceph (you typed cehp). 7 talks match now.',
  );
  expect(read((await answerTo(workspace, 'alert lanterns')).blocks)[0]).toBe(
    'You will get a direct message when a new or changed talk matches lanterns. No talk matches yet.',
  );
  expect(await store.alerts.wordsOf(member, conference)).toEqual(['ceph', 'lanterns']);
});

test('who has twenty alerts has to remove one first', async () => {
  const { workspace, store } = await openStage();
  for (let at = 0; at < 20; at++)
    await store.alerts.add({ ...member, conference, words: `word ${at}` }, [], at);
  expect(read((await answerTo(workspace, 'alert radio')).blocks)).toEqual([
    'You have 20 alerts, the most there can be. Type /talk alert to remove one first.',
  ]);
});

test('an alert is told in plain words, wherever it is shown', async () => {
  const { workspace } = await openStage();
  const set = await answerTo(workspace, 'alert kubernetes on tuesday in the quay hall');
  expect(read(set.blocks)).toEqual([
    'You will get a direct message when a new or changed talk matches kubernetes · Tue 11 May · Quay Hall. No talk matches yet.',
    '[Remove]',
  ]);
  expect(set.text).toContain('matches kubernetes · Tue 11 May · Quay Hall.');
  const list = await answerTo(workspace, 'alerts');
  expect(read(list.blocks).slice(1)).toEqual(['kubernetes · Tue 11 May · Quay Hall', '[Remove]']);
  expect(list.text).not.toContain('day:');
  await workspace.click({ user: MIRA, in: list, label: 'Remove' });
  expect(read((await changed(workspace, list)).blocks)).toEqual([
    'The alert for “kubernetes · Tue 11 May · Quay Hall” is removed.',
    '[Undo]',
  ]);
});

test('the Home has the first alerts, and Remove there draws it anew', async () => {
  const { workspace } = await openStage();
  const home = () => linesOf(workspace.homeOf(MIRA));
  await workspace.openHome({ user: MIRA });
  expect(home()).not.toContain('Your alerts');
  for (const words of ['anchors', 'buoys', 'lanterns', 'submarines'])
    await answerTo(workspace, `alert ${words}`);
  const rows = ['anchors', 'buoys', 'lanterns'].flatMap(words => [words, '[Remove]']);
  await workspace.when(() => (home().includes('And 1 more: type /talk alert.') ? true : undefined));
  expect(home().slice(home().indexOf('Your alerts'), home().indexOf('Examples'))).toEqual([
    'Your alerts',
    ...rows,
    'And 1 more: type /talk alert.',
  ]);
  const view = await workspace.when(() => workspace.homeOf(MIRA));
  await workspace.click({ user: MIRA, in: view, actionId: 'alert:remove:0' });
  await workspace.when(() => (home().includes('anchors') ? undefined : true));
  expect(home()).toContain('submarines');
});

test('an alert in other letters is the same, and words that every talk has are none', async () => {
  const { workspace } = await openStage();
  await answerTo(workspace, 'alert submarines');
  expect(read((await answerTo(workspace, 'alert Submarines')).blocks)[0]).toBe(
    'You already have an alert for submarines. No talk matches yet.',
  );
  const many = await openStage({
    programme: lighthouseDays(
      Array.from({ length: 12 }, (_, place) =>
        session(`Fog ${place}`, '2027-05-12', '10:00', place === 0 ? { status: 'cancelled' } : {}),
      ),
    ),
  });
  expect(read((await answerTo(many.workspace, 'alert fog')).blocks)).toEqual([
    'Every talk matches "fog". Name a topic, such as /talk alert ceph.',
  ]);
  expect(read((await answerTo(many.workspace, 'alert')).blocks)[0]).toMatch(/^You have no alerts/);
});

test('a long alert can be removed, and a pasted text is none', async () => {
  const { workspace } = await openStage();
  const topic = 'submarines '.repeat(20).trim();
  await answerTo(workspace, `alert ${topic}`);
  const list = await answerTo(workspace, 'alert');
  await workspace.click({ user: MIRA, in: list, label: 'Remove' });
  await workspace.when(() =>
    /^The alert for “submarines .* is removed\.$/.test(last(messagesOfApp(workspace)).text)
      ? true
      : undefined,
  );
  expect(read((await answerTo(workspace, `alert ${'submarines '.repeat(40)}`)).blocks)).toEqual([
    'An alert takes up to 300 characters. Name a topic, such as /talk alert ceph.',
  ]);
});

test('an alert of a conference that does not answer can be removed from its message', async () => {
  const days = lighthouseDays([session('Fog', '2028-05-11', '09:00')]);
  const { conference: like } = days;
  const coming = { ...days, conference: { ...like, name: 'Coming', folder: 'coming' } };
  const others = [{ name: 'Coming', programme: coming, open: () => loadedWith(coming) }];
  const { workspace, store } = await openStage({ loaded: loadedWith(harbour, { others }) });
  await store.alerts.add({ ...member, conference: 'Coming', words: 'fog' }, [], 0);
  await store.alerts.add({ ...member, conference, words: 'fog' }, [], 0);
  const [talk] = coming.talks;
  if (talk === undefined) throw new Error('It has a talk.');
  const alerts = [{ words: 'fog', programme: coming }];
  const message = alertFound([{ talk, folder: 'coming', isNew: true, alerts }], { rehearsal: false });
  const notice = await postNotice(workspace, message);
  const before = read(notice.blocks);
  await workspace.click({ user: MIRA, in: notice, label: 'Remove' });
  const removed = await changed(workspace, notice);
  const left = (key: string) => store.alerts.wordsOf(member, key);
  expect([await left('Coming'), await left(conference)]).toEqual([[], ['fog']]);
  expect(read(removed.blocks)).toEqual([...before.slice(0, -1), '[Undo]', 'The alert for “fog” is removed.']);
  await workspace.click({ user: MIRA, in: removed, label: 'Undo' });
  expect(read((await changed(workspace, removed)).blocks).slice(-2)).toEqual([
    '[Remove fog]',
    'The alert for “fog” is back.',
  ]);
  const kept = await store.alerts.all('Coming');
  expect(kept.map(({ words, told }) => [words, [...told]])).toEqual([['fog', ['fog']]]);
});
