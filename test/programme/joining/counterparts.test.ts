import { expect, test } from 'vitest';
import { matchTalks, succeed } from '../../../src/programme/joining/counterparts.ts';
import { finish } from '../../../src/text/steps.ts';
import { programme, talk } from '../../support/conference.ts';

const slot = {
  start: '2027-05-13T13:00:00+02:00',
  end: '2027-05-13T13:30:00+02:00',
  rooms: ['S1'],
  day: '2027-05-13',
};
const ceph = talk({ slots: [slot] });
const tape = talk({ id: 'tape', title: 'Tape', speakers: [] });

test('keeps a talk that vanished as cancelled, and goes on to keep it', () => {
  const first = finish(succeed(programme([ceph, tape]), programme([tape]))).programme;
  expect(first.talks).toEqual([tape, { ...ceph, status: 'cancelled' }]);
  const second = finish(succeed(first, programme([tape])));
  expect([second.programme.talks, second.isSameEvent]).toEqual([first.talks, true]);
});

test('returns the programme as it was read if nothing vanished', () => {
  const after = programme([tape, ceph]);
  const { programme: kept, isSameEvent } = finish(succeed(programme([ceph]), after));
  expect([kept === after, isSameEvent]).toEqual([true, true]);
});

test('gives a vanished talk an id of its own if another talk has taken its id', () => {
  const numbered = { ...ceph, id: '1' };
  const after = programme([{ ...tape, id: '1' }]);
  const kept = finish(succeed(programme([numbered, { ...tape, id: '2' }]), after)).programme;
  expect(kept.talks).toEqual([
    { ...tape, id: '1' },
    { ...numbered, id: '1-2', status: 'cancelled' },
  ]);
  expect(finish(succeed(kept, after)).programme.talks).toEqual(kept.talks);
});

test.each([
  ['another event', [ceph], [tape]],
  ['an empty programme', [ceph], []],
  ['the first programme', [], [tape]],
])('keeps nothing for %s', (_name, former, talks) => {
  const after = programme(talks);
  const { programme: kept, isSameEvent } = finish(succeed(programme(former), after));
  expect([kept === after, isSameEvent]).toEqual([true, false]);
});

test('knows a talk by its guid where the numbers are given anew, whatever else has changed', () => {
  const [one, two] = [
    { ...ceph, id: '1', guid: 'a' },
    { ...tape, id: '2', guid: 'b' },
  ];
  const changed = [
    { ...tape, id: '1', guid: 'b', title: 'Ceph at sea' },
    { ...ceph, id: '2', guid: 'a', title: 'Buoys', speakers: [], slots: [] },
  ];
  const pairs = [...finish(matchTalks(programme([one, two]), programme(changed)))];
  expect(pairs.map(([former, now]) => [former.guid, now.guid])).toEqual([
    ['a', 'a'],
    ['b', 'b'],
  ]);
});

test('goes by id and title where several talks have one guid', () => {
  const same = [
    { ...ceph, guid: 'a' },
    { ...tape, guid: 'a' },
  ];
  expect(
    [...finish(matchTalks(programme(same), programme(same)))].every(([former, now]) => former === now),
  ).toBe(true);
});

test('pauses between the talks of a large programme', () => {
  const talks = Array.from({ length: 100 }, (_, number) =>
    talk({ id: `${number}`, title: `Talk ${number}` }),
  );
  const again = talks.map(each => ({ ...each }));
  expect([...succeed(programme(talks), programme(again))].length).toBeGreaterThan(100);
});
