/**
 * Fills the tables of docs/performance.md with what was measured last: `npx tsx bench/tables.ts`. The table of `growth`
 * stands between `<!-- growth -->` and `<!-- end -->`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readRecorded } from './record.ts';
import { table } from './table.ts';

const PAGE = new URL('../docs/performance.md', import.meta.url);
const recorded = readRecorded();

const page = readFileSync(PAGE, 'utf8').replace(
  /<!-- ([a-z\d-]+) -->\n[\s\S]*?<!-- end -->/g,
  (whole, name) => {
    const measured = recorded[name];
    if (measured === undefined) return whole;
    const { date, on, how, rows } = measured;
    const when = [date, on, ...(how === undefined ? [] : [how])].join(', ');
    return `<!-- ${name} -->\n\n${table(rows)}\n\n${when}.\n\n<!-- end -->`;
  },
);
writeFileSync(PAGE, page);
