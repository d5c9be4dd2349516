import { expect, test } from 'vitest';
import { read } from '../../support/read.ts';
import { answerTo, JUNE, linesOf, MIRA, topModal, typeTalk } from '../../support/slack-people.ts';
import { openStage, type Stage } from '../../support/stage.ts';

test("knows the reader's zone from the first answer on where they have seen the Home", async () => {
  const { workspace } = await openStage();
  await workspace.openHome({ user: MIRA });
  await workspace.when(() => (workspace.callsOf('users.info').length > 0 ? true : undefined));
  expect(read((await answerTo(workspace, 'ceph at sea')).blocks).slice(1, 3)).toEqual([
    'Tue 11 May',
    expect.stringContaining('Ceph at sea | Ada Lund · 09:00–09:40 · Quay Hall'),
  ]);
});

test('Home says what Lectern is, and searches', async () => {
  const { workspace } = await openStage();
  await workspace.openHome({ user: MIRA });
  const home = await workspace.when(() => workspace.homeOf(MIRA));
  const lines = read(home.content.blocks as unknown[]);
  expect(lines[0]).toBe('Lighthouse Days');
  expect(lines.slice(2, 5)).toEqual(['Find a talk: ____', '[Now][Next][Today]', 'Now, Tue 11 May 09:00']);
  await workspace.click({ user: MIRA, in: home, label: 'Storage' });
  const modal = await topModal(workspace);
  expect(linesOf(modal)[0]).toBe('7 talks for track:Storage (1 to 5)');
});

test('the field on the Home opens its answer', async () => {
  const { workspace } = await openStage();
  await workspace.openHome({ user: MIRA });
  const home = await workspace.when(() => workspace.homeOf(MIRA));
  await workspace.click({ user: MIRA, in: home, actionId: 'home:search', choose: 'radio' });
  const modal = await topModal(workspace);
  expect(linesOf(modal)[0]).toBe('1 talk for radio');
});

const ME = { workspace: 'T0HARBOUR1', person: MIRA };

/** A person's Home once a line of it reads so. */
function homeWith({ workspace }: Stage, words: string) {
  return workspace.when(() => {
    const home = workspace.homeOf(MIRA);
    return linesOf(home).some(line => line.includes(words)) ? home : undefined;
  });
}

test.each([
  ['Now', 'Now, Tue 11 May 09:00'],
  ['Next', 'Next'],
  ['Today', 'Tue 11 May: 7 sessions'],
])('%s on the Home opens its agenda', async (label, title) => {
  const { workspace } = await openStage();
  await workspace.openHome({ user: MIRA });
  const home = await workspace.when(() => workspace.homeOf(MIRA));
  await workspace.click({ user: MIRA, in: home, label });
  expect(linesOf(await topModal(workspace))[0]).toContain(title);
});

test('the Home follows what its person does anywhere, and nobody else', async () => {
  const stage = await openStage();
  const { workspace } = stage;
  for (const user of [MIRA, JUNE]) await workspace.openHome({ user });
  await homeWith(stage, 'Press Star');
  const before = await workspace.when(() => workspace.homeOf(JUNE));
  const answered = await answerTo(workspace, 'radio');
  await workspace.click({ user: MIRA, in: answered, label: 'Star' });
  expect(linesOf(await homeWith(stage, 'All your talks (1)'))).toContain(
    'One of your talks has no time yet.',
  );
  await answerTo(workspace, 'digest 09:15');
  await homeWith(stage, 'every day at 09:15');
  await typeTalk(workspace, 'settings');
  await topModal(workspace);
  await workspace.submit({ user: MIRA, entries: { reminders: '15' } });
  await homeWith(stage, 'Reminders 15 minutes before');
  await answerTo(workspace, 'digest off');
  const home = await workspace.when(() => {
    const one = workspace.homeOf(MIRA);
    return linesOf(one).includes('Your digests') ? undefined : one;
  });
  expect(linesOf(home)).toContain('[All your talks (1)]');
  expect(workspace.homeOf(JUNE)?.hash).toBe(before.hash);
});

test('a star on the Home is pressed there', async () => {
  const stage = await openStage();
  const { workspace, store } = stage;
  await store.stars.star({ ...ME, conference: 'Lighthouse Days', talk: 'storage/ceph-3' }, 1000);
  await workspace.openHome({ user: MIRA });
  const home = await homeWith(stage, 'All your talks (1)');
  await workspace.click({ user: MIRA, in: home, label: 'Star', value: 'storage/ceph-1' });
  const starred = await homeWith(stage, 'All your talks (2)');
  const kept = async () => [...((await store.stars.starsOf(ME)).get('Lighthouse Days') ?? [])].sort();
  expect(await kept()).toEqual(['storage/ceph-1', 'storage/ceph-3']);
  await workspace.click({ user: MIRA, in: starred, label: 'Unstar', value: 'storage/ceph-3' });
  await homeWith(stage, 'All your talks (1)');
  expect(await kept()).toEqual(['storage/ceph-1']);
});

test('Change on the Home opens the form of that digest, whatever channel it is for', async () => {
  const stage = await openStage();
  const { workspace } = stage;
  await answerTo(workspace, 'digest 08:00');
  await answerTo(workspace, 'digest 18:30 track:storage');
  await workspace.openHome({ user: MIRA });
  const home = await homeWith(stage, 'every day at 18:30');
  const [digest] = (await stage.store.digests.all()).filter(({ timeOfDay }) => timeOfDay === '18:30');
  await workspace.click({ user: MIRA, in: home, label: 'Change', value: digest?.id ?? '' });
  const form = await topModal(workspace);
  expect(form.content.title).toMatchObject({ text: 'Digest' });
  await workspace.submit({ user: MIRA, entries: { time: '07:45' } });
  await homeWith(stage, 'every day at 07:45');
  expect((await stage.store.digests.all()).map(({ timeOfDay }) => timeOfDay).sort()).toEqual([
    '07:45',
    '08:00',
  ]);
});

test('a digest that is gone, or of somebody else, opens no form', async () => {
  const stage = await openStage();
  const { workspace, store } = stage;
  await answerTo(workspace, 'digest 08:00');
  await workspace.openHome({ user: MIRA });
  const home = await homeWith(stage, 'every day at 08:00');
  for (const digest of await store.digests.all()) await store.digests.save({ ...digest, owner: JUNE });
  await workspace.click({ user: MIRA, in: home, label: 'Change' });
  expect(linesOf(await topModal(workspace))).toEqual([
    'There is no such digest in this channel. To see its digests, type /talk digest list',
  ]);
});
