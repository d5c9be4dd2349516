import { describe, expect, test } from 'vitest';
import { createLog } from '../../src/wiring/log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void, secrets: readonly string[] = []): object {
  const lines: string[] = [];
  write(createLog({ level: 'info', secrets, write: line => lines.push(line) }));
  expect(lines).toHaveLength(1);
  const { time, ...rest } = JSON.parse(lines[0] ?? '') as { time: string };
  expect(new Date(time).toISOString()).toBe(time);
  return rest;
}

test('writes one line of JSON with its level, time and sentence', () => {
  expect(logged(log => log.info({ talks: 48 }, 'Lectern is ready.'))).toEqual({
    level: 'info',
    talks: 48,
    msg: 'Lectern is ready.',
  });
});

test('keeps to its level', () => {
  const lines: string[] = [];
  createLog({ level: 'warn', secrets: [], write: line => lines.push(line) }).info('quiet');
  expect(lines).toEqual([]);
});

describe('lets no secret out', () => {
  test.each([
    ['in a sentence', 'got xoxb-12-34-abc back', 'got [secret] back'],
    ['of an app', 'xapp-1-A0-12-abcdef', '[secret]'],
    ['that is rotated', 'xoxe.xoxb-1-MTIz', '[secret]'],
    ['of a user', '{"token":"xoxp-1-2"}', '{"token":"[secret]"}'],
    [
      'in an address for answers',
      'https://hooks.slack.com/commands/T1/2/abc',
      'https://hooks.slack.com/commands/[secret]',
    ],
    ['of any form that was set', 'signed with "f00d\\face" today', 'signed with [secret] today'],
  ])('%s', (_, text, written) => {
    expect(logged(log => log.info(text), ['"f00d\\face"'])).toEqual({ level: 'info', msg: written });
  });

  test('deep in an error', () => {
    const error = Object.assign(new Error('refused xoxb-1'), {
      request: { headers: { authorization: 'Bearer xoxb-1' } },
    });
    expect(JSON.stringify(logged(log => log.error({ err: error }, 'A call failed.')))).not.toContain('xoxb');
  });
});
