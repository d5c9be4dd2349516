import { expect, test } from 'vitest';
import { currentConference } from '../../src/live/current.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { programme, talk } from '../support/conference.ts';

/** A conference from one day to another, `2027-05-11`; without days where none are given. */
function lasting(name: string, ...days: readonly string[]): Programme {
  const slots = days.map(day => ({ start: `${day}T09:00:00+02:00`, end: undefined, rooms: [], day }));
  return programme([talk({ slots })], { name, dayStart: '05:00' });
}

const spring = lasting('Spring', '2027-05-11', '2027-05-13');
const autumn = lasting('Autumn', '2027-10-04', '2027-10-05');
const later = lasting('Later', '2028-01-10');
const abstracts = lasting('Abstracts');
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
  check([spring, autumn, later], now, { current, others });
});

test('of two that run it is the one that began last', () => {
  const workshop = lasting('Workshop', '2027-05-12');
  check([spring, workshop], '2027-05-12T12:00Z', { current: 'Workshop', others: ['Spring'] });
});

test('those without dates count along', () => {
  check([abstracts, spring, more], '2027-05-12T12:00Z', {
    current: 'Spring',
    undated: ['Abstracts', 'More'],
  });
});

test('without any dates it is the first', () => {
  check([abstracts, more], '2027-05-12T12:00Z', { current: 'Abstracts', undated: ['More'] });
});

test('there is none where there is no conference', () => check([], '2027-05-12T12:00Z', {}));

test('days are those of a conference whose zone nobody knows, too', () => {
  const bare = programme(
    [talk({ slots: [{ start: '2027-05-11T09:00:00', end: undefined, rooms: [], day: '2027-05-11' }] })],
    { name: 'Bare', timeZone: undefined },
  );
  check([bare, autumn], '2027-05-11T12:00Z', { current: 'Bare', others: ['Autumn'] });
});
