import { expect, test } from 'vitest';
import { database, store } from '../../support/store.ts';

const JUNE = { workspace: 'T1', person: 'U0JUNE0002' };
const OTHER_JUNE = { workspace: 'T2', person: 'U0JUNE0002' };
const HOUR_MS = 60 * 60 * 1000;

function starring(talk: string) {
  return { kind: 'star', stars: [{ conference: 'Harbour', talk }] } as const;
}

test('acts are taken back from the last to the first, by any process', async () => {
  const url = database();
  const [one, other] = [store({ url }), store({ url })];
  await one.acts.record(JUNE, starring('fog'), 1000);
  await other.acts.record(JUNE, starring('lamps'), 1000);
  expect(await one.acts.takeLast(OTHER_JUNE, 1000)).toBe(undefined);
  expect(await store({ url, run: 'rehearsal' }).acts.takeLast(JUNE, 1000)).toBe(undefined);
  expect(await one.acts.takeLast(JUNE, 1000)).toEqual(starring('lamps'));
  expect(await other.acts.takeLast(JUNE, 1000)).toEqual(starring('fog'));
  expect(await one.acts.takeLast(JUNE, 1000)).toBe('none');
});

test('two calls at once take two acts', async () => {
  const url = database();
  const [one, other] = [store({ url }), store({ url })];
  for (const talk of ['fog', 'lamps']) await one.acts.record(JUNE, starring(talk), 1000);
  const taken = await Promise.all([one.acts.takeLast(JUNE, 1000), other.acts.takeLast(JUNE, 1000)]);
  expect(taken).toEqual(expect.arrayContaining([starring('fog'), starring('lamps')]));
});

test('after an hour nothing is taken back, and after twenty acts not the first', async () => {
  const { acts } = store();
  for (let at = 0; at <= 20; at++) await acts.record(JUNE, starring(`talk ${at}`), 1000);
  for (let at = 20; at > 0; at--) expect(await acts.takeLast(JUNE, 1000)).toEqual(starring(`talk ${at}`));
  expect(await acts.takeLast(JUNE, 1000)).toBe('none');
  await acts.record(JUNE, starring('fog'), 1000);
  expect(await acts.takeLast(JUNE, 1001 + HOUR_MS)).toBe(undefined);
});
