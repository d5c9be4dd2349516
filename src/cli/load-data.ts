import type { LoadedFolder } from '../live/choose-programme.ts';
import { load } from '../live/load.ts';
import { chooseClockStart } from '../wiring/clock.ts';
import { type Config, type Environment, readConfig } from '../wiring/config.ts';
import type { Io } from './io.ts';

/**
 * Loads the data folder that a command answers from, and tells the instant at which it answers, in milliseconds since
 * 1970. As in the local workspace, the sample is on its first day.
 */
export async function loadData(
  { data }: { readonly data?: string },
  { env }: Io,
): Promise<{ readonly loaded: LoadedFolder; readonly now: number }> {
  const { dataDir, clock } = readLocalConfig(env);
  const loaded = await load(data ?? dataDir, { variable: name => env[name], nowMs: clock });
  const start = chooseClockStart({ clock, slack: { kind: 'local' } }, loaded.programme.conference);
  return { loaded, now: start ?? Date.now() };
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
