import { expect, test } from 'vitest';
import { programme } from '../../support/conference.ts';
import { read } from '../../support/read.ts';
import { answerTo, CORRIDOR, JUNE, LOBBY, MIRA, topModal } from '../../support/slack-people.ts';
import { openStage } from '../../support/stage.ts';

test('is shared with the channel, and the results stay as they are', async () => {
  const { workspace } = await openStage();
  const results = await answerTo(workspace, 'radio silence');
  await workspace.click({ user: MIRA, in: results, label: 'Share', value: 'people/radio' });
  const shared = await workspace.when(() => workspace.visibleMessages(JUNE, LOBBY).at(-1));
  expect(read(shared.blocks)).toEqual([
    `@${MIRA} shared a talk`,
    'Radio silence | Stefano Mafuli, Ada Lund · People | What to do when nobody answers for a week.',
    '[Details]',
  ]);
  expect(workspace.visibleMessages(MIRA, LOBBY)).toContainEqual(results);
});

test('is shared once by a double click', async () => {
  const { workspace } = await openStage();
  const results = await answerTo(workspace, 'radio silence');
  const press = () => workspace.click({ user: MIRA, in: results, label: 'Share', value: 'people/radio' });
  await Promise.all([press(), press()]);
  await workspace.when(() => workspace.visibleMessages(JUNE, LOBBY).at(-1));
  await answerTo(workspace, 'ceph');
  expect(workspace.visibleMessages(JUNE, LOBBY).length).toBe(1);
});

test('is shared from its modal where the person says', async () => {
  const { workspace } = await openStage();
  const results = await answerTo(workspace, 'radio silence');
  await workspace.click({ user: MIRA, in: results, label: 'Details', value: 'people/radio' });
  const modal = await topModal(workspace);
  await workspace.click({ user: MIRA, in: modal, label: 'Share...' });
  await workspace.when(() => (workspace.modalsOf(MIRA).length === 2 ? true : undefined));
  const { errors } = await workspace.submit({ user: MIRA, entries: { channel: CORRIDOR } });
  expect(errors).toBe(undefined);
  const shared = await workspace.when(() => workspace.visibleMessages(JUNE, CORRIDOR).at(-1));
  expect(read(shared.blocks)[0]).toBe(`@${MIRA} shared a talk`);
  expect(workspace.modalsOf(MIRA)).toEqual([]);
});

test('a talk that has gone cannot be shared any more, and the form says so', async () => {
  const { workspace, show } = await openStage();
  const results = await answerTo(workspace, 'radio silence');
  await workspace.click({ user: MIRA, in: results, label: 'Details', value: 'people/radio' });
  const modal = await topModal(workspace);
  await workspace.click({ user: MIRA, in: modal, label: 'Share...' });
  await workspace.when(() => (workspace.modalsOf(MIRA).length === 2 ? true : undefined));
  show(programme());
  expect((await workspace.submit({ user: MIRA, entries: { channel: CORRIDOR } })).errors).toEqual({
    share_channel: 'This talk is no longer in the programme.',
  });
});
