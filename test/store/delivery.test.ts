import { expect, test } from 'vitest';
import { type DeliveryKey, readDelivery, readKey, writeDelivery } from '../../src/store/delivery.ts';
import type { DeliveryPart } from '../../src/store/delivery-part.ts';
import { dayPart, delivery, newDelivery } from '../support/digests.ts';

const untouched = {
  ts: null,
  posted_in: null,
  attempts: 0,
  sending_at: null,
  retry_at: 0,
  asked_at: null,
  repeated: 0,
  revision: 0,
  shown: 0,
};
const row = { ...writeDelivery(newDelivery(), 'real'), ...untouched };

test('a claimed message is one row', () => {
  expect(
    writeDelivery(newDelivery({ message: { text: 'é', blocks: [{ type: 'divider' }] } }), 'real'),
  ).toEqual({
    run: 'real',
    workspace: 'T0HARBOUR1',
    digest: 'lobby',
    day: '2027-05-11',
    part: '0',
    kind: 'digest',
    position: 0,
    in_thread: 0,
    channel: 'C0LOBBY001',
    message: '{"text":"é","blocks":[{"type":"divider"}]}',
    talks: '["storage/ceph-at-sea"]',
    due_at: 1000,
    until: 5000,
    state: 'claimed',
  });
});

test.each<[DeliveryPart, string]>([
  [dayPart(), 'digest, position 0'],
  [dayPart(7), 'digest, position 7, in the thread'],
  [{ kind: 'change', version: 3 }, 'change, position 1000000, in the thread'],
  [{ kind: 'changes', version: 3, changes: 'x' }, 'changes, position 0'],
  [{ kind: 'reminder', startsAt: 9, sessions: 'x' }, 'soon, position 0'],
  [{ kind: 'room', about: 'talk' }, 'room, position 0'],
  [{ kind: 'room', about: 'changed', version: 3 }, 'room, position 0, in the thread'],
  [{ kind: 'room', about: 'topic', number: 9 }, 'topic, position 9'],
  [{ kind: 'notice', about: 'doubt', part: dayPart(7), attempts: 1 }, 'notice, position 0'],
])('%j is selected and ordered by its columns', (part, columns) => {
  const { kind, position, in_thread } = writeDelivery(newDelivery({ part }), 'real');
  expect(`${kind}, position ${position}${in_thread === 1 ? ', in the thread' : ''}`).toBe(columns);
});

test('a row is read back', () => {
  expect(readDelivery(row)).toEqual(delivery());
  expect(readDelivery({ ...row, attempts: 2, repeated: 1, revision: 3, state: 'missed' })).toEqual({
    ...delivery({ attempts: 2, repeated: true, revision: 3 }),
    state: 'missed',
  });
});

test.each([
  ['with its channel in Slack', { ts: '1.1', posted_in: 'D1' }, { channel: 'D1', ts: '1.1' }],
  ['in the channel that it was for', { ts: '1.1' }, { channel: 'C0LOBBY001', ts: '1.1' }],
  ['by the word of a person', {}, undefined],
])('a posted message is known %s', (_name, columns, at) => {
  expect(readDelivery({ ...row, ...columns, state: 'posted' })).toEqual({
    ...delivery(),
    state: 'posted',
    at,
  });
});

test('a key is read from its columns', () => {
  const key: DeliveryKey = {
    workspace: 'T0HARBOUR1',
    digestId: 'lobby',
    day: '',
    part: { kind: 'change', version: 1 },
  };
  expect(readKey({ workspace: 'T0HARBOUR1', digest: 'lobby', day: '', part: 'change 1' })).toEqual(key);
});

test.each([
  [{ part: 'poem 1' }, 'the part "poem 1"'],
  [{ state: 'lost' }, 'the state "lost"'],
  [{ state: 'toString' }, 'the state "toString"'],
])('a row of another Lectern is a fault: %j', (columns, found) => {
  expect(() => readDelivery({ ...row, ...columns })).toThrow(
    `The database has a delivery with ${found}, which this Lectern does not know. Run the newer Lectern that wrote it, or set DATABASE_URL to another database.`,
  );
});
