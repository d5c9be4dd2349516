import { expect, test } from 'vitest';
import { createChooser, currentConference, joinProgrammes } from '../../src/live/choose-programme.ts';
import type { LiveConference } from '../../src/live/live-conference.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { programme, talk } from '../support/conference.ts';

function onDay(name: string, day: string): Programme {
  const slots = [{ start: `${day}T09:00:00+02:00`, end: undefined, rooms: [], day }];
  return programme([talk({ id: name, slots })], { name });
}

const live = (of: Programme, asOf?: number): LiveConference => ({ programme: of, problems: [], asOf });
const spring = onDay('Spring', '2027-05-11');
const autumn = onDay('Autumn', '2027-10-04');
const abstracts = programme([talk({ id: 'undated' })], { name: 'Abstracts' });
const BEFORE = Date.UTC(2027, 4, 1);
const BETWEEN = Date.UTC(2027, 6, 1);

test('another conference answers when the one before is over', () => {
  const choose = createChooser({ conferences: () => conferences, problems: () => [] });
  const conferences = [live(spring), live(autumn)];
  const names = [BEFORE, BETWEEN].map(nowMs => choose(nowMs)?.programme.conference.name);
  expect(names).toEqual(['Spring', 'Autumn']);
});

test('the answer is the same as long as nothing changed', () => {
  const conferences = [live(spring), live(abstracts)];
  const choose = createChooser({ conferences: () => conferences, problems: () => [] });
  const first = choose(BEFORE);
  expect(choose(BEFORE + 1000)).toBe(first);
  expect(first?.programme.talks.map(({ id }) => id)).toEqual(['Spring', 'undated']);
});

test('the index stays where only its age changed', () => {
  let conferences = [live(spring)];
  const choose = createChooser({ conferences: () => conferences, problems: () => [] });
  const first = choose(BEFORE);
  conferences = [live(spring, 42)];
  const second = choose(BEFORE);
  expect({ ages: [first?.asOf, second?.asOf], sameIndex: first?.index === second?.index }).toEqual({
    ages: [undefined, 42],
    sameIndex: true,
  });
});

test('the index of a conference stays, whether it is the current one or another', () => {
  const conferences = [live(spring), live(autumn)];
  const choose = createChooser({ conferences: () => conferences, problems: () => [] });
  const first = choose(BEFORE);
  const ofAutumn = first?.others[0]?.open().index;
  const second = choose(BETWEEN);
  expect(second?.index === ofAutumn).toBe(true);
  expect(second?.others[0]?.open().index === first?.index).toBe(true);
});

test('another conference says how old it is, too', () => {
  const conferences = [live(spring), live(autumn, 42)];
  const choose = createChooser({ conferences: () => conferences, problems: () => [] });
  const first = choose(BEFORE);
  expect(first?.others.map(({ name, open }) => [name, open().asOf])).toEqual([['Autumn', 42]]);
});

test('a conference without talks does not answer', () => {
  const conferences = [live(programme([], { name: 'Empty' }))];
  expect(createChooser({ conferences: () => conferences, problems: () => [] })(BEFORE)).toBeUndefined();
});

test('a conference without dates counts along with the current one, and is there alone too', () => {
  const sheets = programme([talk({ id: 'sheet' })], { name: undefined, folder: '' });
  const conferences = [live(spring), live(abstracts, 42), live(sheets), live(autumn)];
  const chosen = createChooser({ conferences: () => conferences, problems: () => [] })(BEFORE);
  const ids = (of: Programme | undefined) => of?.talks.map(({ id }) => id);
  expect(ids(chosen?.programme)).toEqual(['Spring', 'undated', 'sheet']);
  expect(
    chosen?.others.map(({ name, isAlong, open }) => [name, isAlong, ids(open().programme), open().asOf]),
  ).toEqual([
    ['Abstracts', true, ['undated'], 42],
    ['Autumn', undefined, ['Autumn'], undefined],
  ]);
});

