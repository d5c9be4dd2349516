import { expect, test } from 'vitest';
import { underIdOf, underNewId, underNoId, underSameId, workFields } from '../../src/text/work-id.ts';

/** The next turn of the event loop. */
const turn = () => new Promise(resolve => setImmediate(resolve));

test('work has one id in all that it does and waits for, each work another one, and nothing after it', async () => {
  const idsOf = () =>
    underNewId(async () => {
      const before = workFields();
      await turn();
      return [before, await underSameId(async () => workFields()), workFields()];
    });
  const both = await Promise.all([idsOf(), idsOf()]);
  for (const [first, ...others] of both) {
    expect(first?.id).toMatch(/^[0-9a-f]{8}$/);
    expect(others).toEqual([first, first]);
  }
  expect(both[0]).not.toEqual(both[1]);
  expect(workFields()).toEqual({});
});

test('work that nobody waits for keeps the id of the work that began it', async () => {
  const late: { read?: Promise<unknown> } = {};
  const first = await underNewId(async () => {
    late.read = underSameId(async () => {
      await turn();
      return workFields();
    });
    return workFields();
  });
  await underNewId(turn);
  expect(await late.read).toEqual(first);
});

test('a fault is told under the id of the work that failed, outside of it, too', async () => {
  const failed: unknown[] = [];
  const fault = await underNewId(async () => {
    await turn();
    failed.push(workFields().id);
    throw new Error('A fault of the test.');
  }).catch((error: unknown) => error);
  expect(await underIdOf(fault, async id => [id, workFields().id])).toEqual([failed[0], failed[0]]);
  const other = await underIdOf(new Error('Another one.'), async id => [id, workFields().id]);
  expect(other[0]).toMatch(/^[0-9a-f]{8}$/);
  expect(other).toEqual([other[0], other[0]]);
  expect(other[0]).not.toBe(failed[0]);
});

test('what belongs to no work has no id, also while work is under way or when it is over', async () => {
  expect(underNoId(workFields)).toEqual({});
  await underNewId(async () => expect(underNoId(workFields)).toEqual({}));
  const late: { read?: Promise<unknown> } = {};
  const first = underNewId(async () => {
    late.read = new Promise(resolve => setTimeout(() => resolve(underNoId(workFields)), 5));
  });
  await Promise.all([first, underNewId(turn)]);
  expect(await late.read).toEqual({});
});
