import { expect, test } from 'vitest';
import { RefusalLog } from '../../../src/slack/receiving/refusal-log.ts';

function refusalLog() {
  const lines: unknown[] = [];
  const waiting: (() => void)[] = [];
  const log = new RefusalLog({ warn: (...line: unknown[]) => void lines.push(line) }, (_delayMs, work) =>
    waiting.push(work),
  );
  const passMinute = () => {
    for (const work of waiting.splice(0)) work();
  };
  return { log, lines, passMinute };
}

test('says the first refusal at once, and how many more there were once a minute', () => {
  const { log, lines, passMinute } = refusalLog();
  for (let time = 0; time < 70_000; time += 1) log.refuse('It is not signed.');
  expect(lines).toEqual([[{ times: 1 }, 'It is not signed.']]);
  passMinute();
  expect(lines.slice(1)).toEqual([[{ times: 69_999 }, 'It is not signed.']]);
  passMinute();
  passMinute();
  expect(lines).toHaveLength(2);
  log.refuse('It is not signed.');
  expect(lines.slice(2)).toEqual([[{ times: 1 }, 'It is not signed.']]);
});

test('counts each kind by itself', () => {
  const { log, lines, passMinute } = refusalLog();
  for (const kind of ['It is not signed.', 'It is empty.', 'It is empty.']) log.refuse(kind);
  passMinute();
  expect(lines).toEqual([
    [{ times: 1 }, 'It is not signed.'],
    [{ times: 1 }, 'It is empty.'],
    [{ times: 1 }, 'It is empty.'],
  ]);
});
