import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { type Row, table } from './table.ts';

/** Everything that was measured last, which docs/performance.md is filled from. */
const FILE = new URL('performance.json', import.meta.url);

/** Where and when rows were measured, and the rows as they are printed. */
export interface Recorded {
  /** A date in UTC. */
  readonly date: string;
  /** The machine and the version of Node. */
  readonly on: string;
  /** How it was measured, where that may differ: `over 30 minutes`. */
  readonly how?: string | undefined;
  readonly rows: readonly Row[];
}

/** The option with which a script keeps what it measured. */
export const RECORD = { record: { type: 'boolean', default: false } } as const;

/** Prints rows below a heading. If they are to be kept, they replace those of the same name. */
export function report(
  name: string,
  {
    heading,
    rows,
    record,
    how,
  }: { heading: string; rows: readonly Row[]; record: boolean; how?: Recorded['how'] },
): void {
  console.log(`${heading}\n\n${table(rows)}\n`);
  if (record) keep(name, rows, how);
}

/** Replaces what was kept under this name. */
export function keep(name: string, rows: readonly Row[], how?: Recorded['how']): void {
  const recorded: Recorded = {
    date: new Date().toISOString().slice(0, 10),
    on: `${cpus().length} cores, Node ${process.versions.node.split('.')[0]}`,
    how,
    rows,
  };
  writeFileSync(FILE, `${JSON.stringify({ ...readRecorded(), [name]: recorded }, rounded, 2)}\n`);
}

export function readRecorded(): Readonly<Record<string, Recorded>> {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
}

/** Four digits say all that a measurement tells. */
export function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(4)) : value;
}
