import { expect, test } from 'vitest';
import { RefusalLog } from '../../../src/slack/receiving/refusal-log.ts';
import { manualTimers } from '../../support/manual-timers.ts';

function refusalLog() {
  const lines: unknown[] = [];
  const timers = manualTimers();
  const log = new RefusalLog(
    { warn: (...line: unknown[]) => void lines.push(line) },
    (delayMs, work) => void timers.after(delayMs, async () => work()),
  );
  return { log, lines, pass: timers.pass };
}

test('says the first refusal at once, and how many more there were once a minute', async () => {
  const { log, lines, pass } = refusalLog();
  for (let time = 0; time < 70_000; time += 1) log.refuse('It is not signed.');
  await pass(59_999);
  expect(lines).toEqual([[{ times: 1 }, 'It is not signed.']]);
  await pass(1);
  expect(lines.slice(1)).toEqual([[{ times: 69_999 }, 'It is not signed.']]);
  await pass(60_000);
  await pass(60_000);
  expect(lines).toHaveLength(2);
  log.refuse('It is not signed.');
  expect(lines.slice(2)).toEqual([[{ times: 1 }, 'It is not signed.']]);
});

test('counts each kind by itself', async () => {
  const { log, lines, pass } = refusalLog();
  for (const kind of ['It is not signed.', 'It is empty.', 'It is empty.']) log.refuse(kind);
  await pass(60_000);
  expect(lines).toEqual([
    [{ times: 1 }, 'It is not signed.'],
    [{ times: 1 }, 'It is empty.'],
    [{ times: 1 }, 'It is empty.'],
  ]);
});
