import { expect, test } from 'vitest';
import { conferenceKey } from '../../../src/programme/conference.ts';
import type { Slot } from '../../../src/programme/talk.ts';
import type { Loaded } from '../../../src/search/loaded.ts';
import type { Message } from '../../../src/slack/views/blocks/message.ts';
import { starredSoon } from '../../../src/slack/views/mine/starred-notices.ts';
import { programme, talk } from '../../support/conference.ts';
import { loadedWith } from '../../support/loaded.ts';
import { read } from '../../support/read.ts';
import {
  answerTo,
  changed,
  JUNE,
  linesOf,
  MIRA,
  messagesOfApp,
  postNotice,
  topModal,
} from '../../support/slack-people.ts';
import { openStage, type Stage } from '../../support/stage.ts';

/** The stage's clock is at 09:00 in Madrid. */
function slot(start: string, end: string): Slot {
  return {
    ...{ start: `2027-05-11T${start}:00+02:00`, end: `2027-05-11T${end}:00+02:00` },
    ...{ rooms: ['Quay Hall'], day: '2027-05-11', untimed: undefined },
  };
}
const TALKS = [
  talk({ id: 'early', title: 'Early fog', slots: [slot('07:00', '08:00')] }),
  talk({ id: 'dawn', title: 'Dawn', slots: [slot('08:00', '08:45')] }),
  talk({ id: 'late', title: 'Late lamps', slots: [slot('08:50', '09:30')] }),
  talk({ id: 'gone', title: 'Gone', status: 'cancelled', slots: [slot('07:00', '08:00')] }),
];
const asking = programme(TALKS, { feedback: true });
const ME = { workspace: 'T0HARBOUR1', person: MIRA };
const conference = conferenceKey(asking.conference);

async function open(
  starred: readonly string[],
  { of = asking, organisers = [JUNE], loaded = loadedWith(of) } = {},
): Promise<Stage> {
  const stage = await openStage({ loaded, organisers });
  for (const id of starred) await stage.store.stars.star({ ...ME, conference, talk: id }, 0);
  return stage;
}

async function homeOf({ workspace }: Stage): Promise<string[]> {
  await workspace.openHome({ user: MIRA });
  const home = await workspace.when(() => workspace.homeOf(MIRA));
  return linesOf(home);
}

async function toRate({ workspace }: Stage) {
  return answerTo(workspace, 'feedback');
}

async function rateIn(
  { workspace }: Stage,
  message: Parameters<Stage['workspace']['click']>[0]['in'],
  { rating, ...button }: { readonly label: string; readonly value: string; readonly rating: string },
): Promise<void> {
  await workspace.click({ user: MIRA, in: message, ...button });
  await topModal(workspace);
  await workspace.submit({ user: MIRA, entries: { rating } });
}

test('a talk that is over is rated, the rating changed, and taken back', async () => {
  const stage = await open(['early', 'dawn', 'late', 'gone']);
  const { workspace, store } = stage;
  const answer = await toRate(stage);
  expect(answer.ephemeralFor).toBe(MIRA);
  expect(read(answer.blocks)).toEqual([
    'Rate the talks that you saw',
    ...['Dawn', '[Rate]', 'Early fog', '[Rate]'],
  ]);
  await workspace.click({ user: MIRA, in: answer, label: 'Rate', value: 'dawn' });
  expect(linesOf(await topModal(workspace))).toEqual([
    'Dawn | Ada Lund',
    'Your rating: ____',
    'A line for the organisers: ____',
    'Organisers see it without your name, from three ratings of a talk on. Lectern keeps it with your id, so that you can change it or take it back.',
  ]);
  const { errors } = await workspace.submit({
    user: MIRA,
    entries: { rating: '4', line: ' Clear \n words. ' },
  });
  expect({ errors, open: workspace.modalsOf(MIRA) }).toEqual({ open: [] });
  const kept = { ...ME, conference, talk: 'dawn', rating: 4, line: 'Clear words.' };
  expect(await store.ratings.ratingsOf(ME)).toEqual([kept]);
  const again = await toRate(stage);
  expect(read(again.blocks).slice(1)).toEqual([
    ...['Early fog', '[Rate]', 'Dawn | You gave it 4 of 5', '[Change]'],
  ]);
  await workspace.click({ user: MIRA, in: again, label: 'Change' });
  await topModal(workspace);
  await workspace.submit({ user: MIRA, entries: { rating: '2' } });
  expect(await store.ratings.ratingsOf(ME)).toEqual([{ ...kept, rating: 2 }]);
  await workspace.click({ user: MIRA, in: again, label: 'Change' });
  await workspace.click({ user: MIRA, in: await topModal(workspace), label: 'Take it back' });
  await workspace.when(
    () => linesOf(workspace.modalsOf(MIRA).at(-1)).join().includes('taken back') || undefined,
  );
  expect(await store.ratings.ratingsOf(ME)).toEqual([]);
});

