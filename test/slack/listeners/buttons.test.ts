import { expect, test } from 'vitest';
import { programme, talk } from '../../support/conference.ts';
import { harbour } from '../../support/harbour.ts';
import { loadedWith } from '../../support/loaded.ts';
import { read } from '../../support/read.ts';
import { answerTo, changed, knowZone, LOBBY, MIRA } from '../../support/slack-people.ts';
import { openStage } from '../../support/stage.ts';

test('each example of the help finds something', async () => {
  const { workspace } = await openStage();
  for (const label of ['/talk ceph', '/talk Ada Lund', '/talk track:people', '/talk 11 May']) {
    const help = await answerTo(workspace, 'help');
    await workspace.click({ user: MIRA, in: help, label });
    const shown = await changed(workspace, help);
    expect(read(shown.blocks)[0]).toMatch(/^\d talks? for |: \d sessions$/);
  }
});

test('pages forth and back in the same message', async () => {
  const { workspace } = await openStage();
  await knowZone(workspace);
  const first = await answerTo(workspace, 'ceph');
  await workspace.click({ user: MIRA, in: first, label: 'More' });
  const second = await changed(workspace, first);
  expect(read(second.blocks)[0]).toBe('7 talks for ceph (6 to 7)');
  await workspace.click({ user: MIRA, in: second, label: 'Back' });
  const again = await workspace.when(() =>
    workspace
      .visibleMessages(MIRA, LOBBY)
      .find(message => read(message.blocks)[0] === '7 talks for ceph (1 to 5)'),
  );
  expect(read(again.blocks)).toEqual(read(first.blocks));
});

test('a page that a shorter programme no longer has is its first one', async () => {
  const { workspace, show } = await openStage();
  const first = await answerTo(workspace, 'ceph');
  show(programme());
  await workspace.click({ user: MIRA, in: first, label: 'More' });
  expect(read((await changed(workspace, first)).blocks)[0]).toBe('1 talk for ceph');
});

test('a day among the words narrows the search down, and a button undoes it', async () => {
  const { workspace } = await openStage();
  const narrowed = await answerTo(workspace, 'ceph tuesday');
  expect(read(narrowed.blocks).slice(0, 3)).toEqual([
    '7 talks for ceph tuesday (1 to 5)',
    'Tue 11 May · ceph',
    '[All days (7)]',
  ]);
  await workspace.click({ user: MIRA, in: narrowed, label: 'All days (7)' });
  const all = await changed(workspace, narrowed);
  expect(read(all.blocks)[0]).toBe('7 talks for ceph (1 to 5)');
});

const bow = programme([talk({ id: 'bow', title: 'Ceph on the bow' })], { name: 'Bow Days' });
const others = [{ name: 'Bow Days', programme: bow, open: () => loadedWith(bow) }];

test('a button leads to what the same words find in another', async () => {
  const { workspace } = await openStage({ loaded: loadedWith(harbour, { others }) });
  const here = await answerTo(workspace, 'ceph');
  expect(read(here.blocks).slice(-2)).toEqual(['In other conferences', '[Bow Days (1)]']);
  await workspace.click({ user: MIRA, in: here, label: 'Bow Days (1)' });
  const there = await changed(workspace, here);
  expect(read(there.blocks).slice(0, 2)).toEqual(['1 talk for ceph', 'This is from Bow Days.']);
});
