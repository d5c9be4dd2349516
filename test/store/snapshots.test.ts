import { expect, test } from 'vitest';
import { talk } from '../support/conference.ts';
import { owed } from '../support/digests.ts';
import { databaseFile, store } from '../support/store.ts';

const nothing = { owed: [], reworded: [] };

test('keeps the talks as people were last told of them', async () => {
  const { told } = store();
  expect(await told.last('Lighthouse')).toBe(undefined);
  expect(await told.tell({ conference: 'Lighthouse', version: 0, talks: [talk()], ...nothing })).toBe(true);
  expect(await told.last('Lighthouse')).toEqual({ version: 1, talks: [talk()] });
  expect(await told.last('Another')).toBe(undefined);
});

test('one process tells of a change', async () => {
  const path = databaseFile();
  const one = store({ path });
  const other = store({ path });
  const telling = { conference: 'Lighthouse', version: 0, talks: [], reworded: [] };
  const reply = owed({ part: 'change 1', kind: 'change' });
  expect(await one.told.tell({ ...telling, owed: [[reply]] })).toBe(true);
  expect(await other.told.tell({ ...telling, owed: [[{ ...reply, part: 'change 1b' }]] })).toBe(false);
  expect((await one.deliveries.of('lobby', '2027-05-11')).map(({ part }) => part)).toEqual(['change 1']);
});

test("keeps each day's talks, and finds those of the day before", async () => {
  const { told } = store();
  const [first, second] = [talk({ title: 'First' }), talk({ title: 'Second' })];
  await told.keepDay('Lighthouse', '2027-05-11', [first]);
  await told.keepDay('Lighthouse', '2027-05-11', [second]);
  await told.keepDay('Lighthouse', '2027-05-12', [second]);
  expect(await told.before('Lighthouse', '2027-05-11')).toBe(undefined);
  expect(await told.before('Lighthouse', '2027-05-12')).toEqual([first]);
  expect(await told.before('Lighthouse', '2027-05-14')).toEqual([second]);
});
