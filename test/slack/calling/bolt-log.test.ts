import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { boltLogger, quietly } from '../../../src/slack/calling/bolt-log.ts';

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
    ['trace', 'a ...'],
    ['debug', 'c'],
    ['warn', 'd 2'],
    ['error', 'e'],
  ]);
});

test('of calls to Slack nothing is louder than that', () => {
  expect(logged(quietly)).toEqual([
    ['trace', 'a ...'],
    ['debug', 'c'],
    ['debug', 'd 2'],
    ['debug', 'e'],
  ]);
});

test("no line of Slack's packages has what a person wrote", async () => {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: line => lines.push(line) });
  const { debug } = boltLogger(log);
  debug('ack() call begins (body: {"text":"our secret"})');
  debug('Sending a WebSocket message:', { payload: 'our secret' });
  debug('ack() response sent (body: "our secret")');
  debug('http request body:', ['our secret']);
  expect(lines.map(line => JSON.parse(line).msg)).toEqual([
    'ack() call begins (body: ...',
    'Sending a WebSocket message: ...',
    'ack() response sent (body: ...',
    'http request body: ...',
  ]);
});

test('Bolt prepares its finest lines only for a log that takes them', () => {
  const levels = ['silent', 'debug', 'trace'].map(level => boltLogger(pino({ level })).getLevel());
  expect(levels).toEqual([LogLevel.INFO, LogLevel.INFO, LogLevel.DEBUG]);
  const unread = {
    toJSON: () => {
      throw new Error('A line that nobody reads was written.');
    },
  };
  const { debug, info } = boltLogger(pino({ level: 'warn' }));
  debug(unread);
  info(unread);
});
