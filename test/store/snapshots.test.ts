import { expect, test } from 'vitest';
import { talk } from '../support/conference.ts';
import { dayPart, newDelivery } from '../support/digests.ts';
import { databaseFile, store } from '../support/store.ts';

const first = { conference: 'Lighthouse', replaces: 0, talks: [talk()], claims: [], updates: [] };

test('keeps the talks as people were last told of them', async () => {
  const { snapshots } = store();
  expect(await snapshots.last('Lighthouse')).toBe(undefined);
  expect(await snapshots.replace(first)).toBe(true);
  expect(await snapshots.last('Lighthouse')).toEqual({ version: 1, talks: [talk()] });
  expect(await snapshots.last('Another')).toBe(undefined);
  expect(await snapshots.replace({ ...first, replaces: 1, talks: [] })).toBe(true);
  expect(await snapshots.last('Lighthouse')).toEqual({ version: 2, talks: [] });
});

test('one process tells of a change, and all that the other would record is left out', async () => {
  const path = databaseFile();
  const [one, other] = [store({ path }), store({ path })];
  await one.deliveries.claim([[newDelivery()]]);
  const reply = newDelivery({ part: { kind: 'change', version: 1 } });
  const further = newDelivery({ part: dayPart(1) });
  const update = { key: newDelivery(), message: { text: 'Late', blocks: [] }, talks: [] };
  expect(await one.snapshots.replace({ ...first, claims: [[reply]] })).toBe(true);
  expect(await other.snapshots.replace({ ...first, talks: [], claims: [[further]], updates: [update] })).toBe(
    false,
  );
  const kept = await one.deliveries.ofDay('lobby', '2027-05-11');
  expect(kept.map(({ part, revision }) => [part, revision])).toEqual([
    [dayPart(), 0],
    [reply.part, 0],
  ]);
  expect(await other.snapshots.last('Lighthouse')).toEqual({ version: 1, talks: [talk()] });
});

test('an older version than the last one is not replaced', async () => {
  const { snapshots } = store();
  await snapshots.replace(first);
  await snapshots.replace({ ...first, replaces: 1 });
  expect(await snapshots.replace({ ...first, replaces: 1, talks: [] })).toBe(false);
  expect(await snapshots.last('Lighthouse')).toEqual({ version: 2, talks: [talk()] });
});

test("keeps each day's first talks, and finds those of the last day before", async () => {
  const { snapshots } = store();
  const [morning, noon] = [talk({ title: 'Morning' }), talk({ title: 'Noon' })];
  await snapshots.keepForDay('Lighthouse', '2027-05-11', [morning]);
  await snapshots.keepForDay('Lighthouse', '2027-05-11', [noon]);
  await snapshots.keepForDay('Lighthouse', '2027-05-12', [noon]);
  await snapshots.replace({ ...first, talks: [] });
  expect(await snapshots.beforeDay('Lighthouse', '2027-05-11')).toBe(undefined);
  expect(await snapshots.beforeDay('Lighthouse', '2027-05-12')).toEqual([morning]);
  expect(await snapshots.beforeDay('Lighthouse', '2027-05-14')).toEqual([noon]);
  expect(await snapshots.beforeDay('Another', '2027-05-14')).toBe(undefined);
});

test('a rehearsal has snapshots of its own', async () => {
  const path = databaseFile();
  const [real, rehearsal] = [store({ path }), store({ path, run: 'rehearsal' })];
  await rehearsal.snapshots.replace(first);
  await rehearsal.snapshots.keepForDay('Lighthouse', '2027-05-11', [talk()]);
  expect(await real.snapshots.last('Lighthouse')).toBe(undefined);
  expect(await real.snapshots.beforeDay('Lighthouse', '2027-05-12')).toBe(undefined);
});
