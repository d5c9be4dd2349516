import { expect, it } from 'vitest';
import { Changes } from '../../../src/local-slack/state/subscribers.ts';

it('waits for a change that brings what is looked for, and says what it waited for in vain', async () => {
  const changes = new Changes();
  let value: string | undefined;
  const waiting = changes.when(() => value);
  changes.announce();
  value = 'there';
  changes.announce();
  expect(await waiting).toBe('there');
  expect(await changes.when(() => value)).toBe('there');
  const never = (): string | undefined => undefined;
  await expect(changes.when(never, 1)).rejects.toThrow('Waited 1 ms in vain for');
});

it('tells whoever listens, until they stop', () => {
  const changes = new Changes();
  let heard = 0;
  const stop = changes.subscribe(() => {
    heard += 1;
  });
  changes.announce();
  stop();
  changes.announce();
  expect(heard).toBe(1);
});
