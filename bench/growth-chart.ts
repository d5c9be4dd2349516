/** Draws what growth.ts recorded as bench/growth.svg: `npx tsx bench/growth-chart.ts`, after `bench/growth.ts --record`. */
import { writeFileSync } from 'node:fs';
import { readRecorded } from './record.ts';

/** Answers of one app under loads of one kind, the smallest first. */
interface Line {
  readonly name: string;
  readonly style: string;
  readonly points: readonly Point[];
}

interface Point {
  /** How many talks, or how many at once. */
  readonly many: number;
  readonly ms: number;
}

const WIDTH = 700;
const PANEL = 330;
const PLOT = { left: 44, right: 206, top: 40, bottom: 220 };
const HEIGHT = 262;

const rows = readRecorded().growth?.rows ?? [];
const numbers = (column: string) => [...new Set(rows.map(row => Number(row[column])))].sort((a, b) => a - b);
const sizes = numbers('talks');
const loads = numbers('at once');
const usual = loads.includes(10) ? 10 : Math.max(...loads);

const byTalks = sizes.map(talks => ({ many: talks, row: rowAt(talks, usual) }));
const cost: readonly Line[] = [
  {
    name: 'Lectern',
    style: 'lectern',
    points: byTalks.map(({ many, row }) => ({ many, ms: row('CPU ms') })),
  },
  {
    name: 'canned',
    style: 'peer',
    points: byTalks.map(({ many, row }) => ({ many, ms: row('canned CPU ms') })),
  },
];
const waits: readonly Line[] = [
  ...sizes.map((talks, place) => ({
    name: `${talks.toLocaleString('en')} talks`,
    style: `lectern shade${place}`,
    points: loads.map(many => ({ many, ms: rowAt(talks, many)('p99 ms') })),
  })),
  {
    name: 'canned',
    style: 'peer',
    points: loads.map(many => ({ many, ms: rowAt(sizes[0] ?? 0, many)('canned p99 ms') })),
  },
];

writeFileSync(
  new URL('growth.svg', import.meta.url),
  drawing([
    panel('ms of CPU an answer, by talks', cost),
    panel('ms for 99 of 100, by how many at once', waits),
  ]),
);

function rowAt(talks: number, atOnce: number): (column: string) => number {
  const row = rows.find(one => one.talks === talks && one['at once'] === atOnce);
  return column => Number(row?.[column]);
}

function drawing(panels: readonly string[]): string {
  const shifted = panels.map(
    (drawn, place) => `<g transform="translate(${place * (PANEL + 40)} 0)">${drawn}</g>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="How the cost of an answer grows" font-family="system-ui, sans-serif" font-size="12">
<style>.ground{fill:#fff}text{fill:#0f172a}.axis{fill:#475569}.grid{stroke:#e2e8f0}.lectern{stroke:#1d4ed8;fill:#1d4ed8}.shade0{opacity:.45}.shade1{opacity:.7}.peer{stroke:#64748b;fill:#64748b}polyline{fill:none;stroke-width:2}text.name{stroke:none}
@media(prefers-color-scheme:dark){.ground{fill:#0d1117}text{fill:#f1f5f9}.axis{fill:#cbd5e1}.grid{stroke:#334155}.lectern{stroke:#60a5fa;fill:#60a5fa}.peer{stroke:#94a3b8;fill:#94a3b8}}</style>
<rect class="ground" width="100%" height="100%"/>
${shifted.join('\n')}
</svg>
`;
}

/** Both axes are logarithmic: a straight line grows in proportion. */
function panel(title: string, lines: readonly Line[]): string {
  const points = lines.flatMap(line => line.points);
  const x = scale(
    points.map(({ many }) => many),
    [PLOT.left, PLOT.right],
  );
  const ms = points.map(point => point.ms);
  const decades = [
    10 ** Math.floor(Math.log10(Math.min(...ms))),
    10 ** Math.ceil(Math.log10(Math.max(...ms))),
  ];
  const y = scale(decades, [PLOT.bottom, PLOT.top]);
  return [
    `<text x="4" y="18" font-weight="600">${title}</text>`,
    ...powersOfTen(decades).map(
      value =>
        `<line class="grid" x1="${PLOT.left}" x2="${PLOT.right}" y1="${y(value)}" y2="${y(value)}"/><text class="axis" x="${PLOT.left - 6}" y="${Number(y(value)) + 4}" text-anchor="end">${value}</text>`,
    ),
    ...[...new Set(points.map(({ many }) => many))].map(
      many =>
        `<text class="axis" x="${x(many)}" y="${PLOT.bottom + 20}" text-anchor="middle">${many.toLocaleString('en')}</text>`,
    ),
    ...lines.map(line => lineOf(line, x, y)),
    ...namesOf(lines, y),
  ].join('\n');
}

function lineOf({ style, points }: Line, x: Scale, y: Scale): string {
  const path = points.map(({ many, ms }) => `${x(many)},${y(ms)}`).join(' ');
  const dots = points.map(({ many, ms }) => `<circle cx="${x(many)}" cy="${y(ms)}" r="3"/>`);
  return `<g class="${style}"><polyline points="${path}"/>${dots.join('')}</g>`;
}

/** The names of lines beside their last points, moved apart where they would touch. */
function namesOf(lines: readonly Line[], y: Scale): string[] {
  const placed = lines
    .map(({ name, points }) => ({ name, ms: points.at(-1)?.ms ?? 1 }))
    .sort((a, b) => b.ms - a.ms);
  let above = Number.NEGATIVE_INFINITY;
  return placed.map(({ name, ms }) => {
    above = Math.max(above + 15, Number(y(ms)) + 4);
    return `<text class="name" x="${PLOT.right + 9}" y="${above}">${name} ${Number(ms.toPrecision(2))}</text>`;
  });
}

type Scale = (value: number) => string;

function scale(values: readonly number[], [from, to]: readonly [number, number]): Scale {
  const [least, most] = [Math.log(Math.min(...values)), Math.log(Math.max(...values))];
  return value => (from + ((Math.log(value) - least) / (most - least || 1)) * (to - from)).toFixed(1);
}

function powersOfTen(range: readonly number[]): number[] {
  const [least, most] = [Math.log10(Math.min(...range)), Math.log10(Math.max(...range))];
  return Array.from({ length: Math.round(most - least) + 1 }, (_, place) => 10 ** Math.round(least + place));
}
