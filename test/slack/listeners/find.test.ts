import { expect, test } from 'vitest';
import { read } from '../../support/read.ts';
import { JUNE, LOBBY, linesOf, MIRA, topModal } from '../../support/slack-people.ts';
import { openStage } from '../../support/stage.ts';

test('the shortcut opens a field, and its answer takes the place of it', async () => {
  const { workspace } = await openStage();
  await workspace.shortcut({ user: MIRA, callbackId: 'find_talk' });
  await topModal(workspace);
  const { view } = await workspace.submit({ user: MIRA, entries: { words: 'ceph' } });
  expect(read((view?.content.blocks ?? []) as unknown[])[0]).toBe('7 talks for ceph (1 to 5)');
  if (view === undefined) throw new Error('The modal closed.');
  await workspace.click({ user: MIRA, in: view, label: 'More' });
  await workspace.when(() => workspace.modalsOf(MIRA).find(modal => linesOf(modal)[0]?.includes('(6 to 7)')));
});

test('a message leads to the talks that are about what it says', async () => {
  const { workspace } = await openStage();
  const { message } = await workspace.say({
    user: JUNE,
    channel: LOBBY,
    text: 'Does a community of volunteers sail?',
  });
  await workspace.shortcut({ user: MIRA, callbackId: 'related_talks', message });
  const answer = await workspace.when(() => workspace.messages.find(one => one.ephemeralFor === MIRA));
  expect(read(answer.blocks).find(line => line.startsWith('Onboarding a crew'))).toBeDefined();
});
