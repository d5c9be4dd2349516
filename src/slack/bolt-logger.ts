import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import type { Logger } from 'pino';

/** Bolt's words in our log. What it calls information is for those who debug it. */
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

/** The same for calls to Slack, whose every try again is no news: the fault is logged once, when it is final. */
export function quietly(log: Logger): BoltLogger {
  const logger = boltLogger(log);
  return { ...logger, warn: logger.info, error: logger.info };
}

function printed(word: unknown): string {
  if (word instanceof Error) return word.message;
  return typeof word === 'string' ? word : JSON.stringify(word);
}
