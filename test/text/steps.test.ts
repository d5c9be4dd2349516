import { expect, test } from 'vitest';
import { finish, finishInSlices, mapInSteps } from '../../src/text/steps.ts';

const letters = ['a', 'b', 'c'];

test('steps have the same result at once and in slices', async () => {
  const number = (letter: string, place: number) => `${letter}${place}`;
  expect(finish(mapInSteps(letters, number))).toEqual(['a0', 'b1', 'c2']);
  expect(await finishInSlices(mapInSteps(letters, number))).toEqual(['a0', 'b1', 'c2']);
});

test('a slice ends with the step that takes it over eight milliseconds', async () => {
  let nowMs = 0;
  const done: string[] = [];
  const work = mapInSteps(letters, letter => {
    done.push(letter);
    nowMs += 5;
  });
  const pause = async () => done.push('pause');
  await finishInSlices(work, { clock: () => nowMs, pause });
  expect(done).toEqual(['a', 'b', 'pause', 'c']);
});

test('other work comes between slices', async () => {
  const order: string[] = [];
  let nowMs = 0;
  const work = mapInSteps(letters, letter => {
    nowMs += 10;
    order.push(letter);
    setImmediate(() => order.push(`after ${letter}`));
  });
  await finishInSlices(work, { clock: () => nowMs });
  expect(order).toEqual(['a', 'after a', 'b', 'after b', 'c', 'after c']);
});

test('a step that fails ends the work, both ways', async () => {
  const failing = () =>
    mapInSteps(letters, letter => {
      if (letter === 'b') throw new Error('There is no b.');
    });
  expect(() => finish(failing())).toThrow('There is no b.');
  await expect(finishInSlices(failing())).rejects.toThrow('There is no b.');
});
