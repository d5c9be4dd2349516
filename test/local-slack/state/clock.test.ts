import { describe, expect, it } from 'vitest';
import { makeStoppable, systemClock } from '../../../src/local-slack/state/clock.ts';
import { manualClock } from '../support.ts';

describe('a clock that can be stopped', () => {
  it('shows the same time', () => {
    const clock = manualClock(1000);
    const stoppable = makeStoppable(clock);
    clock.advance(5);
    expect(stoppable.now()).toBe(1005);
  });

  it('runs what is due, unless it was cancelled or the clock was stopped', () => {
    const clock = manualClock();
    const stoppable = makeStoppable(clock);
    const ran: string[] = [];
    stoppable.after(10, () => ran.push('due'));
    stoppable.after(10, () => ran.push('cancelled'))();
    stoppable.after(20, () => ran.push('stopped'));
    clock.advance(10);
    stoppable.stop();
    stoppable.after(1, () => ran.push('after the end'));
    clock.advance(100);
    expect(ran).toEqual(['due']);
    expect(clock.pending).toEqual([]);
  });

  it('may be stopped twice, and cancelled after the end', () => {
    const clock = manualClock();
    const stoppable = makeStoppable(clock);
    const cancel = stoppable.after(10, () => {});
    stoppable.stop();
    stoppable.stop();
    cancel();
    expect(clock.pending).toEqual([]);
  });
});

describe('the system’s clock', () => {
  it('goes by itself', async () => {
    await new Promise<void>(resolve => systemClock.after(1, resolve));
    expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(1000);
  });

  it('can be cancelled', async () => {
    let ran = false;
    systemClock.after(0, () => {
      ran = true;
    })();
    await new Promise<void>(resolve => systemClock.after(2, resolve));
    expect(ran).toBe(false);
  });
});
