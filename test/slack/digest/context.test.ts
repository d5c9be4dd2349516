import { expect, test } from 'vitest';
import { digestsIn, refusalFor } from '../../../src/slack/digest/context.ts';
import { digest } from '../../support/digests.ts';
import { store as openStore } from '../../support/store.ts';

test.each<[readonly string[] | undefined, string | undefined]>([
  [[], undefined],
  [['U0MIRA0001'], undefined],
  [['U0JUNE0002'], 'Only organisers can set up or change digests: ask an organiser.'],
  // The database has not told yet.
  [undefined, 'Lectern cannot look up right now who may set up digests here: try again in a moment.'],
])('with the organisers %j, Mira is refused: %s', (organisers, refusal) => {
  const by = { user: 'U0MIRA0001', workspace: 'T1' };
  expect(refusalFor(by, { organisersOf: () => organisers })?.text).toBe(refusal);
});

test('the digests of a channel come by their time', async () => {
  const store = openStore();
  const times = [
    ['late', '18:00', 'C0LOBBY001'],
    ['early', '08:00', 'C0LOBBY001'],
    ['elsewhere', '07:00', 'C0CORRIDOR'],
  ] as const;
  for (const [id, timeOfDay, channel] of times) await store.digests.save(digest({ id, timeOfDay, channel }));
  expect(
    (await digestsIn({ workspace: 'T0HARBOUR1', channel: 'C0LOBBY001' }, { store })).map(({ id }) => id),
  ).toEqual(['early', 'late']);
});
