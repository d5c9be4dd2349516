import { expect, test } from 'vitest';
import { arrangeMyTalks, findClashes } from '../../src/people/my-talks.ts';
import type { Session } from '../../src/programme/sessions.ts';
import type { Talk } from '../../src/programme/talk.ts';
import { talk } from '../support/conference.ts';
import { hour, lighthouseDays, session } from '../support/lighthouse-days.ts';

/** The talks, all of them starred but `Not mine`, as their person would read them. */
function mine(talks: readonly Talk[], gone: readonly string[] = []) {
  const programme = lighthouseDays(talks);
  const ids = talks.filter(({ title }) => title !== 'Not mine').map(({ id }) => id);
  const { sessions, unscheduled, missing } = arrangeMyTalks(new Set([...ids, ...gone]), programme);
  const name = ({ talk: { title }, slot }: Session) => `${title} ${slot.start.slice(5, 16)}`;
  return {
    sessions: sessions.map(({ session: one, overlaps, free }) => [
      name(one),
      ...overlaps.map(other => `overlaps ${name(other)}`),
      ...(free === undefined ? [] : [`free ${free.from.slice(11, 16)}-${free.to.slice(11, 16)}`]),
    ]),
    unscheduled: unscheduled.map(({ title }) => title),
    missing,
  };
}

const [LAMPS, LENSES] = [session('Lamps', '2027-05-11', '09:00'), session('Lenses', '2027-05-11', '11:00')];
const lasting = (title: string, from: string, to: string | undefined, given: Partial<Talk> = {}) => {
  const day = '2027-05-11';
  const end = to === undefined ? undefined : `${day}T${to}:00+00:00`;
  const slot = { start: `${day}T${from}:00+00:00`, end, rooms: ['Quay Hall'], day };
  return session(title, day, from, { slots: [slot], ...given });
};

test('my talks come by time, with the free time between them, and those without a time apart', () => {
  const loose = talk({ id: 'loose', title: 'Loose', slots: [] });
  expect(mine([loose, LENSES, session('Not mine', '2027-05-11', '10:00'), LAMPS], ['gone'])).toEqual({
    sessions: [['Lamps 05-11T09:00', 'free 10:00-11:00'], ['Lenses 05-11T11:00']],
    unscheduled: ['Loose'],
    missing: 1,
  });
  expect(arrangeMyTalks(new Set(), lighthouseDays([LAMPS]))).toEqual({
    sessions: [],
    unscheduled: [],
    missing: 0,
  });
});

test('talks at the same time overlap each other; one that begins when another ends does not', () => {
  const talks = [
    lasting('Long', '09:00', '12:00'),
    lasting('Early', '09:30', '10:00'),
    lasting('Late', '11:45', '13:00'),
    lasting('After', '13:00', '13:30'),
  ];
  expect(mine(talks).sessions).toEqual([
    ['Long 05-11T09:00', 'overlaps Early 05-11T09:30', 'overlaps Late 05-11T11:45'],
    ['Early 05-11T09:30', 'overlaps Long 05-11T09:00'],
    ['Late 05-11T11:45', 'overlaps Long 05-11T09:00'],
    ['After 05-11T13:00'],
  ]);
});

test('free time ends where the next talk begins, begins after the last that is on, and stands there', () => {
  const talks = [
    lasting('Long', '09:00', '12:00'),
    lasting('Within', '09:30', '10:00'),
    lasting('Soon', '12:15', '13:00'),
    lasting('Open', '13:30', undefined),
    lasting('Evening', '18:00', '19:00'),
    session('Tomorrow', '2027-05-12', '09:00'),
  ];
  expect(mine(talks).sessions).toEqual([
    ['Long 05-11T09:00', 'overlaps Within 05-11T09:30'],
    ['Within 05-11T09:30', 'overlaps Long 05-11T09:00'],
    ['Soon 05-11T12:15', 'free 13:00-13:30'],
    ['Open 05-11T13:30'],
    ['Evening 05-11T18:00'],
    ['Tomorrow 05-12T09:00'],
  ]);
});

test('a cancelled talk is listed, but takes no time; two slots of one talk do not overlap', () => {
  const twice = { slots: [hour('2027-05-11', '10:00'), hour('2027-05-11', '10:00', 'Net Loft')] };
  const talks = [
    LAMPS,
    lasting('Off', '09:00', '11:00', { status: 'cancelled' }),
    session('Twice', '2027-05-11', '10:00', twice),
    session('Registration', '2027-05-11', '10:00', { kind: 'service' }),
  ];
  expect(mine(talks).sessions).toEqual([
    ['Lamps 05-11T09:00'],
    ['Off 05-11T09:00'],
    ['Registration 05-11T10:00'],
    ['Twice 05-11T10:00'],
    ['Twice 05-11T10:00'],
  ]);
});

test('sessions without a time on a clock neither overlap nor leave time free', () => {
  const day = '2027-05-11';
  const allDay = { start: day, end: undefined, rooms: ['Deck'], day, untimed: 'all day' as const };
  expect(mine([LAMPS, session('Exhibition', day, '09:00', { slots: [allDay] })]).sessions).toEqual([
    ['Exhibition 05-11'],
    ['Lamps 05-11T09:00'],
  ]);
});

test('a talk clashes with my others while it is on, the nearest first, each once; a cancelled one with none', () => {
  const [early, near, none] = [
    lasting('Early', '08:00', '09:40'),
    lasting('Near', '09:20', '10:00'),
    lasting('Not mine', '09:00', '10:00'),
  ];
  const clashesOf = (given: Partial<Talk>) => {
    const programme = lighthouseDays([early, near, none, lasting('Fog', '09:30', '09:45', given)]);
    const talk = programme.talk('fog') as Talk;
    return findClashes(talk, new Set(['early', 'near']), programme).map(clash => clash.talk.title);
  };
  expect([clashesOf({}), clashesOf({ status: 'cancelled' })]).toEqual([['Near', 'Early'], []]);
});
