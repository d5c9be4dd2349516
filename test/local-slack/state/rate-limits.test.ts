import { describe, expect, it } from 'vitest';
import { RateLimits } from '../../../src/local-slack/state/rate-limits.ts';
import { manualClock } from '../support.ts';

function enforced() {
  const clock = manualClock();
  const limits = new RateLimits(clock);
  limits.isEnforced = true;
  const post = (channel: string) =>
    limits.take({ method: 'chat.postMessage', perMinute: undefined, channel });
  const call = (method: string, perMinute?: number) => limits.take({ method, perMinute, channel: '' });
  return { clock, limits, post, call };
}

describe('posts', () => {
  it('go once a second into a channel', () => {
    const { clock, post } = enforced();
    expect([post('C1'), post('C1'), post('C2')]).toEqual([undefined, 1, undefined]);
    clock.advance(999);
    expect(post('C1')).toBe(1);
    clock.advance(1);
    expect(post('C1')).toBeUndefined();
  });

  it('go 300 times a minute into the workspace', () => {
    const { clock, post } = enforced();
    const waits = Array.from({ length: 301 }, (_, index) => post(`C${index}`));
    expect(waits.findIndex(wait => wait !== undefined)).toBe(300);
    expect(waits[300]).toBe(60);
    clock.advance(59_001);
    expect(post('C300')).toBe(1);
    clock.advance(999);
    expect(post('C300')).toBeUndefined();
  });

  it('that were turned away do not count', () => {
    const { clock, post } = enforced();
    post('C1');
    clock.advance(900);
    expect(post('C1')).toBe(1);
    clock.advance(100);
    expect(post('C1')).toBeUndefined();
  });
});

describe('other calls', () => {
  it('go so many times a minute, each method by itself', () => {
    const { clock, call } = enforced();
    expect([call('a', 2), call('a', 2), call('a', 2), call('b', 2)]).toEqual([
      undefined,
      undefined,
      60,
      undefined,
    ]);
    clock.advance(30_000);
    expect(call('a', 2)).toBe(30);
    clock.advance(30_000);
    expect(call('a', 2)).toBeUndefined();
  });

  it('have no limit if their method has none', () => {
    const { call } = enforced();
    expect(Array.from({ length: 500 }, () => call('auth.test'))).not.toContain(1);
  });
});

it('counts nothing until the limits are enforced', () => {
  const { limits, post } = enforced();
  limits.isEnforced = false;
  expect([post('C1'), post('C1')]).toEqual([undefined, undefined]);
  limits.isEnforced = true;
  expect([post('C1'), post('C1')]).toEqual([undefined, 1]);
});
