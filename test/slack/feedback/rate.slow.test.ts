import { setTimeout as passed } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { killable } from '../../support/killable.ts';
import { bundled } from '../../support/lectern-process.ts';
import { read } from '../../support/read.ts';
import { answerTo, MIRA, topModal } from '../../support/slack-people.ts';

/** It is over, whenever this runs. */
const FILES = {
  'conference.yml': 'name: Lighthouse Days\ntimeZone: UTC\nfeedback: true\n',
  'schedule.csv': 'title,start,end,room\nFog at sea,2025-05-11 09:00,2025-05-11 10:00,Quay Hall\n',
};

let lectern: Awaited<ReturnType<typeof bundled>>;
beforeAll(async () => {
  lectern = await bundled();
}, 120_000);
afterAll(() => lectern.remove());

test('a rating whose form closed is there after a kill, and a kill before that keeps the old one or the new', async () => {
  const { workspace, start, read: fromStore } = await killable(lectern.main, FILES);
  const kept = () =>
    fromStore(async ({ ratings }) =>
      (await ratings.ratingsOf({ workspace: workspace.team.id, person: MIRA })).map(({ rating }) => rating),
    );
  let running = await start();
  await workspace.click({ user: MIRA, in: await answerTo(workspace, 'fog'), label: 'Star' });
  for (const rating of [1, 2, 3, 4, 5, 4, 3, 2]) {
    const [before] = await kept();
    const shown = await answerTo(workspace, 'feedback');
    expect(read(shown.blocks)[1]).toBe(
      `Fog at sea${before === undefined ? '' : ` | You gave it ${before} of 5`}`,
    );
    await workspace.click({ user: MIRA, in: shown, label: before === undefined ? 'Rate' : 'Change' });
    await topModal(workspace);
    const submitted = workspace.submit({ user: MIRA, entries: { rating: String(rating) } });
    // Each second kill comes while the answer may still be on its way.
    if (rating % 2 === 1) await submitted;
    else await passed(rating);
    const isClosed = workspace.modalsOf(MIRA).length === 0;
    await running.kill('SIGKILL');
    await submitted.catch(() => undefined);
    expect(isClosed ? [rating] : [before, rating]).toContain((await kept())[0]);
    if (workspace.modalsOf(MIRA).length > 0) await workspace.closeView({ user: MIRA, all: true });
    running = await start();
  }
});
