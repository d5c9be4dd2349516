import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import type { Logger } from 'pino';

/** Writes Bolt's log into ours. What Bolt calls information is of use only when debugging. */
export function boltLogger(log: Logger): BoltLogger {
  return {
    debug: (...words) => {
      if (log.isLevelEnabled('trace')) log.trace(withoutBody(words.map(printed).join(' ')));
    },
    info: (...words) => {
      if (log.isLevelEnabled('debug')) log.debug(withoutBody(words.map(printed).join(' ')));
    },
    warn: (...words) => log.warn(words.map(printed).join(' ')),
    error: (...words) => {
      const err = words.find(word => word instanceof Error);
      log.error(err && { err }, words.map(printed).join(' '));
    },
    setLevel: () => undefined,
    getLevel: () => (log.isLevelEnabled('trace') ? LogLevel.DEBUG : LogLevel.INFO),
    setName: () => undefined,
  };
}

/** Slack's packages log whole requests and answers, with all that people wrote. Those begin at a bracket or a quote. */
function withoutBody(line: string): string {
  return line.replace(/[{["].*/s, '...');
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
