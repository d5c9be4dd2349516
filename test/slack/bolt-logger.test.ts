import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { boltLogger, quietly } from '../../src/slack/bolt-logger.ts';

/** The level and the text of everything that one line of Bolt's at each level becomes in our log. */
function logged(of: (log: pino.Logger) => BoltLogger): unknown[] {
  const lines: unknown[] = [];
  const log = pino(
    { level: 'trace' },
    {
      write: line => {
        const { level, msg } = JSON.parse(line);
        lines.push([pino.levels.labels[level], msg]);
      },
    },
  );
  const logger = of(log);
  logger.debug('a', { b: 1 });
  logger.info('c');
  logger.warn(new Error('d'), 2);
  logger.error('e');
  logger.setLevel(LogLevel.ERROR);
  logger.setName('bolt');
  return lines;
}

test("Bolt's information is for those who debug", () => {
  expect(logged(boltLogger)).toEqual([
    ['trace', 'a {"b":1}'],
    ['debug', 'c'],
    ['warn', 'd 2'],
    ['error', 'e'],
  ]);
});

test('of calls to Slack nothing is louder than that', () => {
  expect(logged(quietly)).toEqual([
    ['trace', 'a {"b":1}'],
    ['debug', 'c'],
    ['debug', 'd 2'],
    ['debug', 'e'],
  ]);
});

test('Bolt passes on everything, since our log has its own level', () => {
  expect(boltLogger(pino({ level: 'silent' })).getLevel()).toBe(LogLevel.DEBUG);
});
