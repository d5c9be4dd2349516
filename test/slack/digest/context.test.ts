import { expect, test } from 'vitest';
import { canOrder, digestsIn } from '../../../src/slack/digest/context.ts';
import { digest } from '../../support/digests.ts';
import { store as openStore } from '../../support/store.ts';

test.each([
  [[], true],
  [['U0MIRA0001'], true],
  [['U0JUNE0002'], false],
  // The database has not told yet.
  [undefined, false],
])('with the organisers %j, Mira can order digests: %s', (organisers, isAllowed) => {
  expect(canOrder({ organisersOf: () => organisers }, { user: 'U0MIRA0001', workspace: 'T1' })).toBe(
    isAllowed,
  );
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
