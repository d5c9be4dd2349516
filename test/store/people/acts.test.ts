import { expect, test } from 'vitest';
import type { Act } from '../../../src/people/acts.ts';
import type { ActRepository } from '../../../src/store/people/acts.ts';
import { database, execute, store } from '../../support/store.ts';

const JUNE = { workspace: 'T1', person: 'U0JUNE0002' };
const OTHER_JUNE = { workspace: 'T2', person: 'U0JUNE0002' };
const HOUR_MS = 60 * 60 * 1000;

function starring(talk: string) {
  return { kind: 'star', stars: [{ conference: 'Harbour', talk }] } as const;
}

function record(acts: ActRepository, talk: string): Promise<Act | undefined> {
  return acts.record(JUNE, async ({ stars }) => {
    await stars.star({ ...JUNE, conference: 'Harbour', talk }, 1000);
    return starring(talk);
  });
}

function takeLast(acts: ActRepository, member = JUNE): Promise<Act | 'none' | undefined> {
  return acts.takeBack(member, async act => act);
}

test('acts are taken back from the last to the first, by any process', async () => {
  const url = database();
  const [one, other] = [store({ url }), store({ url })];
  await record(one.acts, 'fog');
  await record(other.acts, 'lamps');
  expect(await takeLast(one.acts, OTHER_JUNE)).toBe(undefined);
  expect(await takeLast(store({ url, run: 'rehearsal' }).acts)).toBe(undefined);
  expect(await takeLast(one.acts)).toEqual(starring('lamps'));
  expect(await takeLast(other.acts)).toEqual(starring('fog'));
  expect(await takeLast(one.acts)).toBe('none');
  await record(other.acts, 'lenses');
  expect(await takeLast(one.acts)).toEqual(starring('lenses'));
  expect(await takeLast(one.acts)).toBe('none');
});

test('two calls at once take two acts', async () => {
  const url = database();
  const [one, other] = [store({ url }), store({ url })];
  for (const talk of ['fog', 'lamps']) await record(one.acts, talk);
  const taken = await Promise.all([takeLast(one.acts), takeLast(other.acts)]);
  expect(taken).toEqual(expect.arrayContaining([starring('fog'), starring('lamps')]));
});

test('two processes that record at once keep both acts', async () => {
  const url = database();
  const [one, other] = [store({ url }), store({ url })];
  await Promise.all([record(one.acts, 'fog'), record(other.acts, 'lamps')]);
  const taken = [await takeLast(one.acts), await takeLast(one.acts)];
  expect(taken).toEqual(expect.arrayContaining([starring('fog'), starring('lamps')]));
});

test('of more than twenty acts the first are forgotten', async () => {
  const { acts } = store();
  for (let at = 0; at <= 20; at++) await record(acts, `talk ${at}`);
  for (let at = 20; at > 0; at--) expect(await takeLast(acts)).toEqual(starring(`talk ${at}`));
  expect(await takeLast(acts)).toBe('none');
});

test('each act is taken back for an hour of its own, and then deleted in every run', async () => {
  const url = database();
  let now = 0;
  const realNow = () => now;
  const { acts } = store({ url, realNow });
  await record(store({ url, run: 'rehearsal', realNow }).acts, 'fog');
  await record(acts, 'fog');
  now = HOUR_MS;
  await record(acts, 'lamps');
  now += 1;
  expect(await takeLast(acts)).toEqual(starring('lamps'));
  expect(await takeLast(acts)).toBe('none');
  expect(await execute(url, 'select run, at from acts order by run, at')).toMatchObject([
    { run: 'real' },
    { run: 'real' },
    { run: 'rehearsal' },
  ]);
  await acts.forgetOld();
  expect(await execute(url, 'select run, act from acts')).toEqual([{ run: 'real', act: null }]);
  now += HOUR_MS + 1;
  expect(await takeLast(acts)).toBe(undefined);
});

test('what cannot be recorded is not changed either', async () => {
  const url = database();
  const { acts, stars, alerts, preferences } = store({ url });
  await record(acts, 'fog');
  await execute(url, 'alter table acts rename column act to broken');
  await expect(record(acts, 'lamps')).rejects.toThrow();
  const broken = acts.record(JUNE, async changed => {
    await changed.stars.unstarAll({ ...JUNE, conference: 'Harbour' });
    await changed.alerts.add({ ...JUNE, conference: 'Harbour', words: 'fog' }, [], 1000);
    await changed.preferences.change(JUNE, { changes: false });
    return starring('fog');
  });
  await expect(broken).rejects.toThrow();
  expect(await stars.starsOf(JUNE)).toEqual(new Map([['Harbour', new Set(['fog'])]]));
  expect(await alerts.wordsOf(JUNE, 'Harbour')).toEqual([]);
  expect((await preferences.of(JUNE)).changes).toBe(true);
});

test('an act that could not be undone can be undone later', async () => {
  const { acts, stars } = store();
  await record(acts, 'fog');
  const undoing = acts.takeBack(JUNE, async (_, changed) => {
    await changed.stars.unstar({ ...JUNE, conference: 'Harbour', talk: 'fog' });
    throw new Error('The disk is full.');
  });
  await expect(undoing).rejects.toThrow('The disk is full.');
  expect(await stars.starsOf(JUNE)).toEqual(new Map([['Harbour', new Set(['fog'])]]));
  expect(await takeLast(acts)).toEqual(starring('fog'));
});