test.each([
  ['late', 'This talk is not over yet. Once it is, you can rate it here or on the Home.'],
  ['gone', 'This talk was cancelled, so there is nothing to rate.'],
  ['early', 'Star this talk first: those who starred it may rate it.'],
])('below a reminder %s cannot be rated, and the form says why', async (id, why) => {
  const { workspace, store } = await open(['dawn', 'late', 'gone']);
  await store.ratings.rate({ ...ME, conference: 'Other Days', talk: id, rating: 4, line: '' });
  const reminder = await postNotice(workspace, reminderOf(id));
  await workspace.click({ user: MIRA, in: reminder, label: 'Rate afterwards' });
  expect(linesOf(await topModal(workspace))).toEqual([why]);
});

/** As it was sent before the talk began, when it was not cancelled yet. */
function reminderOf(...ids: readonly string[]): Message {
  const { sessions } = programme(TALKS.map(one => ({ ...one, status: 'confirmed' })));
  return starredSoon(
    sessions.filter(session => ids.includes(session.talk.id)),
    { ...{ folder: '', rehearsal: false, feedback: true }, zone: 'Europe/Madrid' },
  );
}

test('an answer says that a talk of it was rated just now, and where that is changed', async () => {
  const stage = await open(['early', 'dawn']);
  const { workspace } = stage;
  const answer = await toRate(stage);
  await rateIn(stage, answer, { label: 'Rate', value: 'dawn', rating: '4' });
  const after = await changed(workspace, answer);
  expect(read(after.blocks)).toEqual([
    'Rate the talks that you saw',
    ...['Dawn | Saved: you gave it 4 of 5', '[Change]', 'Early fog', '[Rate]'],
  ]);
  await workspace.click({ user: MIRA, in: after, label: 'Change' });
  await workspace.click({ user: MIRA, in: await topModal(workspace), label: 'Take it back' });
  const back = await changed(workspace, after);
  expect(read(back.blocks).slice(1)).toEqual(['Dawn', '[Rate]', 'Early fog', '[Rate]']);
});

test('so does one in a direct message, and a reminder, each in its place', async () => {
  const stage = await open(['early', 'dawn']);
  const { workspace } = stage;
  await workspace.directMessage({ user: MIRA, text: 'my ratings' });
  const answer = await workspace.when(() => messagesOfApp(workspace).at(-1));
  await rateIn(stage, answer, { label: 'Rate', value: 'early', rating: '3' });
  expect(read((await changed(workspace, answer)).blocks).slice(1, 3)).toEqual([
    ...['Early fog | Saved: you gave it 3 of 5', '[Change]'],
  ]);
  const reminder = await postNotice(workspace, reminderOf('dawn', 'early'));
  await rateIn(stage, reminder, { label: 'Rate afterwards', value: 'dawn', rating: '5' });
  const after = await changed(workspace, reminder);
  expect(read(after.blocks)).toEqual([
    ...read(reminder.blocks).slice(0, 4),
    ...['[Details][Unstar][Change your rating]', 'Saved: you gave it 5 of 5.'],
  ]);
  await workspace.click({ user: MIRA, in: after, label: 'Change your rating' });
  await workspace.click({ user: MIRA, in: await topModal(workspace), label: 'Take it back' });
  expect(read((await changed(workspace, after)).blocks)).toEqual([
    ...read(reminder.blocks).slice(0, 4),
    '[Details][Unstar][Rate]',
  ]);
});

