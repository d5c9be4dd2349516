import { expect, test } from 'vitest';
import { indexProgramme } from '../../../src/search/index/index-programme.ts';
import { programme, slot } from '../build.ts';

test('lists all talks by when they first begin, those without a time last, equal ones by title', () => {
  const { talks, bySchedule } = indexProgramme(
    programme(
      { title: 'Ropes' },
      { title: 'Sails', slots: [slot('2027-05-12T09:00')] },
      { title: 'Knots', slots: [slot('2027-05-11T14:00'), slot('2027-05-11T09:00')] },
      { title: 'Tides', slots: [slot('2027-05-11T14:00')] },
      { title: 'Masts' },
      { title: 'Ceph', slots: [slot('2027-05-11T09:00'), slot('2027-05-13T09:00')] },
    ),
  );
  const titles = [...bySchedule].map(number => talks[number]?.title);
  expect(titles).toEqual(['Ceph', 'Knots', 'Tides', 'Sails', 'Masts', 'Ropes']);
});
