/**
 * How well and how fast Lectern and its peers search, in one process and one run:
 *
 *     npx tsx bench/search.ts [quality|speed] [--engines Lectern,MiniSearch] [--sizes 20000] [--json FILE] [--record]
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { LECTERN } from './engine.ts';
import { PEERS } from './peers.ts';
import { keep, RECORD, rounded } from './record.ts';
import { quality } from './search-quality.ts';
import { speed } from './search-speed.ts';
import { hasSharedSearch, MISSING } from './shared-search.ts';
import { type Row, table } from './table.ts';

/** What was measured, as --json writes it: rows with the columns that are printed. */
interface Measured {
  readonly quality?: readonly Row[] | undefined;
  readonly thousand?: readonly Row[];
  readonly large?: readonly Row[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...RECORD,
    engines: { type: 'string' },
    sizes: { type: 'string', default: '20000' },
    json: { type: 'string' },
  },
});
const named = values.engines?.split(',');
const engines = [LECTERN, ...PEERS].filter(({ name }) => named?.includes(name) ?? true);

if (hasSharedSearch) await measure();
else {
  console.error(MISSING);
  process.exitCode = 1;
}

async function measure(): Promise<void> {
  const measured: Measured = {
    quality: asked('quality') ? await quality(engines) : undefined,
    ...(asked('speed') ? await speed(engines, values.sizes.split(',').map(Number)) : undefined),
  };
  print(
    'How well it finds: the mean of each family, and average precision on judged collections',
    measured.quality,
  );
  print('How fast it answers with a thousand talks', measured.thousand);
  print('How fast Lectern is with very many', measured.large);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(measured, rounded, 2)}\n`);
  if (values.record && measured.large !== undefined) keep('search-large', measured.large);
}

function asked(part: string): boolean {
  return positionals.length === 0 || positionals.includes(part);
}

function print(heading: string, rows: readonly Row[] | undefined): void {
  if (rows !== undefined) console.log(`${heading}\n\n${table(rows)}\n`);
}
