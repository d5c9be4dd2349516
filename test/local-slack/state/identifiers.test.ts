import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Identifiers } from '../../../src/local-slack/state/identifiers.ts';
import { manualClock } from '../support.ts';

describe('a timestamp', () => {
  it('is the time in seconds and microseconds', () => {
    expect(new Identifiers(manualClock(1_810_620_000_123)).nextTimestamp()).toBe('1810620000.123000');
  });

  it('is never the same twice, and rises as a text and as a number', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 })), steps => {
        const clock = manualClock();
        const identifiers = new Identifiers(clock);
        const stamps = steps.map(step => {
          clock.advance(step);
          return identifiers.nextTimestamp();
        });
        expect([...new Set(stamps)].sort()).toEqual(stamps);
        expect(stamps.every(stamp => /^\d{10}\.\d{6}$/.test(stamp))).toBe(true);
      }),
    );
  });

  it('does not fall behind where the clock goes back', () => {
    const clock = manualClock(2_000_000_000_000);
    const identifiers = new Identifiers(clock);
    const first = identifiers.nextTimestamp();
    clock.advance(-1000);
    expect([first, identifiers.nextTimestamp()]).toEqual(['2000000000.000000', '2000000000.000001']);
  });
});

it('numbers ids on, whatever their prefix', () => {
  const identifiers = new Identifiers(manualClock());
  expect(['V', 'Ev', 'V'].map(prefix => identifiers.nextId(prefix))).toEqual([
    'V0LOCAL0001',
    'Ev0LOCAL0002',
    'V0LOCAL0003',
  ]);
});

it('makes trigger ids of Slack’s three parts', () => {
  const identifiers = new Identifiers(manualClock(1000));
  const ids = [identifiers.nextTriggerId(), identifiers.nextTriggerId()];
  expect(ids).toEqual([
    expect.stringMatching(/^1000\.1\.[0-9a-f]{32}$/),
    expect.stringMatching(/^1000\.2\./),
  ]);
});

it('makes secrets of at least 128 bits that can stand in an address', () => {
  const identifiers = new Identifiers(manualClock());
  const secrets = Array.from({ length: 20 }, () => identifiers.newSecret());
  expect(new Set(secrets).size).toBe(20);
  for (const secret of secrets) expect(secret).toMatch(/^[\w-]{22,}$/);
});
