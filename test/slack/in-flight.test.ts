import { expect, test } from 'vitest';
import { InFlight } from '../../src/slack/in-flight.ts';

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
