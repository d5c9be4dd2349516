import { expect, test } from 'vitest';
import { type DigestRequest, type Order, readDigestRequest } from '../../src/slack/digest-request.ts';

const calendar = { today: '2027-05-10', days: ['2027-05-11', '2027-05-12'] };

function order(given: Partial<Order>): DigestRequest {
  return {
    kind: 'order',
    order: { timeOfDay: '08:00', days: 'daily', eve: false, filters: '', reminders: false, ...given },
  };
}

test.each<[string, DigestRequest]>([
  ['digest', { kind: 'form' }],
  [' DIGEST ', { kind: 'form' }],
  ['digest list', { kind: 'list' }],
  ['digest now', { kind: 'now', timeOfDay: undefined }],
  ['digest pause', { kind: 'pause', timeOfDay: undefined }],
  ['digest resume 8:00', { kind: 'resume', timeOfDay: '08:00' }],
  ['digest off 18:00', { kind: 'off', timeOfDay: '18:00' }],
  ['digest preview', { kind: 'preview', day: undefined }],
  ['digest preview tuesday', { kind: 'preview', day: '2027-05-11' }],
  ['digest preview 12 May', { kind: 'preview', day: '2027-05-12' }],
  ['digest daily 08:00', order({})],
  ['digest 8:00', order({})],
  ['digest 18:00 eve', order({ timeOfDay: '18:00', eve: true })],
  ['digest 08:00 track:storage', order({ filters: 'track:storage' })],
  ['digest room:"Net Loft" -track:people daily 08:00', order({ filters: 'room:"Net Loft" -track:people' })],
  ['digest 08:00 wed tuesday', order({ days: ['2027-05-11', '2027-05-12'] })],
  ['digest 08:00 2027-05-12 reminders', order({ days: ['2027-05-12'], reminders: true })],
])('%s is about digests', (typed, request) => {
  expect(readDigestRequest(typed, calendar)).toEqual(request);
});

test.each([
  'digests',
  'digest authentication',
  'digest now and then',
  'digest off the record',
  'digest list of talks',
  'digest preview of storage',
  'digest 08:00 storage',
  'digest 08:00 18:00',
  'digest 25:00',
  'digest daily',
  'digest daily tue 08:00',
  'digest 08:00 today',
  '"digest"',
  'the digest',
])('%s is searched', typed => {
  expect(readDigestRequest(typed, calendar)).toBe(undefined);
});
