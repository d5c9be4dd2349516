import { expect, test } from 'vitest';
import type { DeliveryState } from '../../src/store/delivery.ts';
import type { Store } from '../../src/store/open.ts';
import { delivery, digest, newDelivery } from '../support/digests.ts';
import { codeIn, docsPage } from '../support/docs-page.ts';
import { store } from '../support/store.ts';

const section = docsPage('operators.md').section('What becomes of a message');
const arrows = [...(section.blocks[0]?.text ?? '').matchAll(/^ *(\S+) --> ([^\s:]+)/gm)].map(
  ([, from = '', to = '']): [string, string] => [from, to],
);

/** Does not compile without a state that there is. */
const STATES: Readonly<Record<DeliveryState, true>> = {
  claimed: true,
  sending: true,
  posted: true,
  unknown: true,
  missed: true,
};

const message = newDelivery();
const key = {
  workspace: message.workspace,
  digestId: message.digestId,
  day: message.day,
  part: message.part,
};
const at = { channel: 'C0LOBBY001', ts: '1' };
const notice = newDelivery({ part: { kind: 'notice', about: 'end' } });
const pace = { now: 2000, channelMs: 0, perMinute: 300 };
const again = { message: message.message, until: 9000, repeated: true };

type Step = (store: Store) => Promise<unknown>;

/** How a message gets into each state. */
const WAYS: Readonly<Record<DeliveryState, readonly Step[]>> = {
  claimed: [],
  sending: [({ sending }) => sending.take([key], pace)],
  posted: [
    ({ sending }) => sending.take([key], pace),
    ({ sending }) => sending.recordPosted({ ...key, revision: 0 }, at),
  ],
  unknown: [
    ({ sending }) => sending.take([key], pace),
    ({ sending }) => sending.recordUnknown(key, undefined, 3000),
  ],
  missed: [({ sending }) => sending.recordMissed([key], [])],
};

/** They only look. */
type Question = 'next' | 'overdue' | 'stuck' | 'unanswered' | 'stale';

/** All that can be done with a message that is claimed; does not compile without a step that there is. */
const STEPS: Readonly<
  Record<'claim' | 'reclaim' | 'update' | Exclude<keyof Store['sending'], Question>, Step>
> = {
  claim: ({ deliveries }) => deliveries.claim([[message]]),
  reclaim: ({ deliveries }) => deliveries.reclaim([message]),
  update: ({ deliveries }) => deliveries.update({ key, message: message.message, talks: [] }),
  take: ({ sending }) => sending.take([key], { ...pace, now: 9000 }),
  recordPosted: ({ sending }) => sending.recordPosted({ ...key, revision: 0 }, at),
  recordRefused: ({ sending }) => sending.recordRefused(key, 4000),
  recordForbidden: ({ sending }) => sending.recordForbidden(key, 4000, () => ({ isPaused: true, notice })),
  recordUnknown: ({ sending }) => sending.recordUnknown(key, notice, 4000),
  repeat: ({ sending }) => sending.repeat(key, again),
  confirm: ({ sending }) => sending.confirm(key),
  recordMissed: ({ sending }) => sending.recordMissed([key], [notice]),
  giveUp: ({ sending }) => sending.giveUp(key),
  // Only messages about a person's own talks are joined.
  joinNotices: ({ sending }) => sending.joinNotices(delivery(), 2000, () => message.message),
  withdraw: ({ sending }) => sending.withdraw(key),
  adjustToClock: ({ sending }) => sending.adjustToClock(1, 1000),
  takeEdit: ({ sending }) => sending.takeEdit(key, 9000, 9500),
  delayEdits: ({ sending }) => sending.delayEdits(key, 9500),
  recordEdited: ({ sending }) => sending.recordEdited({ ...key, revision: 1 }),
};

test('the diagram and the table have each state of a delivery, and no other', () => {
  const drawn = [...new Set(arrows.flat())].filter(state => state !== '[*]');
  const listed = section.rows.map(([state = '']) => codeIn(state)[0]);
  expect(drawn.sort()).toEqual(Object.keys(STATES).sort());
  expect(listed.sort()).toEqual(Object.keys(STATES).sort());
});

test('the arrows of the diagram are all the ways from state to state that the store has', async () => {
  const found = new Set<string>();
  for (const [state, way] of Object.entries(WAYS))
    for (const step of Object.values(STEPS)) {
      const opened = store();
      await opened.digests.save(digest());
      await opened.deliveries.claim([[message]]);
      for (const before of way) await before(opened);
      const from = (await opened.deliveries.find(key))?.state;
      await step(opened);
      const to = (await opened.deliveries.find(key))?.state;
      expect(from).toBe(state);
      if (to !== undefined && to !== from) found.add(`${from} --> ${to}`);
    }
  const drawn = arrows.filter(arrow => !arrow.includes('[*]')).map(([from, to]) => `${from} --> ${to}`);
  expect([...found].sort()).toEqual([...drawn].sort());
});
