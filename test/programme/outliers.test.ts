import { expect, test } from 'vitest';
import { findOutliers } from '../../src/programme/outliers.ts';
import { talk } from '../support/conference.ts';

function at(start: string, end: string, rooms = ['Quay']) {
  const day = '2027-05-11';
  return [{ start: `${day}T${start}:00+02:00`, end: `${day}T${end}:00+02:00`, rooms, day }];
}

test('the strangest talks come first, each once, with why', () => {
  const talks = [
    talk({ id: 'plain', slots: at('09:00', '09:40') }),
    talk({ id: 'night', slots: at('03:00', '03:30') }),
    talk({ id: 'backwards', slots: at('10:00', '09:00', []) }),
    talk({ id: 'instant', slots: at('10:00', '10:01') }),
    talk({ id: 'everywhere', slots: at('10:00', '10:30', ['A', 'B', 'C', 'D']) }),
    talk({ id: 'pause', kind: 'break', slots: at('10:00', '10:01') }),
    talk({ id: 'long', slots: at('09:00', '17:00') }),
    talk({ id: 'damaged', title: 'Caf\ufffd' }),
  ];
  expect(findOutliers(talks).map(({ talk: { id }, why }) => [id, why])).toEqual([
    ['backwards', 'it ends before it begins'],
    ['damaged', 'its title has damaged characters'],
    ['instant', 'it takes 1 minute'],
    ['night', 'it begins at 03:00'],
    ['long', 'it takes 8 hours'],
  ]);
});

test('an ordinary programme has none', () => {
  expect(findOutliers([talk({ slots: at('09:00', '09:40') }), talk()])).toEqual([]);
});

test('a talk without a room is strange only where others have one', () => {
  const [lost, found] = [
    talk({ id: 'lost', slots: at('09:00', '09:40', []) }),
    { slots: at('10:00', '10:40') },
  ];
  expect(findOutliers([lost])).toEqual([]);
  expect(findOutliers([lost, talk({ id: 'a', ...found }), talk({ id: 'b', ...found })])).toEqual([
    { talk: lost, why: 'it has a time and no room' },
  ]);
});

test('of a hundred thousand strange talks each counts once', () => {
  const talks = Array.from({ length: 100_000 }, (_, place) => talk({ id: `${place}`, title: 'x' }));
  const twice = talk({ id: 'twice', title: 'x', slots: at('03:00', '03:01') });
  expect(findOutliers([...talks, twice], 2).map(({ talk: { id }, why }) => [id, why])).toEqual([
    ['twice', 'it takes 1 minute'],
    ['0', 'its title is "x"'],
  ]);
});
