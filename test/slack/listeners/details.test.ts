import { describe, expect, test } from 'vitest';
import type { Workspace } from '../../../src/local-slack/workspace.ts';
import { conferenceKey } from '../../../src/programme/conference.ts';
import { programme, talk } from '../../support/conference.ts';
import { harbour } from '../../support/harbour.ts';
import { loadedWith } from '../../support/loaded.ts';
import { answerTo, LOBBY, linesOf, MIRA, topModal, typeTalk } from '../../support/slack-people.ts';
import { openStage } from '../../support/stage.ts';

/** Presses *Details* below the first talk that an answer shows. */
async function openDetails(workspace: Workspace, typed: string) {
  const results = await answerTo(workspace, typed);
  await workspace.click({ user: MIRA, in: results, label: 'Details' });
  return topModal(workspace);
}

async function openRadioSilence(workspace: Workspace) {
  const results = await answerTo(workspace, 'radio silence');
  await workspace.click({ user: MIRA, in: results, label: 'Details', value: 'people/radio' });
  return topModal(workspace);
}

describe('Details opens', () => {
  test('the whole talk, with its speakers and their other talks', async () => {
    const { workspace } = await openStage();
    expect(linesOf(await openRadioSilence(workspace))).toEqual([
      'Radio silence',
      'People',
      'What to do when nobody answers for a week.',
      '---',
      'Stefano Mafuli, Head of Crews, Tern Ferries | Stefano looks after the community of a ferry line. He has sailed since he was six. | Also:',
      '[Onboarding a crew]',
      '---',
      'Ada Lund | Ada keeps the storage of a small harbour afloat. | Also:',
      '[Lesson 1 in Ceph][Lesson 2 in Ceph][Lesson 3 in Ceph][Lesson 4 in Ceph][Lesson 5 in Ceph][Lesson 6 in Ceph][Ceph at sea]',
      '[Share...][Star]',
    ]);
  });

  test.each([
    [2, 'People'],
    [3, 'People | 3 people here have starred it.'],
  ])('a talk that %d people of the workspace starred', async (count, facts) => {
    const { workspace, store } = await openStage();
    const star = { conference: conferenceKey(harbour.conference), talk: 'people/radio' };
    for (let at = 0; at < count; at++)
      await store.stars.star({ ...star, workspace: 'T0HARBOUR1', person: `U${at}` }, 0);
    await store.stars.star({ ...star, workspace: 'T0OTHER001', person: 'U9' }, 0);
    expect(linesOf(await openRadioSilence(workspace))[1]).toBe(facts);
  });

  test("one of the speaker's other talks in the same modal", async () => {
    const { workspace } = await openStage();
    const modal = await openRadioSilence(workspace);
    await workspace.click({ user: MIRA, in: modal, label: 'Onboarding a crew' });
    const other = await workspace.when(() =>
      workspace.modalsOf(MIRA).find(view => linesOf(view)[0] === 'Onboarding a crew'),
    );
    expect(workspace.modalsOf(MIRA)).toEqual([other]);
  });

  test('a sentence about a talk that is gone', async () => {
    const { workspace, show } = await openStage();
    const results = await answerTo(workspace, 'radio silence');
    show(programme());
    await workspace.click({ user: MIRA, in: results, label: 'Details', value: 'people/radio' });
    expect(linesOf(await topModal(workspace))).toEqual([
      'This talk is no longer in the programme. | It may have been withdrawn, or its file renamed. Search again with /talk and a word of its title.',
    ]);
  });

  test('a talk on top of the results that the Home has opened', async () => {
    const { workspace } = await openStage();
    await workspace.openHome({ user: MIRA });
    const home = await workspace.when(() => workspace.homeOf(MIRA));
    await workspace.click({ user: MIRA, in: home, actionId: 'home:search', choose: 'radio' });
    await workspace.click({ user: MIRA, in: await topModal(workspace), label: 'Details' });
    await workspace.when(() => (workspace.modalsOf(MIRA).length === 2 ? true : undefined));
    expect(workspace.modalsOf(MIRA).map(view => linesOf(view)[0])).toEqual([
      '1 talk for radio',
      'Radio silence',
    ]);
  });
});

describe('with several conferences', () => {
  const withBow = (id: string) => {
    const bow = programme([talk({ id, title: 'Ceph on the bow' })], { name: 'Bow Days', folder: 'bow' });
    return loadedWith(harbour, {
      others: [{ name: 'Bow Days', programme: bow, open: () => loadedWith(bow) }],
    });
  };

  test.each(['bow', 'people/radio'])('a talk with the id %s opens from its own conference', async id => {
    const { workspace } = await openStage({ loaded: withBow(id) });
    expect(linesOf(await openDetails(workspace, 'conference:bow ceph'))[0]).toBe('Ceph on the bow');
  });

  test('the current one has a talk with the same id', async () => {
    const { workspace } = await openStage({ loaded: withBow('people/radio') });
    expect(linesOf(await openRadioSilence(workspace))[0]).toBe('Radio silence');
  });
});

test.each([
  ['opens a talk', harbour, 'Ceph at sea'],
  ['says that a talk is gone', programme([]), 'This talk is no longer in the programme.'],
])('the menu of a digest %s', async (_what, later, title) => {
  const { workspace, show } = await openStage();
  await typeTalk(workspace, 'digest preview');
  const [message] = workspace.visibleMessages(MIRA, LOBBY);
  if (message === undefined) throw new Error('There is no preview.');
  show(later);
  await workspace.click({
    user: MIRA,
    in: message,
    actionId: 'talk:details_of',
    choose: 'storage/ceph-at-sea',
  });
  expect(linesOf(await topModal(workspace))[0]).toContain(title);
});
