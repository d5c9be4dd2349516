import { expect, test } from 'vitest';
import { suggestedArguments } from '../../src/mcp/suggested-arguments.ts';

test.each([
  ['ceph', { query: 'ceph' }],
  ['day:2027-05-11 ceph', { query: 'ceph', day: '2027-05-11' }],
  ['room:"Quay Hall" time:09:00-12:00', { room: 'Quay Hall', from: '09:00', to: '12:00' }],
  ['time:-12:00 lang:es', { to: '12:00', language: 'es' }],
  [
    'track:storage,people -room:loft type:workshop backup',
    { query: 'backup track:storage track:people -room:loft type:workshop' },
  ],
  ['ceph "on board" -"cold store"', { query: 'ceph "on board" -"cold store"' }],
])('%s', (typed, given) => {
  expect(JSON.parse(suggestedArguments(typed))).toEqual(given);
});
