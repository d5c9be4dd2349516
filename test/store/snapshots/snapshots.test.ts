import { expect, test } from 'vitest';
import { talk } from '../../support/conference.ts';
import { dayPart, digestKey, newDelivery } from '../../support/digests.ts';
import { database, execute, store } from '../../support/store.ts';

const first = {
  conference: 'Lighthouse',
  replaces: 0,
  talks: [talk()],
  newIds: new Map(),
  claims: [],
  updates: [],
  entries: [],
  news: [],
};

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
  const url = database();
  const [one, other] = [store({ url }), store({ url })];
  await one.deliveries.claim([[newDelivery()]]);
  const reply = newDelivery({ part: { kind: 'change', version: 1 } });
  const further = newDelivery({ part: dayPart(1) });
  const update = { key: newDelivery(), message: { text: 'Late', blocks: [] }, talks: [] };
  expect(await one.snapshots.replace({ ...first, claims: [[reply]] })).toBe(true);
  expect(await other.snapshots.replace({ ...first, talks: [], claims: [[further]], updates: [update] })).toBe(
    false,
  );
  const kept = await one.deliveries.ofDay(digestKey(), '2027-05-11');
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
  expect(await snapshots.beforeDay('Lighthouse', '2027-05-12')).toEqual({
    day: '2027-05-11',
    talks: [morning],
  });
  expect(await snapshots.beforeDay('Lighthouse', '2027-05-14')).toEqual({
    day: '2027-05-12',
    talks: [noon],
  });
  expect(await snapshots.beforeDay('Another', '2027-05-14')).toBe(undefined);
});

test('a rehearsal has snapshots of its own', async () => {
  const url = database();
  const [real, rehearsal] = [store({ url }), store({ url, run: 'rehearsal' })];
  await rehearsal.snapshots.replace(first);
  await rehearsal.snapshots.keepForDay('Lighthouse', '2027-05-11', [talk()]);
  expect(await real.snapshots.last('Lighthouse')).toBe(undefined);
  expect(await real.snapshots.beforeDay('Lighthouse', '2027-05-12')).toBe(undefined);
});

const many = Array.from({ length: 450 }, (_, number) => talk({ id: `${number}` }));

test('gives back the very talks that are as they were, and reads the others', async () => {
  const { snapshots } = store();
  await snapshots.replace({ ...first, talks: many });
  const renamed = talk({ id: '449', title: 'Renamed' });
  const current = [...many.slice(0, -1), renamed];
  const { talks = [] } = (await snapshots.last('Lighthouse', current)) ?? {};
  expect(talks).toEqual(many);
  expect(talks.filter((talk, place) => talk === current[place])).toHaveLength(400);
});

test('keeps a part once, for as long as a snapshot has it', async () => {
  const url = database();
  const { snapshots } = store({ url });
  await snapshots.replace({ ...first, talks: many });
  await snapshots.keepForDay('Lighthouse', '2027-05-11', many);
  expect(await countParts(url)).toBe(3);
  const renamed = [...many.slice(0, -1), talk({ id: '449', title: 'Renamed' })];
  await snapshots.replace({ ...first, replaces: 1, talks: renamed });
  expect(await countParts(url)).toBe(4);
  await snapshots.replace({ ...first, replaces: 2, talks: many });
  expect(await countParts(url)).toBe(3);
  expect(await snapshots.beforeDay('Lighthouse', '2027-05-12')).toEqual({ day: '2027-05-11', talks: many });
});

test('a snapshot that lacks a part has no talks and is replaced', async () => {
  const url = database();
  const { snapshots } = store({ url });
  await snapshots.replace(first);
  await execute(url, 'delete from told_parts');
  expect(await snapshots.last('Lighthouse')).toEqual({ version: 1, talks: [] });
  expect(await snapshots.replace({ ...first, replaces: 1 })).toBe(true);
});

async function countParts(url: string): Promise<number> {
  return (await execute(url, 'select hash from told_parts')).length;
}
