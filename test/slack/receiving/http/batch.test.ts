import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { batch } from '../../../../src/slack/receiving/http/batch.ts';

function waiting() {
  const clock = { now: 0 };
  const events: string[] = [];
  const wait = batch(() => clock.now);
  const come = (name: string) => void wait().then(() => events.push(name));
  setImmediate(() => events.push('the turn ends'));
  return { clock, events, come };
}

test('those who come in one turn of the event loop go on at its end, in their order', async () => {
  const { events, come } = waiting();
  come('first');
  come('second');
  await Promise.resolve();
  come('third');
  await nextTurn();
  expect(events).toEqual(['the turn ends', 'first', 'second', 'third']);
  come('one of the next turn');
  await nextTurn();
  expect(events.slice(4)).toEqual(['one of the next turn']);
});

test('nobody waits longer than 5 milliseconds for others', async () => {
  const { clock, events, come } = waiting();
  come('first');
  clock.now = 4;
  come('second');
  clock.now = 5;
  come('third');
  clock.now = 9;
  come('fourth');
  await nextTurn();
  expect(events).toEqual(['first', 'second', 'third', 'the turn ends', 'fourth']);
});
