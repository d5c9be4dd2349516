import { expect, test } from 'vitest';
import { database, firstSnapshot, isPostgres, store } from '../support/store.ts';

const JUNE = { workspace: 'T1', person: 'U0JUNE0001' };
const MIRA = { workspace: 'T1', person: 'U0MIRA0001' };
/** The same id in another workspace. */
const OTHER_JUNE = { workspace: 'T2', person: 'U0JUNE0001' };
const conference = 'Lighthouse Days';
const fog = { conference, talk: 'fog' };
const lamps = { conference, talk: 'lamps' };

test('keeps the stars of a person by conference', async () => {
  const { stars } = store();
  expect(await stars.star({ ...JUNE, ...lamps }, 2000)).toBe(true);
  await stars.star({ ...JUNE, ...fog }, 1000);
  await stars.star({ ...JUNE, conference: 'Harbour', talk: 'fog' }, 3000);
  await stars.star({ ...MIRA, ...fog }, 4000);
  await stars.star({ ...OTHER_JUNE, ...lamps }, 5000);
  const kept = await stars.starsOf(JUNE);
  expect(kept).toEqual(
    new Map([
      [conference, new Set(['fog', 'lamps'])],
      ['Harbour', new Set(['fog'])],
    ]),
  );
  expect(await stars.starsOf({ ...MIRA, workspace: 'T2' })).toEqual(new Map());
});

test('tells the same stars at once, or that they must be waited for', async () => {
  const url = database();
  const { stars } = store({ url });
  expect(stars.starsNow(JUNE)).toBe(undefined);
  await stars.star({ ...JUNE, ...lamps }, 2000);
  await stars.star({ ...MIRA, ...fog }, 1000);
  expect(stars.starsNow(JUNE)).toEqual(isPostgres(url) ? undefined : await stars.starsOf(JUNE));
});

test('a star that is there stays, and one that is not there is taken away', async () => {
  const { stars } = store();
  await stars.star({ ...JUNE, ...fog }, 1000);
  await stars.star({ ...JUNE, ...lamps }, 2000);
  expect(await stars.star({ ...JUNE, ...fog }, 3000)).toBe(false);
  expect(await stars.starsOf(JUNE)).toEqual(new Map([[conference, new Set(['fog', 'lamps'])]]));
  await stars.star({ ...MIRA, ...fog }, 4000);
  const unstar = () => stars.unstar({ ...JUNE, ...fog });
  expect([await unstar(), await unstar()]).toEqual([true, false]);
  expect(await stars.starsOf(JUNE)).toEqual(new Map([[conference, new Set(['lamps'])]]));
  expect(await stars.starsOf(MIRA)).toEqual(new Map([[conference, new Set(['fog'])]]));
});

test('all stars of a person at a conference are taken away at once, and named', async () => {
  const { stars } = store();
  for (const star of [fog, lamps, { conference: 'Harbour', talk: 'fog' }])
    await stars.star({ ...JUNE, ...star }, 1000);
  await stars.star({ ...MIRA, ...fog }, 1000);
  const takeAway = async () => [...(await stars.unstarAll({ ...JUNE, conference }))].sort();
  expect([await takeAway(), await takeAway()]).toEqual([['fog', 'lamps'], []]);
  expect(await stars.starsOf(JUNE)).toEqual(new Map([['Harbour', new Set(['fog'])]]));
  expect(await stars.starsOf(MIRA)).toEqual(new Map([[conference, new Set(['fog'])]]));
});

test('presses in two processes at once end in one state that both see', async () => {
  const url = database();
  const [one, other] = [store({ url }), store({ url })];
  for (let round = 0; round < 20; round++) {
    const star = { ...JUNE, conference, talk: `talk ${round}` };
    await Promise.all([one.stars.star(star, round), other.stars.star(star, round), other.stars.unstar(star)]);
    await Promise.all([one.stars.unstar(star), other.stars.star(star, round), one.stars.star(star, round)]);
  }
  const seen = await one.stars.starsOf(JUNE);
  expect(await other.stars.starsOf(JUNE)).toEqual(seen);
  const of = (talk: string) => one.stars.countOf({ workspace: 'T1', conference, talk });
  const counts = await Promise.all(Array.from({ length: 20 }, (_, round) => of(`talk ${round}`)));
  expect(counts.filter(count => count === 1)).toHaveLength(seen.get(conference)?.size ?? 0);
  expect(Math.max(...counts)).toBe(1);
});

test('a star is there for every process as soon as it is confirmed', async () => {
  const url = database();
  await store({ url }).stars.star({ ...JUNE, ...fog }, 1000);
  expect(await store({ url }).stars.starsOf(JUNE)).toEqual(new Map([[conference, new Set(['fog'])]]));
});

test('tells who starred one of many talks, and how many did in a workspace', async () => {
  const { stars } = store();
  for (const member of [OTHER_JUNE, MIRA, JUNE]) await stars.star({ ...member, ...fog }, 1000);
  await stars.star({ ...JUNE, ...lamps }, 1000);
  await stars.star({ ...JUNE, conference, talk: 'lenses' }, 1000);
  await stars.star({ ...MIRA, conference: 'Harbour', talk: 'fog' }, 1000);
  const many = Array.from({ length: 700 }, (_, number) => `${number}`);
  const found = await stars.peopleWhoStarred(conference, ['fog', ...many, 'lamps']);
  expect(found).toEqual([
    { ...JUNE, ...fog },
    { ...JUNE, ...lamps },
    { ...MIRA, ...fog },
    { ...OTHER_JUNE, ...fog },
  ]);
  expect(await stars.peopleWhoStarred(conference, [])).toEqual([]);
  expect(await stars.countOf({ workspace: 'T1', ...fog })).toBe(2);
  expect(await stars.countOf({ workspace: 'T3', ...fog })).toBe(0);
  expect([await stars.countAll(), await store().stars.countAll()]).toEqual([6, 0]);
});

test('a rehearsal has stars of its own', async () => {
  const url = database();
  const [real, rehearsal] = [store({ url }), store({ url, run: 'rehearsal' })];
  await rehearsal.stars.star({ ...JUNE, ...fog }, 1000);
  expect(await real.stars.starsOf(JUNE)).toEqual(new Map());
  expect(await real.stars.peopleWhoStarred(conference, ['fog'])).toEqual([]);
});

test('moves stars to new ids, also where talks exchange theirs', async () => {
  const { snapshots, stars } = store();
  const starred = { June: ['1', '3'], Mira: ['2', '4'], Noor: ['1', '2', '3', '5'] };
  for (const [person, talks] of Object.entries(starred))
    for (const [at, talk] of talks.entries())
      await stars.star({ workspace: 'T1', person, conference, talk }, at);
  await stars.star({ workspace: 'T1', person: 'June', conference: 'Harbour', talk: '1' }, 0);
  // 5 is starred by Noor already, who keeps one star.
  const newIds = new Map(Object.entries({ 1: '2', 2: '1', 3: '4', 4: '5' }));
  await snapshots.replace({ ...firstSnapshot(conference), newIds });
  const of = async (person: string) => (await stars.starsOf({ workspace: 'T1', person })).get(conference);
  expect([await of('June'), await of('Mira'), await of('Noor')]).toEqual([
    new Set(['2', '4']),
    new Set(['1', '5']),
    new Set(['2', '1', '4', '5']),
  ]);
  expect((await stars.starsOf({ workspace: 'T1', person: 'June' })).get('Harbour')).toEqual(new Set(['1']));
});