test('a message that Slack lets nobody change any more stays, and the rating is kept', async () => {
  const stage = await open(['early', 'dawn']);
  const { workspace, store } = stage;
  const answer = await toRate(stage);
  workspace.fail('response_url', { kind: 'status', status: 404 });
  await rateIn(stage, answer, { label: 'Rate', value: 'dawn', rating: '4' });
  // The next press is answered after the one that failed.
  await rateIn(stage, answer, { label: 'Rate', value: 'early', rating: '3' });
  expect(read((await changed(workspace, answer)).blocks).slice(1)).toEqual([
    ...['Early fog | Saved: you gave it 3 of 5', '[Change]', 'Dawn | You gave it 4 of 5', '[Change]'],
  ]);
  expect((await store.ratings.ratingsOf(ME)).map(({ talk: id, rating }) => [id, rating])).toEqual([
    ['dawn', 4],
    ['early', 3],
  ]);
  expect(messagesOfApp(workspace)).toHaveLength(1);
});

test('below a reminder the talk is rated once it is over', async () => {
  const { workspace, store } = await open(['dawn']);
  const reminder = await postNotice(workspace, reminderOf('dawn'));
  await workspace.click({ user: MIRA, in: reminder, label: 'Rate afterwards' });
  await topModal(workspace);
  await workspace.submit({ user: MIRA, entries: { rating: '5' } });
  expect(await store.ratings.ratingsOf(ME)).toEqual([
    { ...ME, conference, talk: 'dawn', rating: 5, line: '' },
  ]);
});

test('a talk that is cancelled while the form is open is not rated', async () => {
  const stage = await open(['dawn']);
  const { workspace, store, show } = stage;
  await workspace.click({ user: MIRA, in: await toRate(stage), label: 'Rate' });
  await topModal(workspace);
  show(programme([talk({ id: 'dawn', title: 'Dawn', status: 'cancelled' })], { feedback: true }));
  const { errors } = await workspace.submit({ user: MIRA, entries: { rating: '5' } });
  expect(errors).toEqual({ feedback_rating: 'This talk was cancelled, so there is nothing to rate.' });
  expect(await store.ratings.ratingsOf(ME)).toEqual([]);
});

test.each([
  ['was cancelled', [talk({ id: 'dawn', title: 'Dawn', status: 'cancelled' })], true],
  ['was moved later', [talk({ id: 'dawn', title: 'Dawn', slots: [slot('10:00', '11:00')] })], true],
  ['may not be rated any more', TALKS, false],
] as const)('a rating of a talk that %s can be taken back', async (_what, talks, feedback) => {
  const stage = await open([]);
  const { workspace, store, show } = stage;
  await store.ratings.rate({ ...ME, conference, talk: 'dawn', rating: 4, line: 'Clear words.' });
  const said = await toRate(stage);
  show(programme(talks, { feedback }));
  await workspace.click({ user: MIRA, in: said, label: 'Change' });
  const form = await topModal(workspace);
  expect(linesOf(form)).toEqual([
    'Dawn | Ada Lund',
    expect.stringContaining('You gave it 4 of 5. You can take that back.'),
    '[Take it back]',
  ]);
  await workspace.click({ user: MIRA, in: form, label: 'Take it back' });
  await workspace.when(
    () => linesOf(workspace.modalsOf(MIRA).at(-1)).join().includes('taken back') || undefined,
  );
  expect(await store.ratings.ratingsOf(ME)).toEqual([]);
});

