import { describe, expect, test } from 'vitest';
import { WAIT_MS, waitAtMost } from '../../../src/slack/digest/late-answer.ts';

const NEVER = new Promise<never>(() => {});

describe('work is waited for', () => {
  test('until it ends, if that is in time', async () => {
    expect(await waitAtMost(Promise.resolve('done'), 60_000)).toBe('done');
  });

  test('no longer than that', async () => {
    expect(await waitAtMost(NEVER, 1)).toBe(undefined);
  });

  test('and its fault is thrown', async () => {
    await expect(waitAtMost(Promise.reject(new Error('broken')), 60_000)).rejects.toThrow('broken');
  });

  test('and goes on afterwards', async () => {
    let finish = (_value: string) => {};
    const work = new Promise<string>(resolve => {
      finish = resolve;
    });
    expect(await waitAtMost(work, 1)).toBe(undefined);
    finish('late');
    expect(await work).toBe('late');
  });
});

test('an answer that waits for all in turn is in time for Slack, which waits three seconds', () => {
  const { workspace, stars, answer } = WAIT_MS;
  expect(workspace + stars + answer).toBeLessThan(2800);
});
