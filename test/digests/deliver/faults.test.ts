import { pino } from 'pino';
import { expect, test } from 'vitest';
import { DigestFaults, FaultLog } from '../../../src/digests/deliver/faults.ts';
import { StoreFault } from '../../../src/store/store-fault.ts';
import { digest } from '../../support/digests.ts';

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

test('another fault than the last one is said at once', () => {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: line => lines.push(JSON.parse(line).msg) });
  const faults = new FaultLog(log, () => 0);
  const messages = ['The disk is full.', 'The disk is full.', 'The database is gone.', 'The disk is full.'];
  for (const message of messages) faults.report(new StoreFault('full', message));
  faults.report('no error at all');
  faults.report('no error at all');
  expect(lines.map(line => line.split('.')[0])).toEqual([
    'The disk is full',
    'The database is gone',
    'The disk is full',
    'Digest delivery failed; retrying',
  ]);
});

test('an error in one digest is its own, and logged once for each digest', async () => {
  const lines: { digest: string; msg: string; err: { message: string } }[] = [];
  const log = pino({ level: 'info' }, { write: line => lines.push(JSON.parse(line)) });
  const faults = new DigestFaults(log);
  const broken = () => {
    throw new Error('A mistake of ours.');
  };
  expect(await faults.isolate(digest(), () => 7)).toBe(7);
  expect(await faults.isolate(digest(), async () => 8)).toBe(8);
  for (const id of ['a', 'a', 'b']) expect(await faults.isolate(digest({ id }), broken)).toBe(undefined);
  await faults.isolate(digest({ id: 'a' }), async () => {
    throw new Error('Another one.');
  });
  expect(lines.map(({ digest: id, err, msg }) => [id, err.message, msg])).toEqual(
    [
      ['a', 'A mistake of ours.'],
      ['b', 'A mistake of ours.'],
      ['a', 'Another one.'],
    ].map(each => [...each, 'A digest failed and is not posted; other digests are posted.']),
  );
});

test('a fault of the database concerns all digests', async () => {
  const faults = new DigestFaults(pino({ level: 'silent' }));
  const gone = new StoreFault('gone', 'The database is gone.');
  const failing = faults.isolate(digest(), () => {
    throw gone;
  });
  await expect(failing).rejects.toBe(gone);
});