test('a form that stays open rates no other talk that got the id meanwhile', async () => {
  const stage = await open(['dawn', 'early']);
  const { workspace, store, show } = stage;
  await store.ratings.rate({ ...ME, conference, talk: 'early', rating: 4, line: '' });
  await store.ratings.rate({ ...ME, conference, talk: 'dawn', rating: 1, line: '' });
  const said = await toRate(stage);
  await workspace.click({ user: MIRA, in: said, label: 'Change', value: 'dawn' });
  const form = await topModal(workspace);
  const ids = new Map([
    ['dawn', 'early'],
    ['early', 'dawn'],
  ]);
  show(
    programme(
      TALKS.map(one => ({ ...one, id: ids.get(one.id) ?? one.id })),
      { feedback: true },
    ),
  );
  const { errors } = await workspace.submit({ user: MIRA, entries: { rating: '5' } });
  expect(errors).toEqual({ feedback_rating: expect.stringContaining('The programme has changed') });
  await workspace.click({ user: MIRA, in: form, label: 'Take it back' });
  await workspace.when(
    () => linesOf(workspace.modalsOf(MIRA).at(-1)).join().includes('changed') || undefined,
  );
  expect((await store.ratings.ratingsOf(ME)).map(({ talk: id, rating }) => [id, rating])).toEqual([
    ['dawn', 1],
    ['early', 4],
  ]);
});

/** The morning after: the next conference is current, and asks for nothing. */
function nextDay(): Loaded {
  const next = programme([talk({ id: 'next', title: 'Next' })], { name: 'Next Days', folder: 'next' });
  const before = programme(TALKS, { feedback: true, folder: 'lighthouse' });
  const other = { name: 'Lighthouse Days', programme: before, open: () => loadedWith(before) };
  return loadedWith(next, { others: [other] });
}

test('on the day after, talks are rated though the next conference is current', async () => {
  const stage = await open(['dawn', 'early'], { loaded: nextDay() });
  const { workspace, store } = stage;
  const answer = await toRate(stage);
  expect(read(answer.blocks)).toEqual([
    'Rate the talks that you saw',
    ...['Dawn | Lighthouse Days', '[Rate]', 'Early fog | Lighthouse Days', '[Rate]'],
  ]);
  await workspace.click({ user: MIRA, in: answer, label: 'Rate', value: '["lighthouse","dawn"]' });
  await topModal(workspace);
  await workspace.submit({ user: MIRA, entries: { rating: '5' } });
  expect(await store.ratings.ratingsOf(ME)).toEqual([
    { ...ME, conference, talk: 'dawn', rating: 5, line: '' },
  ]);
  const lines = await homeOf(stage);
  const at = lines.indexOf('Rate the talks that you saw');
  expect(lines.slice(at + 1, at + 4)).toEqual([
    ...['Early fog | Lighthouse Days', '[Rate]'],
    'You gave 1 rating: to see or change them, type /talk my ratings.',
  ]);
});

test('on the day after, organisers read the ratings, and no others under a name that is not there', async () => {
  const stage = await open(['dawn'], { loaded: nextDay(), organisers: [MIRA] });
  const { workspace, store } = stage;
  for (const person of ['U1', 'U2', 'U3']) {
    await store.ratings.rate({ ...ME, person, conference, talk: 'early', rating: 4, line: '' });
    // It asks for no feedback.
    await store.ratings.rate({
      ...ME,
      ...{ person, conference: 'Next Days', talk: 'next', rating: 4, line: '' },
    });
  }
  expect(read((await toRate(stage)).blocks)).toEqual([
    '3 ratings of 1 talk',
    "Talks show from 3 ratings on, without anybody's name; what people wrote is in the file.",
    'Early fog | Lighthouse Days: 4.0 of 5 from 3 ratings (4: 3)',
    '[CSV file]',
    ...['Rate the talks that you saw', 'Dawn | Lighthouse Days', '[Rate]'],
  ]);
  expect(read((await answerTo(workspace, 'my ratings')).blocks)).toEqual([
    ...['Rate the talks that you saw', 'Dawn | Lighthouse Days', '[Rate]'],
  ]);
  const named = await answerTo(workspace, 'conference:lighthouse feedback');
  expect(read(named.blocks)[0]).toBe('3 ratings of 1 talk');
  const NONE = ['There is no conference “Typo” here. Lectern knows Next Days, Lighthouse Days.'];
  for (const typed of ['feedback', 'feedback csv', 'my ratings', 'insight', 'insight csv'])
    expect(read((await answerTo(workspace, `conference:Typo ${typed}`)).blocks)).toEqual(NONE);
});

