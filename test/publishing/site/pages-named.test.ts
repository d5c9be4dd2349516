import { expect, test } from 'vitest';
import { pagesNamed } from '../../../src/publishing/site/pages-named.ts';

const PAGES = [
  { name: 'Mon 7 Dec', day: '2026-12-07', place: 'days/2026-12-07.html' },
  { name: 'Tue 8 Dec', day: '2026-12-08', place: 'days/2026-12-08.html' },
  { name: 'Room: Main Hall', place: 'rooms.html#room-main-hall' },
  { name: 'Track: Säkerhet', place: 'tracks.html#track-sakerhet' },
];

test.each([
  ['tuesday', ['Tue 8 Dec']],
  ['Montag', ['Mon 7 Dec']],
  ['monday 10:00', ['Mon 7 Dec']],
  ['8 dec', ['Tue 8 Dec']],
  ['wednesday', []],
  ['main hall', ['Room: Main Hall']],
  ['hal', ['Room: Main Hall']],
  ['room: main', ['Room: Main Hall']],
  ['sakerhet', ['Track: Säkerhet']],
  ['main stage', []],
  ['"', []],
])('%s names the pages %j', (typed, names) => {
  expect(pagesNamed(typed, PAGES, '2026-12-01').map(({ name }) => name)).toEqual(names);
});
