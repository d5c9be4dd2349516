import { describe, expect, it } from 'vitest';
import { type Fault, Faults, type FaultTarget } from '../../../src/local-slack/state/faults.ts';

const NEVER: Fault = { kind: 'never' };
const RESET: Fault = { kind: 'reset' };

function ordered(...targets: readonly FaultTarget[]) {
  const faults = new Faults();
  for (const target of targets) faults.add(target, NEVER, {});
  const take = (target: FaultTarget) => faults.take(target)?.fault.kind;
  return { faults, take };
}

describe('a fault', () => {
  it('befalls one call of its target', () => {
    const { take } = ordered('views.open');
    expect([take('auth.test'), take('views.open'), take('views.open')]).toEqual([
      undefined,
      'never',
      undefined,
    ]);
  });

  it('befalls so many calls, and then the next one does', () => {
    const { faults, take } = ordered();
    faults.add('views.open', NEVER, { times: 2 });
    faults.add('views.open', RESET, {});
    expect(['views.open', 'views.open', 'views.open', 'views.open'].map(take)).toEqual([
      'never',
      'never',
      'reset',
      undefined,
    ]);
  });

  it('says whether the call is carried out first', () => {
    const { faults } = ordered('a');
    faults.add('b', RESET, { afterDoing: true });
    expect([faults.take('a'), faults.take('b')]).toEqual([
      { fault: NEVER, afterDoing: false },
      { fault: RESET, afterDoing: true },
    ]);
  });

  it('of everything befalls each call that has none of its own', () => {
    const { faults, take } = ordered();
    faults.add('*', NEVER, { times: Number.POSITIVE_INFINITY });
    faults.add('views.open', RESET, {});
    expect(['views.open', 'views.open', 'response_url', 'socket'].map(take)).toEqual([
      'reset',
      'never',
      'never',
      'never',
    ]);
  });

  it('is healed with its target, or with all of them', () => {
    const { faults, take } = ordered('a', 'b');
    faults.heal('a');
    expect([take('a'), take('b')]).toEqual([undefined, 'never']);
    faults.add('a', NEVER, {});
    faults.add('*', NEVER, {});
    faults.heal();
    expect([take('a'), take('b')]).toEqual([undefined, undefined]);
  });
});