test('of several conferences without dates each is there alone, and a single one is no other', () => {
  const drafts = programme([talk({ id: 'draft' })], { name: 'Drafts', folder: 'drafts' });
  const namesOf = (...all: readonly Programme[]) =>
    createChooser({ conferences: () => all.map(one => live(one)), problems: () => [] })(BEFORE)?.others.map(
      ({ name }) => name,
    );
  expect([namesOf(abstracts, drafts), namesOf(abstracts)]).toEqual([['Abstracts', 'Drafts'], []]);
});

test('what counts along is in one programme with the conference', () => {
  const days = programme([talk({ id: 'a' }), talk({ id: 'b' })], { name: 'Days' });
  const more = [talk({ id: 'a' }), talk({ id: 'c' })];
  const { conference, talks } = joinProgrammes(days, [programme(more), programme(more)]);
  expect({ name: conference.name, ids: talks.map(({ id }) => id) }).toEqual({
    name: 'Days',
    ids: ['a', 'b', 'a-2', 'c', 'a-3', 'c-2'],
  });
});

test('alone a conference stays what it is', () => {
  const days = programme();
  expect(joinProgrammes(days, [])).toBe(days);
});

/** A conference from one day to another, `2027-05-11`; without days where none are given. */
function lasting(name: string, ...days: readonly string[]): Programme {
  const slots = days.map(day => ({ start: `${day}T09:00:00+02:00`, end: undefined, rooms: [], day }));
  return programme([talk({ slots })], { name, dayStart: '05:00' });
}

const running = lasting('Spring', '2027-05-11', '2027-05-13');
const next = lasting('Autumn', '2027-10-04', '2027-10-05');
const later = lasting('Later', '2028-01-10');
const undated = lasting('Abstracts');
const more = lasting('More');

function check(programmes: readonly Programme[], now: string, expected: Record<string, unknown>) {
  const choice = currentConference(programmes, Date.parse(now));
  const names = (all: readonly Programme[]) => all.map(({ conference }) => conference.name);
  expect({
    current: choice.current?.conference.name,
    undated: names(choice.undated),
    others: names(choice.others),
  }).toEqual({ undated: [], others: [], ...expected });
}

test.each([
  ['the one that runs', '2027-10-04T12:00Z', 'Autumn', ['Spring', 'Later']],
  ['the one that runs, on a day between its days', '2027-05-12T12:00Z', 'Spring', ['Autumn', 'Later']],
  ['the one that runs, until its last night is over', '2027-05-14T02:59Z', 'Spring', ['Autumn', 'Later']],
  ['else the next', '2027-05-14T03:00Z', 'Autumn', ['Spring', 'Later']],
  ['else the next, if it is the first', '2027-01-01T12:00Z', 'Spring', ['Autumn', 'Later']],
  ['else the latest', '2029-01-01T12:00Z', 'Later', ['Spring', 'Autumn']],
])('the current conference is %s', (_, now, current, others) => {
  check([running, next, later], now, { current, others });
});

test('of two that run it is the one that began last', () => {
  const workshop = lasting('Workshop', '2027-05-12');
  check([running, workshop], '2027-05-12T12:00Z', { current: 'Workshop', others: ['Spring'] });
});

test('those without dates count along', () => {
  check([undated, running, more], '2027-05-12T12:00Z', {
    current: 'Spring',
    undated: ['Abstracts', 'More'],
  });
});

test('without any dates it is the first', () => {
  check([undated, more], '2027-05-12T12:00Z', { current: 'Abstracts', undated: ['More'] });
});

test('there is none where there is no conference', () => check([], '2027-05-12T12:00Z', {}));

test('days are those of a conference whose zone nobody knows, too', () => {
  const bare = programme(
    [talk({ slots: [{ start: '2027-05-11T09:00:00', end: undefined, rooms: [], day: '2027-05-11' }] })],
    { name: 'Bare', timeZone: undefined },
  );
  check([bare, next], '2027-05-11T12:00Z', { current: 'Bare', others: ['Autumn'] });
});
