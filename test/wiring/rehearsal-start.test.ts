import { expect, test } from 'vitest';
import { rehearsalStart } from '../../src/wiring/rehearsal-start.ts';
import { conference } from '../support/conference.ts';

const SAMPLE_BEGINS = Date.parse('2027-05-11T08:55+02:00');

test.each([
  [
    'the sample, served without credentials, is tried on its first day',
    'local',
    true,
    undefined,
    SAMPLE_BEGINS,
  ],
  ['CLOCK holds for the sample too', 'local', true, 5, 5],
  ['the sample in Slack keeps to the real time', 'socket', true, undefined, undefined],
  ["an organiser's own conference keeps to the real time", 'local', false, undefined, undefined],
  ['CLOCK holds in Slack', 'http', false, 5, 5],
])('%s', (_, kind, sample, clock, start) => {
  expect(rehearsalStart({ clock, slack: { kind } }, conference({ sample }))).toBe(start);
});
