import { expect, test } from 'vitest';
import { seenConferences } from '../../../src/live/seen-conferences.ts';
import type { Programme } from '../../../src/programme/programme.ts';
import type { Talk } from '../../../src/programme/talk.ts';
import { programme, talk } from '../../support/conference.ts';
import { type Desk, desk, withConferences } from '../../support/desk.ts';
import { hour, session } from '../../support/lighthouse-days.ts';

const JUNE = { workspace: 'T1', person: 'U0JUNE0001' };
const MIRA = { workspace: 'T1', person: 'U0MIRA0001' };

function conference(name: string, talks: readonly Talk[]): Programme {
  return programme(talks, { name, folder: name.toLowerCase(), timeZone: 'UTC' });
}

/** One in May, one in October, and abstracts that have no dates: each numbers its talks from 1. */
const may = [
  session('Lamps', '2027-05-11', '09:00', { id: '1' }),
  session('Fog', '2027-05-12', '11:00', { id: '2' }),
];
const october = [session('Ropes', '2027-10-04', '09:00', { id: '1' })];
const abstracts = [
  talk({ id: '1', title: 'Knots', speakers: [] }),
  talk({ id: '2', title: 'Anchors', speakers: [] }),
];

type Talks = Readonly<Record<'may' | 'october' | 'abstracts', readonly Talk[]>>;

const all: Talks = { may, october, abstracts };

function programmesOf(talks: Talks): readonly Programme[] {
  return [
    conference('May', talks.may),
    conference('October', talks.october),
    conference('Abstracts', talks.abstracts),
  ];
}

/** The programmes are known, and a process goes on with whatever becomes of them. */
async function told(at = '2027-05-10T18:00:00Z') {
  const made = desk({ programme: programme([]), at });
  const showAll = withConferences(made, programmesOf(all));
  const process = made.process();
  await made.until(made.now + 10_000, { by: [process] });
  const show = async (changed: Partial<Talks>) => {
    await made.until(made.now + 120_000, { by: [process] });
    showAll(programmesOf({ ...all, ...changed }));
    await made.until(made.now + 600_000, { by: [process] });
  };
  const pass = (instant: string) => made.until(instant, { by: [process] });
  return { made, show, pass };
}

function readBy({ in: read }: Desk, { person }: typeof JUNE): readonly string[] {
  return read(person).map(text => text.slice(9));
}

test('a change is told of a conference that does not answer', async () => {
  const { made, show } = await told();
  await made.store.stars.star({ ...JUNE, conference: 'October', talk: '1' }, made.now);
  await made.store.stars.star({ ...MIRA, conference: 'May', talk: '1' }, made.now);
  const folders: string[] = [];
  const { starredChanged } = made.context.messages;
  made.context.messages.starredChanged = (changes, context) => {
    folders.push(context.folder);
    return starredChanged(changes, context);
  };
  await show({ october: [{ ...october[0], slots: [hour('2027-10-04', '13:00')] } as Talk] });
  expect([readBy(made, JUNE), readBy(made, MIRA), folders]).toEqual([
    ['Yours: Ropes: Mon 4 Oct 09:00 → 13:00'],
    [],
    ['october'],
  ]);
});

test('an alert is told of the conference for which it was set, and of no other', async () => {
  const { made, show } = await told();
  await made.store.alerts.add({ ...JUNE, conference: 'October', words: 'sails' }, [], made.now);
  await made.store.alerts.add({ ...MIRA, conference: 'May', words: 'sails' }, [], made.now);
  const sails = session('Sails', '2027-10-04', '10:00');
  await show({ october: [...october, sails] });
  expect([readBy(made, JUNE), readBy(made, MIRA)]).toEqual([['For sails: Sails'], []]);
});

test('a talk without a date is told once to those who wait for it at several conferences', async () => {
  const { made, show } = await told();
  for (const conference of ['May', 'October'])
    await made.store.alerts.add({ ...JUNE, conference, words: 'sails' }, [], made.now);
  await made.store.alerts.add({ ...MIRA, conference: 'October', words: 'knots' }, ['Abstracts\n1'], made.now);
  await show({ abstracts: [...abstracts, talk({ id: '3', title: 'Sails', speakers: [] })] });
  expect([readBy(made, JUNE), readBy(made, MIRA)]).toEqual([['For sails: Sails'], []]);
});

test('a talk without a date stays what it is when another conference answers', async () => {
  const { made, pass } = await told();
  await made.store.stars.star({ ...JUNE, conference: 'Abstracts', talk: '2' }, made.now);
  await made.store.alerts.add(
    { ...JUNE, conference: 'October', words: 'anchors' },
    ['Abstracts\n2'],
    made.now,
  );
  await pass('2027-05-14T12:00Z');
  expect(made.context.current().programme.conference.name).toBe('October');
  expect(made.posted).toEqual([]);
});

test('a star on a talk without a date is told when that changes, and nobody with the same number elsewhere', async () => {
  const { made, show } = await told();
  await made.store.stars.star({ ...JUNE, conference: 'Abstracts', talk: '1' }, made.now);
  await made.store.stars.star({ ...MIRA, conference: 'May', talk: '1' }, made.now);
  await show({ abstracts: [{ ...abstracts[0], title: 'Knots and hitches' } as Talk, abstracts[1] as Talk] });
  expect([readBy(made, JUNE), readBy(made, MIRA)]).toEqual([
    ['Yours: Knots and hitches: Was called “Knots”'],
    [],
  ]);
});

test('a talk that vanished from a conference that does not answer is cancelled there, and can be opened', async () => {
  const { made, show } = await told();
  await made.store.stars.star({ ...JUNE, conference: 'October', talk: '2' }, made.now);
  const sails = session('Sails', '2027-10-04', '10:00', { id: '2' });
  await show({ october: [...october, sails] });
  await show({});
  expect(readBy(made, JUNE)).toEqual(['Yours: Sails: Cancelled (was Mon 4 Oct 10:00–11:00, Quay Hall)']);
  const { others } = made.context.current();
  expect(others.find(({ name }) => name === 'October')?.programme.talk('2')?.status).toBe('cancelled');
});

test('a person is not told of a talk without a date in a conference that their workspace does not see', async () => {
  const { made, show } = await told();
  made.context.currentIn = workspace =>
    seenConferences(made.context.current(), workspace === 'T1' ? ['May', 'October'] : undefined, made.now);
  const ADA = { workspace: 'T2', person: 'U0ADA00001' };
  for (const member of [JUNE, ADA])
    await made.store.alerts.add({ ...member, conference: 'May', words: 'sails' }, [], made.now);
  await show({ abstracts: [...abstracts, talk({ id: '3', title: 'Sails', speakers: [] })] });
  expect([readBy(made, JUNE), readBy(made, ADA)]).toEqual([[], ['For sails: Sails']]);
  expect((await made.store.alerts.all('May')).map(({ told }) => told)).toEqual([
    new Set(),
    new Set(['Abstracts\n3']),
  ]);
});
