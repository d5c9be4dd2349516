import { expect, test } from 'vitest';
import { sampleContext, understand } from '../../../support/understand.ts';

const context = await sampleContext('2027-05-11T10:40+02:00');

const MORNING = 'search time:"-12:00" ceph';
const AFTERNOON = 'search time:"12:00-18:00" ceph';
const TUESDAY = 'search day:2027-05-11 ceph';

test.each([
  ['火曜 ceph', TUESDAY],
  ['火曜日 ceph', TUESDAY],
  ['周二 ceph', TUESDAY],
  ['週二 ceph', TUESDAY],
  ['화요일 ceph', TUESDAY],
  ['오늘 ceph', TUESDAY],
  ['ceph dienstags', TUESDAY],
  ['ceph tuesdays', TUESDAY],
  // The conference has no Monday.
  ['周一 ceph', 'search day:2027-05-17 ceph'],
  ['월요일 ceph', 'search day:2027-05-17 ceph'],
  ['朝 ceph', MORNING],
  ['아침 ceph', MORNING],
  ['ceph le matin', MORNING],
  ['ceph la mattina', MORNING],
  ['ceph morgens', MORNING],
  ["'s ochtends ceph", MORNING],
  ['morning talks about ceph', MORNING],
  ['午後 ceph', AFTERNOON],
  ['ceph à tarde', AFTERNOON],
  ['ceph nachmittags', AFTERNOON],
  ['ceph il pomeriggio', AFTERNOON],
  ['ceph afternoon', AFTERNOON],
  ['水曜日の午後 ceph', 'search day:2027-05-12 time:"12:00-18:00" ceph'],
  ['화요일 오후 ceph', 'search day:2027-05-11 time:"12:00-18:00" ceph'],
  ['내일 아침', 'agenda 2027-05-12 before 12:00'],
])('%s', (typed, request) => {
  expect(understand(typed, context)).toBe(request);
});

test.each(['the morning after', 'night shift', 'morning data', '朝日 ceph'])('%s is a topic', typed => {
  expect(understand(typed, context)).toMatch(/^search [^:]*$/);
});
