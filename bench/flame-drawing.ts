import { type Frame, MEANINGS, type Meaning } from './profile.ts';

/** An app's answer: what it costs, and where. */
export interface Profiled {
  readonly name: string;
  /** Milliseconds of CPU an answer. */
  readonly cpu: number;
  readonly byMeaning: ReadonlyMap<Meaning, Frame>;
}

const WIDTH = 700;
const ROW = 20;
const DEPTH = 7;
/** Frames that are narrower are left out, and names need a few letters' room. */
const LEAST = 1.5;
const LETTER = 6.7;
const LEGEND_COLUMNS = 3;

/** Two shades that white and black letters stand out from, for light and for dark surroundings. */
const COLOURS: Readonly<Record<Meaning, readonly [light: string, dark: string]>> = {
  receiving: ['#cbd5e1', '#475569'],
  Bolt: ['#94a3b8', '#64748b'],
  listening: ['#e9d5ff', '#6b21a8'],
  store: ['#fbcfe8', '#9d174d'],
  'reading the words': ['#bbf7d0', '#166534'],
  searching: ['#93c5fd', '#1d4ed8'],
  summary: ['#fde68a', '#92400e'],
  drawing: ['#fdba74', '#9a3412'],
  writing: ['#a5f3fc', '#155e75'],
  garbage: ['#fca5a5', '#991b1b'],
  'event loop': ['#e2e8f0', '#334155'],
};

/**
 * Draws where the time of an answer goes: a bar of the peer's answer, and below it on the same scale Lectern's, with the
 * functions that each part calls below the part.
 */
export function drawFlame(lectern: Profiled, peer: Profiled): string {
  const scale = WIDTH / Math.max(lectern.cpu, peer.cpu);
  const rows = [
    label(peer, 14),
    ...barOf(peer, { y: 22, scale, depth: 1 }),
    label(lectern, 66),
    ...barOf(lectern, { y: 74, scale, depth: DEPTH }),
  ];
  const legendTop = 74 + DEPTH * ROW + 24;
  const height = legendTop + Math.ceil(MEANINGS.length / LEGEND_COLUMNS) * ROW + 4;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="Where the time of an answer goes" font-family="system-ui, sans-serif" font-size="12">
<style>${styles()}</style>
<rect class="ground" width="100%" height="100%"/>
${[...rows, ...legend(lectern, legendTop)].join('\n')}
</svg>
`;
}

function styles(): string {
  const rules = (shade: 0 | 1) =>
    MEANINGS.map((meaning, place) => `.m${place}{fill:${COLOURS[meaning][shade]}}`).join('');
  const light = `.ground{fill:#fff}text{fill:#0f172a}rect{stroke:#fff;stroke-width:.5}`;
  const dark = `.ground{fill:#0d1117}text{fill:#f1f5f9}rect{stroke:#0d1117}`;
  return `${light}${rules(0)}@media(prefers-color-scheme:dark){${dark}${rules(1)}}`;
}

function label({ name, cpu }: Profiled, y: number): string {
  return `<text x="0" y="${y}" font-weight="600">${name}: ${cpu.toFixed(2)} ms of CPU an answer</text>`;
}

/** The parts of an answer side by side, each with what it calls below it. */
function barOf(
  { cpu, byMeaning }: Profiled,
  { y, scale, depth }: { y: number; scale: number; depth: number },
): string[] {
  const drawn: string[] = [];
  let x = 0;
  for (const [meaning, frame] of byMeaning) {
    const style = `m${MEANINGS.indexOf(meaning)}`;
    drawn.push(...stackOf(frame, { x, y, scale: scale * cpu, depth, style }));
    x += frame.share * scale * cpu;
  }
  return drawn;
}

interface Place {
  readonly x: number;
  readonly y: number;
  /** The width of a share of one. */
  readonly scale: number;
  /** How many rows there are from here on. */
  readonly depth: number;
  readonly style: string;
}

function stackOf(frame: Frame, place: Place): string[] {
  const { x, y, scale, depth, style } = place;
  const width = frame.share * scale;
  if (depth === 0 || width < LEAST) return [];
  const drawn = [boxOf(frame, { x, y, width, style })];
  let left = x;
  for (const call of frame.calls) {
    drawn.push(...stackOf(call, { ...place, x: left, y: y + ROW, depth: depth - 1 }));
    left += call.share * scale;
  }
  return drawn;
}

function boxOf(
  { name, source, share }: Frame,
  { x, y, width, style }: { x: number; y: number; width: number; style: string },
): string {
  const box = `<rect class="${style}" x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${ROW - 1}" rx="2"/>`;
  const told = `<title>${escaped(`${name} ${source}`.trim())}: ${percent(share)}</title>`;
  const room = Math.floor((width - 6) / LETTER);
  const shown = name.length <= room ? name : room < 4 ? '' : `${name.slice(0, room - 1)}…`;
  const text =
    shown === ''
      ? ''
      : `<text x="${(x + 3).toFixed(1)}" y="${y + 14}" font-size="11">${escaped(shown)}</text>`;
  return `<g>${told}${box}${text}</g>`;
}

function legend({ cpu, byMeaning }: Profiled, top: number): string[] {
  return MEANINGS.map((meaning, place) => {
    const x = (place % LEGEND_COLUMNS) * Math.floor(WIDTH / LEGEND_COLUMNS);
    const y = top + Math.floor(place / LEGEND_COLUMNS) * ROW;
    const share = byMeaning.get(meaning)?.share ?? 0;
    const text = `${meaning}: ${(cpu * share * 1000).toFixed(0)} µs, ${percent(share)}`;
    return `<rect class="m${place}" x="${x}" y="${y}" width="14" height="14" rx="2"/><text x="${x + 20}" y="${y + 12}">${text}</text>`;
  });
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.095 ? 1 : 0)} %`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
