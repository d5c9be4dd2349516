import type { Answering } from '../conversation/context.ts';
import { RESULTS_A_PAGE } from '../conversation/paging.ts';
import type { LoadedFolder } from '../live/choose-programme.ts';
import { load } from '../live/load.ts';
import { find } from '../search/find.ts';
import type { Loaded } from '../search/loaded.ts';
import { chooseClockStart } from '../wiring/clock.ts';
import { type Config, type Environment, readConfig } from '../wiring/config.ts';
import type { Io } from './io.ts';

/**
 * Loads the data folder that a command answers from, as the context of its answers. As in the local workspace, the sample
 * is on its first day.
 */
export async function loadData(
  { data }: { readonly data?: string },
  { env }: Io,
): Promise<LoadedFolder & Answering> {
  const { dataDir, clock } = readLocalConfig(env);
  const loaded = await load(data ?? dataDir, { variable: name => env[name], nowMs: clock });
  const { conference } = loaded.programme;
  const start = chooseClockStart({ clock, slack: { kind: 'local' } }, conference);
  // A terminal says no zone; the conference's time is shown alone.
  const reader = { zone: conference.timeZone, place: 'apart', stars: undefined } as const;
  return { ...loaded, now: start ?? Date.now(), reader, prefix: '', resultsMax: RESULTS_A_PAGE };
}

/** Reads the whole configuration. Throws an error that names every mistake in it. */
export function readConfigOrThrow(env: Environment): Config {
  const read = readConfig(env);
  if ('config' in read) return read.config;
  const [first = '', ...rest] = read.mistakes;
  throw new Error(rest.length === 0 ? first : ['These settings are wrong:', first, ...rest].join('\n- '));
}

/** Reads the part of it that is about files and time: a search needs no credentials. */
export function readLocalConfig(env: Environment): Config {
  const { DATA_DIR, CLOCK, LOG_LEVEL } = env;
  return readConfigOrThrow({ DATA_DIR, CLOCK, LOG_LEVEL });
}

/** The README's example if this programme has an answer to it, else one from the programme itself. */
export function exampleQuery({ index }: Loaded): string {
  const known = find(index, 'ceph', { limit: 0 }).total > 0 ? 'ceph' : index.examples[0];
  return known ?? 'help';
}
