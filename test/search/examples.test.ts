import { expect, test } from 'vitest';
import { examplesFrom } from '../../src/search/examples.ts';
import { programme, speaker, talk } from '../support/conference.ts';

test('are a topic of several titles, the busiest speaker and a track', () => {
  const zoe = speaker({ id: 'zoe', name: 'Zoë van der Meer' });
  const talks = [
    talk({ id: 'a', title: 'Running Ceph at sea', track: 'Data stores' }),
    talk({ id: 'b', title: 'Why Ceph heals', track: 'Data stores', speakers: [zoe] }),
    talk({ id: 'c', title: 'What Kubernetes forgets', track: 'People', speakers: [zoe] }),
  ];
  expect(examplesFrom(programme(talks))).toEqual(['ceph', 'Zoë van der Meer', 'track:"Data stores"']);
});

test('are only what a programme has', () => {
  expect(examplesFrom(programme([]))).toEqual([]);
  expect(examplesFrom(programme([talk({ title: 'one', speakers: [], track: 'People' })]))).toEqual([
    'track:people',
  ]);
});
