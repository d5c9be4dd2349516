import { expect, test } from 'vitest';
import { read } from '../../support/read.ts';
import { answerTo, linesOf, MIRA, topModal } from '../../support/slack-people.ts';
import { openStage } from '../../support/stage.ts';

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
  expect(lines.slice(2)).toEqual([
    'Find a talk: ____',
    'Examples',
    '[ceph][Ada Lund][track:people][11 May]',
    'Tracks',
    '[People][Storage]',
  ]);
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
