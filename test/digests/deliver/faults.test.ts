import { pino } from 'pino';
import { expect, test } from 'vitest';
import { FaultLog } from '../../../src/digests/deliver/faults.ts';
import { StoreFault } from '../../../src/store/store-fault.ts';

test('a fault is said once, and that it is over when none came for five seconds', () => {
  const lines: string[] = [];
  let now = 0;
  const log = pino({ level: 'info' }, { write: line => lines.push(JSON.parse(line).msg) });
  const faults = new FaultLog(log, () => now);
  const full = new StoreFault('full', 'The disk is full.');
  faults.wentWell();
  faults.report(full);
  faults.wentWell();
  now = 4000;
  faults.report(full);
  now = 8999;
  faults.wentWell();
  now = 9000;
  faults.wentWell();
  faults.wentWell();
  faults.report(new TypeError('x is no function'));
  expect(lines).toEqual([
    'The disk is full. Until then no digest is posted; searches are answered.',
    'Digests are looked after again.',
    'Digests could not be looked after; it is tried again.',
  ]);
});