test('the Home follows a rating and its end, also once the star is gone', async () => {
  const stage = await open(['dawn']);
  const { workspace, store } = stage;
  await homeOf(stage);
  const home = await workspace.when(() => workspace.homeOf(MIRA));
  await workspace.click({ user: MIRA, in: home, label: 'Rate' });
  await topModal(workspace);
  await workspace.submit({ user: MIRA, entries: { rating: '5' } });
  const saysRated = () => linesOf(workspace.homeOf(MIRA)).join().includes('You gave 1 rating');
  await workspace.when(() => saysRated() || undefined);
  await store.stars.unstarAll({ ...ME, conference });
  const own = await answerTo(workspace, 'my ratings');
  await workspace.click({ user: MIRA, in: own, label: 'Change' });
  await topModal(workspace);
  await workspace.submit({ user: MIRA, entries: { rating: '2' } });
  expect((await store.ratings.ratingsOf(ME)).map(({ rating }) => rating)).toEqual([2]);
  await workspace.click({ user: MIRA, in: own, label: 'Change' });
  await workspace.click({ user: MIRA, in: await topModal(workspace), label: 'Take it back' });
  await workspace.when(() => !saysRated() || undefined);
});

test('rated talks are all within reach', async () => {
  const many = Array.from({ length: 12 }, (_, place) =>
    talk({ id: `t${place}`, title: `Talk ${place}`, slots: [slot('07:00', '08:00')] }),
  );
  const { workspace, store } = await open([], { of: programme(many, { feedback: true }) });
  for (const { id } of many) await store.ratings.rate({ ...ME, conference, talk: id, rating: 3, line: '' });
  const first = read((await answerTo(workspace, 'my ratings')).blocks);
  expect(first.filter(line => line.startsWith('Talk'))).toHaveLength(10);
  expect(first.at(-1)).toBe('And 2 more talks: type /talk my ratings 2.');
  const second = read((await answerTo(workspace, 'my ratings 2')).blocks);
  expect(second.filter(line => line.startsWith('Talk'))).toHaveLength(2);
});

test('the Home offers what is over, and nothing where feedback is off', async () => {
  const lines = await homeOf(await open(['early', 'late']));
  const at = lines.indexOf('Rate the talks that you saw');
  expect(lines.slice(at, at + 3)).toEqual(['Rate the talks that you saw', 'Early fog', '[Rate]']);
  expect((await homeOf(await open(['early'], { of: programme(TALKS) }))).join()).not.toContain('Rate');
});

test('where feedback is off, the word is searched', async () => {
  const { workspace } = await open([], { of: programme(TALKS) });
  expect(read((await answerTo(workspace, 'feedback')).blocks).join()).toContain('feedback');
});

test('organisers get means and a sheet, from three ratings on', async () => {
  const stage = await open([], { organisers: [MIRA] });
  const { workspace, store } = stage;
  for (const [person, rating] of [
    ['U1', 5],
    ['U2', 4],
    ['U3', 4],
  ] as const)
    await store.ratings.rate({ ...ME, person, conference, talk: 'dawn', rating, line: `From ${rating}` });
  await store.ratings.rate({ ...ME, person: 'U1', conference, talk: 'early', rating: 1, line: 'Only me' });
  const said = await toRate(stage);
  expect(read(said.blocks)).toEqual([
    '3 ratings of 1 talk',
    "Talks show from 3 ratings on, without anybody's name; what people wrote is in the file.",
    'Dawn | 4.3 of 5 from 3 ratings (5: 1, 4: 2)',
    '[CSV file]',
  ]);
  await workspace.click({ user: MIRA, in: said, label: 'CSV file' });
  const sheet = await workspace.when(() => messagesOfApp(workspace).find(({ ts }) => ts !== said.ts));
  expect(read(sheet.blocks)[1]).toBe(
    [
      'conference,talk,speakers,ratings,mean,5,4,3,2,1,line',
      'Lighthouse Days,Dawn,Ada Lund,3,4.3,1,2,0,0,0,From 4',
      'Lighthouse Days,Dawn,Ada Lund,,,,,,,,From 4',
      'Lighthouse Days,Dawn,Ada Lund,,,,,,,,From 5',
    ].join(' | '),
  );
  expect(read((await answerTo(workspace, 'feedback csv', { user: JUNE })).blocks)[0]).toContain(
    'The file with all ratings is for organisers',
  );
});
