#!/usr/bin/env bash
# ical.js 2.2.1: names of components, properties and parameters are read in any case, but `freq=daily` and `pt1h` are refused.
#
# RFC 5545 writes both in ABNF, whose strings are case-insensitive (RFC 5234, 2.3): `freq=daily` is as valid as
# `begin:vevent`. A calendar in small letters is parsed, its start, its status and its VALUE=DATE are understood, and the
# first access to its rule or its duration throws: a program that reads all events in one loop loses the whole calendar for
# one of them. Raising the values of RRULE, EXRULE and DURATION to capitals before parsing is safe, as they hold no text.
#
# Source: lib/ical/recur.js, `partDesign.FREQ` (a table by capitals), and lib/ical/duration.js, `fromString`.
# Seen on Node 20.20.2: 2027-05-11 as a date, then "invalid frequency "daily" expected: ..." and "invalid duration value".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ical.js@2.2.1
cat >see.mjs <<'JS'
import ICAL from 'ical.js';

function eventOf(...lines) {
  const text = ['begin:vcalendar', 'version:2.0', 'begin:vevent', 'uid:1', ...lines, 'end:vevent', 'end:vcalendar', ''];
  return new ICAL.Component(ICAL.parse(text.join('\r\n'))).getFirstSubcomponent('vevent');
}
function seen(what) {
  try {
    return String(what());
  } catch (error) {
    return `throws: ${error.message}`;
  }
}
const start = eventOf('dtstart;value=date:20270511').getFirstPropertyValue('dtstart');
const results = {
  'dtstart;value=date': `${start}, ${start.isDate ? 'a date' : 'a time'}`,
  'rrule:FREQ=DAILY': seen(() => eventOf('dtstart:20270511T090000Z', 'rrule:FREQ=DAILY').getFirstPropertyValue('rrule')),
  'rrule:freq=daily': seen(() => eventOf('dtstart:20270511T090000Z', 'rrule:freq=daily').getFirstPropertyValue('rrule')),
  'duration:PT1H': seen(() => eventOf('duration:PT1H').getFirstPropertyValue('duration')),
  'duration:pt1h': seen(() => eventOf('duration:pt1h').getFirstPropertyValue('duration')),
};
for (const [what, result] of Object.entries(results)) console.log(`${what}  ->  ${result}`);
const isAsSeen =
  results['dtstart;value=date'] === '2027-05-11, a date' &&
  results['rrule:FREQ=DAILY'] === 'FREQ=DAILY' &&
  results['rrule:freq=daily'].startsWith('throws') &&
  results['duration:PT1H'] === 'PT1H' &&
  results['duration:pt1h'].startsWith('throws');
if (!isAsSeen) throw new Error('ical.js no longer does this.');
JS
node see.mjs
