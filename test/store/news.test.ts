import { expect, test } from 'vitest';
import { talk } from '../support/conference.ts';
import { database, store } from '../support/store.ts';

const update = { replaces: 0, talks: [talk()], newIds: new Map(), claims: [], updates: [], entries: [] };
const fog = { talkId: 'fog', change: undefined, at: 1000 };
const lamps = { talkId: 'lamps', change: 'Cancelled', at: 2000 };

test('the news of a conference are replaced with its snapshot, in one run', async () => {
  const url = database();
  const { snapshots, news } = store({ url });
  await snapshots.replace({ ...update, conference: 'Lighthouse', news: [fog, lamps] });
  await snapshots.replace({ ...update, conference: 'Harbour', news: [fog] });
  expect(await news.of('Lighthouse')).toEqual([lamps, fog]);
  expect(await store({ url, run: 'rehearsal' }).news.of('Lighthouse')).toEqual([]);
  await snapshots.replace({ ...update, conference: 'Lighthouse', replaces: 1, news: [lamps] });
  expect([await news.of('Lighthouse'), await news.of('Harbour')]).toEqual([[lamps], [fog]]);
});

test('a talk has news of several days', async () => {
  const { snapshots, news } = store();
  const days = [{ ...fog, change: 'Cancelled', at: 3000 }, fog];
  await snapshots.replace({ ...update, conference: 'Lighthouse', news: days });
  expect(await news.of('Lighthouse')).toEqual(days);
});

test('as many talks as there are can be new', async () => {
  const { snapshots, news } = store();
  const many = Array.from({ length: 1001 }, (_, at) => ({ ...fog, talkId: String(at).padStart(4, '0') }));
  await snapshots.replace({ ...update, conference: 'Lighthouse', news: many });
  expect(await news.of('Lighthouse')).toEqual(many);
});
