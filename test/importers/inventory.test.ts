import { describe, expect, test } from 'vitest';
import { isThorough } from '../support/cases.ts';
import { counted, hasRealProgrammes, importReal, realBytes } from '../support/real-programme.ts';

/**
 * What independent counts of each real file say: talks, pauses, people by the source's own ids, days. Where two counts
 * are possible, the comment says which one this is.
 */
const INVENTORY: readonly (readonly [
  file: string,
  talks: number,
  breaks: number,
  speakers: number,
  days: number,
])[] = [
  ['frab-xml/fosdem-2013.xml', 487, 0, 476, 2],
  ['frab-xml/fosdem-2024.xml', 674, 0, 738, 2],
  ['frab-xml/fosdem-2026.xml', 883, 0, 927, 2],
  ['frab-xml/31c3.xml', 138, 0, 198, 4],
  // By guid; they have 567 names.
  ['frab-xml/38c3.xml', 1007, 0, 571, 4],
  ['frab-json/rc3-pretalx.json', 48, 0, 56, 4],
  ['frab-json/democon-pretalx.json', 36, 0, 27, 3],
  ['frab-json/anyconf-pretalx.json', 2, 0, 2, 2],
  ['frab-json/hub-schedule2.json', 2, 0, 4, 1],
  ['pretalx-api/pyconfr-2024-legacy-slot.json', 68, 0, 72, 2],
  ['pretalx-api/pyconfr-2025-v1-slots.json', 75, 0, 81, 2],
  ['pretalx-widget/devopsdays-lima-2026.json', 96, 16, 91, 2],
  ['sessionize/scottishsummit-sessionize.json', 61, 0, 76, 2],
  ['sessionize/cdkday-sessions.json', 39, 0, 46, 1],
  ['sessionize/global-azure-linz-2024.json', 15, 0, 16, 1],
  ['ics/kubecon-eu-2026-0322.ics', 569, 27, 687, 6],
  ['ics/pycon-us-2025.ics', 182, 42, 165, 6],
  ['ics/moca-2024.ics', 88, 0, 80, 3],
  ['ics/esug-2011.ics', 44, 0, 44, 1],
  ['ics/esug-2011-better.ics', 55, 2, 45, 6],
  ['ics/bristol-data-week.ics', 9, 0, 0, 5],
  ['csv/orconf-schedule.csv', 37, 8, 34, 0],
  ['csv/purplecon-2019-talks.csv', 15, 0, 15, 0],
  ['csv/purplecon-2019-schedule.csv', 20, 0, 17, 0],
  ['csv/iswc2016-talks.csv', 21, 0, 31, 0],
  ['csv/gpn11.csv', 29, 0, 31, 4],
  ['csv/pyconza-2024.csv', 36, 0, 34, 0],
  // No row names the columns.
  ['csv/esug-2011.csv', 44, 0, 44, 0],
  // 56 accepted, 4 of sponsors, 16 without a state, 6 of them pauses.
  ['csv/pycones-2018.csv', 70, 6, 78, 3],
  ['frontmatter/writethedocs-portland-2024-sessions.yaml', 13, 0, 13, 0],
  // The folder holds a third day besides the two that its own page names.
  ['europython/discord-mock-schedule.json', 10, 3, 7, 3],
];

/** Larger ones are counted in `npm run test:slow`. */
const BYTES_MAX = isThorough ? Number.POSITIVE_INFINITY : 200_000;

describe.skipIf(!hasRealProgrammes)('the real programmes', () => {
  test('hold what independent counts say', () => {
    const known = INVENTORY.filter(([file]) => realBytes(file).length <= BYTES_MAX);
    const found = known.map(([file]) => {
      const { talks, breaks, speakers, days } = counted(importReal(file));
      return [file, talks, breaks, speakers, days];
    });
    expect(found).toEqual(known);
  });
});
