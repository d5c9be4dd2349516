import { expect, test } from 'vitest';
import { findExamples } from '../../src/search/examples.ts';
import { programme, speaker, talk } from '../support/conference.ts';

test('are a topic of several titles, the busiest speaker, a track, and the first day or words of a title', () => {
  const zoe = speaker({ id: 'zoe', name: 'Zoë van der Meer' });
  const talks = [
    talk({ id: 'a', title: 'Running Ceph at sea', track: 'Data stores' }),
    talk({ id: 'b', title: 'Why Ceph heals', track: 'Data stores', speakers: [zoe] }),
    talk({ id: 'c', title: 'What Kubernetes forgets', track: 'People', speakers: [zoe] }),
  ];
  const found = ['ceph', 'Zoë van der Meer', 'track:"Data stores"'];
  expect(findExamples(programme(talks))).toEqual([...found, '"Running Ceph at"']);
  const slot = { start: '2027-09-06T09:00:00', end: undefined, rooms: [], day: '2027-09-06' };
  const scheduled = programme([...talks, talk({ id: 'd', title: 'Lunch', speakers: [], slots: [slot] })]);
  expect(findExamples(scheduled)).toEqual([...found, '6 Sept']);
});

test('are only what a programme has', () => {
  expect(findExamples(programme([]))).toEqual([]);
  expect(findExamples(programme([talk({ title: 'one', speakers: [], track: 'People' })]))).toEqual([
    'track:people',
  ]);
});
