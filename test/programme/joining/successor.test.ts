import { expect, test } from 'vitest';
import { successor, withCancelled } from '../../../src/programme/joining/successor.ts';
import { programme, talk } from '../../support/conference.ts';

const slot = {
  start: '2027-05-13T13:00:00+02:00',
  end: '2027-05-13T13:30:00+02:00',
  rooms: ['S1'],
  day: '2027-05-13',
};
const before = talk({ slots: [slot] });

test('a talk that is absent stays in the programme as cancelled, and stays so', () => {
  const first = withCancelled(programme([before]), programme([]));
  const second = withCancelled(first, programme([]));
  expect(second.talks).toEqual([{ ...before, status: 'cancelled' }]);
  expect(withCancelled(programme([before]), programme([before])).talks).toEqual([before]);
});

test('a talk that is gone has an id of its own where another one has taken it', () => {
  const tape = talk({ id: '1', title: 'Tape', speakers: [] });
  const ceph = { ...before, id: '1' };
  const after = withCancelled(programme([ceph, { ...tape, id: '2' }]), programme([tape]));
  expect(after.talks).toEqual([tape, { ...ceph, id: '1-2', status: 'cancelled' }]);
  expect(withCancelled(after, programme([tape])).talks).toEqual(after.talks);
});

test("of another event the talks are nobody's: nothing succeeds", () => {
  const tape = talk({ id: 'tape', title: 'Tape', speakers: [] });
  expect(successor(programme([before]), programme([tape]))).toBeUndefined();
  expect(successor(programme([before, tape]), programme([tape]))?.talks).toEqual([
    tape,
    { ...before, status: 'cancelled' },
  ]);
});
