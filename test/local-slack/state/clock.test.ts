import { expect, it } from 'vitest';
import { makeStoppable, systemClock } from '../../../src/local-slack/state/clock.ts';
import { manualClock } from '../support.ts';

it('runs what is due, unless it was called off or the clock was stopped', () => {
  const clock = manualClock();
  const stopping = makeStoppable(clock);
  const ran: string[] = [];
  stopping.after(10, () => ran.push('due'));
  stopping.after(10, () => ran.push('called off'))();
  stopping.after(20, () => ran.push('stopped'));
  clock.advance(10);
  stopping.stop();
  stopping.after(1, () => ran.push('after the end'));
  clock.advance(100);
  expect(ran).toEqual(['due']);
  expect(clock.pending).toEqual([]);
});

it('goes with the system by itself', async () => {
  await new Promise<void>(resolve => systemClock.after(1, resolve));
  expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(1000);
});
