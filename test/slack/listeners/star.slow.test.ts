import { setTimeout as passed } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Message } from '../../../src/local-slack/state/messages.ts';
import type { Workspace } from '../../../src/local-slack/workspace.ts';
import { bigDayFiles } from '../../support/big-day.ts';
import { killable } from '../../support/killable.ts';
import { bundled } from '../../support/lectern-process.ts';
import { read } from '../../support/read.ts';
import { answerTo, buttonsOf, changed, linesOf, MIRA, topModal } from '../../support/slack-people.ts';

const KILLS = 8;

let lectern: Awaited<ReturnType<typeof bundled>>;
beforeAll(async () => {
  lectern = await bundled();
}, 120_000);
afterAll(() => lectern.remove());

async function scene(data: Readonly<Record<string, string>>) {
  const { workspace, start, read: fromStore } = await killable(lectern.main, data);
  /** The ids of the talks that Mira starred, by the database. */
  const kept = () =>
    fromStore(async ({ stars }) =>
      [...(await stars.starsOf({ workspace: workspace.team.id, person: MIRA })).values()].flatMap(ids => [
        ...ids,
      ]),
    );
  return { workspace, start, kept };
}

async function pressFirstStar(shown: Message, workspace: Workspace): Promise<void> {
  const [star] = buttonsOf(shown, 'talk:star');
  await workspace.click({ user: MIRA, in: shown, actionId: 'talk:star', value: star?.value ?? '' });
}

test('a star that was shown is there after a kill, for the next process too', async () => {
  const { workspace, start, kept } = await scene(bigDayFiles('2027-05-11'));
  for (let kill = 0; kill < KILLS; kill += 1) {
    const running = await start();
    const shown = await answerTo(workspace, '2027-05-11');
    expect(buttonsOf(shown, 'talk:unstar')).toHaveLength(kill);
    await pressFirstStar(shown, workspace);
    await changed(workspace, shown);
    await running.kill('SIGKILL');
  }
  expect(await kept()).toHaveLength(KILLS);
});

test('a kill between a press and its answer loses no star that is shown', async () => {
  const { workspace, start, kept } = await scene(bigDayFiles('2027-05-11'));
  const running = await start();
  const first = await answerTo(workspace, '2027-05-11');
  const begun = performance.now();
  await pressFirstStar(first, workspace);
  await changed(workspace, first);
  // A new process takes about as long for its first press, on a fast machine and on a busy one.
  const span = performance.now() - begun;
  await running.kill('SIGKILL');
  let known = 1;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const running = await start();
    const shown = await answerTo(workspace, '2027-05-11');
    expect(buttonsOf(shown, 'talk:unstar')).toHaveLength((await kept()).length);
    // The answers to some presses are on their way for a while.
    if (kill % 2 === 1) workspace.fail('response_url', { kind: 'slow', delayMs: 200 });
    const pressed = pressFirstStar(shown, workspace);
    await passed((kill / KILLS) * 1.5 * span);
    await running.kill('SIGKILL');
    await pressed;
    await passed(250);
    const after = workspace.messages.find(({ ts }) => ts === shown.ts) ?? shown;
    const stars = (await kept()).length;
    expect(buttonsOf(after, 'talk:unstar').length).toBeLessThanOrEqual(stars);
    expect(stars - known).toBeLessThanOrEqual(1);
    known = stars;
  }
  console.log(`${KILLS} kills between a press and its answer: ${known - 1} stars were kept.`);
  expect(known).toBeGreaterThan(1);
});

test('two presses on Star at once, in two processes, are one star in every view', async () => {
  const { workspace, start, kept } = await scene({
    'conference.yml': 'name: Lighthouse Days\ntimeZone: UTC\n',
    'schedule.csv':
      'title,start,end,room\nFog at sea,2027-05-11 09:00,2027-05-11 10:00,Quay Hall\nLamps,2027-05-11 11:00,2027-05-11 12:00,Quay Hall\n',
  });
  await Promise.all([start(), start()]);
  await workspace.when(() => (workspace.sockets.connections === 2 ? true : undefined));
  const shown = await answerTo(workspace, 'fog');
  await Promise.all([pressFirstStar(shown, workspace), pressFirstStar(shown, workspace)]);
  const answers = await workspace.when(() => {
    const calls = workspace.callsOf('response_url').filter(({ response }) => response !== undefined);
    const replacing = calls.filter(call => call.arguments.replace_original === true);
    return replacing.length === 2 && calls.length > 2 ? calls : undefined;
  });
  await passed(500);
  expect(workspace.callsOf('response_url').length).toBe(answers.length);
  expect(await kept()).toHaveLength(1);
  const starred = workspace.messages.find(({ ts }) => ts === shown.ts) ?? shown;
  expect(read(starred.blocks).at(-1)).toBe('[Details][Share][Unstar]');
  expect(workspace.messages.filter(({ text }) => text.startsWith('Do you want'))).toHaveLength(1);
  // The connections are taken in turn, and here are five events a round: each process shows each of the views.
  for (let process = 0; process < 2; process += 1) {
    expect(read((await answerTo(workspace, 'fog')).blocks).at(-1)).toBe('[Details][Share][Unstar]');
    expect(read((await answerTo(workspace, 'mine')).blocks).join('\n')).toContain('Fog at sea');
    await workspace.click({ user: MIRA, in: starred, label: 'Details' });
    expect(linesOf(await topModal(workspace)).join('\n')).toContain('[Unstar]');
    await workspace.closeView({ user: MIRA });
    const published = workspace.callsOf('views.publish').length;
    await workspace.openHome({ user: MIRA });
    const home = await workspace.when(() =>
      workspace.callsOf('views.publish').length > published ? workspace.homeOf(MIRA) : undefined,
    );
    expect(linesOf(home).join('\n')).toContain('Fog at sea');
    await answerTo(workspace, 'help');
  }
});
