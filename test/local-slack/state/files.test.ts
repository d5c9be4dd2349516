import { expect, test } from 'vitest';
import { Files } from '../../../src/local-slack/state/files.ts';
import { Identifiers } from '../../../src/local-slack/state/identifiers.ts';
import { manualClock } from '../support.ts';

const bytes = new Uint8Array([1, 2, 3]);

test('a file is found once it is shared, under its title or its name', () => {
  const files = new Files(new Identifiers(manualClock()));
  const { id, secret } = files.announce('fog.ics', 3);
  expect([files.isShareable(id), files.findShared(id)]).toEqual([false, undefined]);
  expect(files.receive(secret, bytes)).toBe('taken');
  expect([files.isShareable(id), files.findShared(id)]).toEqual([true, undefined]);
  const shared = { id, name: 'fog.ics', title: 'fog.ics', bytes };
  expect(files.share(id, undefined)).toEqual(shared);
  expect([files.isShareable(id), files.findShared(id)]).toEqual([false, shared]);
});

test('a file without bytes cannot be shared', () => {
  const files = new Files(new Identifiers(manualClock()));
  const { id } = files.announce('fog.ics', 3);
  expect(() => files.share(id, 'Fog')).toThrow(`The file ${id} has no bytes. Call isShareable first.`);
  expect(files.isShareable('F0UNKNOWN')).toBe(false);
});
