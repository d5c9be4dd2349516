import { type Config, type Environment, readConfig } from '../wiring/config.ts';

/** The whole configuration, or a fault that names every mistake in it. */
export function settings(env: Environment): Config {
  const read = readConfig(env);
  if ('config' in read) return read.config;
  const [first = '', ...rest] = read.mistakes;
  throw new Error(rest.length === 0 ? first : ['These settings are wrong:', first, ...rest].join('\n- '));
}

/** What concerns files and time alone: to search, nobody needs credentials, whole or half. */
export function settingsWithoutSlack(env: Environment): Config {
  const { DATA_DIR, CLOCK, LOG_LEVEL } = env;
  return settings({ DATA_DIR, CLOCK, LOG_LEVEL });
}
