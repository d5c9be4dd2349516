import { expect, test } from 'vitest';
import { InFlight } from '../../../src/digests/deliver/in-flight.ts';

test('settles when the last work is done, however it ends', async () => {
  const inFlight = new InFlight();
  let finish = () => {};
  const slow = inFlight.track(
    new Promise<void>(resolve => {
      finish = resolve;
    }),
  );
  const failing = inFlight.track(Promise.reject(new Error('broken')));
  await expect(failing).rejects.toThrow('broken');
  let settled = false;
  const settling = inFlight.settled().then(() => {
    settled = true;
  });
  await Promise.resolve();
  expect(settled).toBe(false);
  finish();
  await Promise.all([slow, settling]);
  expect(settled).toBe(true);
});

test('waits also for work that begins while it settles', async () => {
  const inFlight = new InFlight();
  const ended: string[] = [];
  const begin = (name: string, then: () => void = () => {}) =>
    inFlight.track(
      Promise.resolve().then(() => {
        ended.push(name);
        then();
      }),
    );
  void begin('first', () => void begin('second'));
  await inFlight.settled();
  expect(ended).toEqual(['first', 'second']);
});
