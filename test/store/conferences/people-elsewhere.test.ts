import { expect, test } from 'vitest';
import { store } from '../../support/store.ts';

const MIRA = { workspace: 'T1', person: 'U1' };

test('counts the people of each conference that is not loaded, whatever they have there', async () => {
  const { stars, alerts, feeds, countPeopleElsewhere } = store();
  expect(await countPeopleElsewhere([])).toEqual([]);
  for (const talk of ['fog', 'lamps']) await stars.star({ ...MIRA, conference: 'Spring', talk }, 1000);
  await stars.star({ ...MIRA, workspace: 'T2', conference: 'Spring', talk: 'fog' }, 1000);
  await stars.star({ ...MIRA, conference: 'Harbour', talk: 'fog' }, 1000);
  await alerts.add({ ...MIRA, conference: 'Spring', words: 'ceph' }, [], 1000);
  await alerts.add({ ...MIRA, person: 'U2', conference: 'Autumn', words: 'ceph' }, [], 1000);
  const feed = { hash: 'a', subject: { kind: 'mine' }, createdAt: 1000 } as const;
  await feeds.add({ ...MIRA, ...feed, conference: 'Winter "27"' });
  expect(await countPeopleElsewhere(['Harbour', 'Pier'])).toEqual([
    { conference: 'Autumn', people: 1 },
    { conference: 'Spring', people: 2 },
    { conference: 'Winter "27"', people: 1 },
  ]);
  expect(await countPeopleElsewhere(['Harbour', 'Spring', 'Autumn', 'Winter "27"'])).toEqual([]);
});

test('a rehearsal has stars and alerts of its own', async () => {
  const { stars, countPeopleElsewhere } = store({ run: 'rehearsal' });
  await stars.star({ ...MIRA, conference: 'Spring', talk: 'fog' }, 1000);
  expect(await countPeopleElsewhere([])).toEqual([{ conference: 'Spring', people: 1 }]);
});
