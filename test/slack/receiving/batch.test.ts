import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { batch, nextStep } from '../../../src/slack/receiving/batch.ts';

test('those who come in one turn of the event loop go on at its end, in their order', async () => {
  const wait = batch();
  const events: string[] = [];
  const come = (name: string) => void wait().then(() => events.push(name));
  setImmediate(() => events.push('the turn ends'));
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

test('sixteen do not wait for more', async () => {
  const wait = batch();
  const events: string[] = [];
  setImmediate(() => events.push('the turn ends'));
  for (let i = 1; i <= 17; i += 1) void wait().then(() => events.push(String(i)));
  await nextTurn();
  expect(events.slice(15)).toEqual(['16', 'the turn ends', '17']);
});

test('between two steps everybody who goes on takes the first', async () => {
  const wait = batch();
  const steps: string[] = [];
  const go = async (name: string) => {
    await wait();
    steps.push(`${name} reads`);
    await nextStep;
    steps.push(`${name} answers`);
  };
  await Promise.all([go('first'), go('second')]);
  expect(steps).toEqual(['first reads', 'second reads', 'first answers', 'second answers']);
});
