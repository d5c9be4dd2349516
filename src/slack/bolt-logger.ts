import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import type { Logger } from 'pino';

/** Writes Bolt's log into ours. What Bolt calls information is of use only when debugging. */
export function boltLogger(log: Logger): BoltLogger {
  return {
    debug: (...words) => log.trace(words.map(printed).join(' ')),
    info: (...words) => log.debug(words.map(printed).join(' ')),
    warn: (...words) => log.warn(words.map(printed).join(' ')),
    error: (...words) => log.error(words.map(printed).join(' ')),
    setLevel: () => undefined,
    getLevel: () => LogLevel.DEBUG,
    setName: () => undefined,
  };
}

/** The same for calls to Slack: Bolt warns at every retry, but a fault is logged once, when it is final. */
export function quietly(log: Logger): BoltLogger {
  const logger = boltLogger(log);
  return { ...logger, warn: logger.info, error: logger.info };
}

function printed(word: unknown): string {
  if (word instanceof Error) return word.message;
  return typeof word === 'string' ? word : JSON.stringify(word);
}
