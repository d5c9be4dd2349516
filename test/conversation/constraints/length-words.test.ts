import { expect, test } from 'vitest';
import { sampleContext, understand } from '../../support/understand.ts';

const context = await sampleContext('2027-05-11T10:40+02:00');

const THIRTY = 'search length:30';

test.each([
  ['30 minute talks', THIRTY],
  ['half hour talks', THIRTY],
  ['30-minütige Vorträge', THIRTY],
  ['charlas de 30 minutos', THIRTY],
  ['interventi di 30 minuti', THIRTY],
  ['lezingen van 30 minuten', THIRTY],
  ['30分のトーク', THIRTY],
  ['30-minute talks about ceph', 'search length:30 ceph'],
  ['palestras de 30 minutos sobre ceph', 'search length:30 ceph'],
  ['longer than an hour', 'search length:">60"'],
  ['workshops longer than an hour', 'search length:">60" type:workshop'],
  ['workshops under an hour', 'search length:"<60" type:workshop'],
  ['90 minute workshops', 'search length:90 type:workshop'],
  ['charlas de más de una hora', 'search length:">60"'],
  ['under 20 minutes', 'search length:"<20"'],
  ['Vorträge unter 40 Minuten', 'search length:"<40"'],
  ['conférences de moins de 40 minutes', 'search length:"<40"'],
  ['ceph talks of at most 40 minutes', 'search length:"<=40" ceph'],
  ['1時間以上のセッション', 'search length:">=60"'],
  ['talks tomorrow longer than 45 minutes', 'agenda 2027-05-12 length:">45"'],
  ['failover in under 5 minutes', 'search failover in under 5 minutes'],
  ['talks in 10 minutes', 'agenda 2027-05-11 10:50'],
  ['30 minutes', 'search 30 minutes'],
])('%s', (typed, request) => {
  expect(understand(typed, context)).toBe(request);
});
