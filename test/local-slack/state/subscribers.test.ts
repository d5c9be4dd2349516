import { expect, it } from 'vitest';
import { Subscribers } from '../../../src/local-slack/state/subscribers.ts';

it('waits for a change that brings what is looked for, and says what it waited for in vain', async () => {
  const changes = new Subscribers();
  let value: string | undefined;
  const waiting = changes.when(() => value);
  changes.notify();
  value = 'there';
  changes.notify();
  expect(await waiting).toBe('there');
  expect(await changes.when(() => value)).toBe('there');
  const never = (): string | undefined => undefined;
  await expect(changes.when(never, 1)).rejects.toThrow('Nothing came within 1 ms for');
});

it('tells whoever listens, until they stop', () => {
  const changes = new Subscribers();
  let heard = 0;
  const stop = changes.add(() => {
    heard += 1;
  });
  changes.notify();
  stop();
  changes.notify();
  expect(heard).toBe(1);
});
