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
  faults.reportSuccess();
  faults.report(full);
  faults.reportSuccess();
  now = 4000;
  faults.report(full);
  now = 8999;
  faults.reportSuccess();
  now = 9000;
  faults.reportSuccess();
  faults.reportSuccess();
  faults.report(new TypeError('x is no function'));
  expect(lines).toEqual([
    'The disk is full. Until then no digest is posted; searches are answered.',
    'Digest delivery works again.',
    'Digest delivery failed; retrying.',
  ]);
});
