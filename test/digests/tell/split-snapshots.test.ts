import { expect, test } from 'vitest';
import type { Talk } from '../../../src/programme/talk.ts';
import { programme, talk } from '../../support/conference.ts';
import { desk, withConferences } from '../../support/desk.ts';
import { session } from '../../support/lighthouse-days.ts';

const JUNE = { workspace: 'T1', person: 'U0JUNE0001' };
const MIRA = { workspace: 'T1', person: 'U0MIRA0001' };

const may = [session('Lamps', '2027-05-11', '09:00', { id: '1' })];
const october = [session('Ropes', '2027-10-04', '09:00', { id: '1' })];
const abstracts = [
  talk({ id: '1', title: 'Knots', speakers: [] }),
  talk({ id: '2', title: 'Anchors', speakers: [] }),
];

/** Starts with a database in which the abstracts were kept among the talks of May, and of October once that answered. */
async function upgraded({ now = abstracts }: { readonly now?: readonly Talk[] } = {}) {
  const made = desk({ programme: programme([]), at: '2027-05-10T18:00:00Z' });
  const along = [{ ...abstracts[0], id: '1-2' } as Talk, abstracts[1] as Talk];
  const nothing = { newIds: new Map(), claims: [], updates: [], entries: [], news: [] };
  for (const [conference, talks] of [['May', may] as const, ['October', october] as const]) {
    await made.store.snapshots.replace({ ...nothing, conference, replaces: 0, talks: [...talks, ...along] });
    await made.store.alerts.add({ ...MIRA, conference, words: 'knots' }, ['1-2'], made.now);
  }
  await made.store.stars.star({ ...JUNE, conference: 'May', talk: '1' }, made.now);
  await made.store.stars.star({ ...JUNE, conference: 'May', talk: '1-2' }, made.now);
  await made.store.stars.star({ ...MIRA, conference: 'October', talk: '2' }, made.now);
  const named = (name: string, talks: readonly Talk[]) =>
    programme(talks, { name, folder: name.toLowerCase(), timeZone: 'UTC' });
  withConferences(made, [named('May', may), named('October', october), named('Abstracts', now)]);
  await made.until(made.now + 120_000, { by: [made.process(), made.process()] });
  return made;
}

test('talks without dates that were kept with another conference are not cancelled, and go on as they were', async () => {
  const { store, posted } = await upgraded();
  expect(posted).toEqual([]);
  const conferences = ['May', 'October', 'Abstracts'];
  expect(await Promise.all(conferences.map(async each => (await store.snapshots.last(each))?.talks))).toEqual(
    [may, october, abstracts],
  );
  expect((await Promise.all(conferences.map(each => store.news.of(each)))).flat()).toEqual([]);
  expect([await store.stars.starsOf(JUNE), await store.stars.starsOf(MIRA)]).toEqual([
    new Map([
      ['Abstracts', new Set(['1'])],
      ['May', new Set(['1'])],
    ]),
    new Map([['Abstracts', new Set(['2'])]]),
  ]);
  for (const conference of ['May', 'October'])
    expect((await store.alerts.all(conference)).map(({ told }) => told)).toEqual([new Set(['Abstracts\n1'])]);
});

test('a talk that changed since it was kept with another conference is told to those who starred it', async () => {
  const made = await upgraded({
    now: [{ ...abstracts[0], title: 'Knots and hitches' } as Talk, abstracts[1] as Talk],
  });
  expect(made.posted.map(({ channel, text }) => [channel, text])).toEqual([
    [JUNE.person, 'Yours: Knots and hitches: Was called “Knots”'],
  ]);
});
