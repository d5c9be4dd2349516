/**
 * Draws what was measured as bench/search.svg: `npx tsx bench/chart.ts`, after
 * `npx tsx bench/search.ts --json bench/search.json`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { LECTERN } from './engine.ts';

interface Bar {
  readonly name: string;
  readonly value: number;
}

const ROW = 26;
const NAMES = 130;
const BARS = 230;
const NUMBERS = 56;
const PANEL = NAMES + BARS + NUMBERS;
const HEAD = 44;

const { quality, thousand } = JSON.parse(readFileSync(new URL('search.json', import.meta.url), 'utf8')) as {
  readonly quality: readonly { readonly system: string; readonly mean: number }[];
  readonly thousand: readonly { readonly system: string; readonly 'p99 ms': number }[];
};

const means = quality.map(({ system, mean }) => ({ name: system, value: mean }));
const times = thousand.map(row => ({ name: row.system, value: row['p99 ms'] }));
const slowest = Math.max(...times.map(({ value }) => value));
const fastest = Math.min(...times.map(({ value }) => value));
// Times differ by thousands, so a bar grows by the same step for each doubling; the fastest still shows.
const byDoubling = (value: number) => (Math.log(value / fastest) + 1) / (Math.log(slowest / fastest) + 1);

writeFileSync(
  new URL('search.svg', import.meta.url),
  drawing([
    panel('The right talk is found (mean of nine families, 1 is best)', means, {
      length: value => value,
      shown: value => value.toFixed(3),
    }),
    panel('Milliseconds for 99 of 100 queries (logarithmic)', times, {
      length: byDoubling,
      shown: value => `${Number(value.toPrecision(2))}`,
    }),
  ]),
);

function drawing(panels: readonly string[]): string {
  const height = HEAD + means.length * ROW + 12;
  const width = panels.length * (PANEL + 24);
  const shifted = panels.map(
    (drawn, place) => `<g transform="translate(${place * (PANEL + 24) + 12} 0)">${drawn}</g>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Search quality and speed beside other libraries" font-family="system-ui, sans-serif" font-size="13">
<rect width="100%" height="100%" fill="#fff"/>
${shifted.join('\n')}
</svg>
`;
}

function panel(
  title: string,
  bars: readonly Bar[],
  of: { length: (value: number) => number; shown: (value: number) => string },
): string {
  const rows = bars.map(({ name, value }, place) => {
    const y = HEAD + place * ROW;
    const width = (of.length(value) * BARS).toFixed(1);
    const fill = name === LECTERN.name ? '#1d4ed8' : '#94a3b8';
    return `<text x="${NAMES - 8}" y="${y + 14}" text-anchor="end" fill="#0f172a">${name}</text><rect x="${NAMES}" y="${y}" width="${width}" height="18" rx="2" fill="${fill}"/><text x="${NAMES + Number(width) + 6}" y="${y + 14}" fill="#334155">${of.shown(value)}</text>`;
  });
  return [`<text x="0" y="24" font-weight="600" fill="#0f172a">${title}</text>`, ...rows].join('\n');
}
