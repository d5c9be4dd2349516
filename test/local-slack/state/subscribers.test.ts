import { describe, expect, it } from 'vitest';
import { Subscribers } from '../../../src/local-slack/state/subscribers.ts';

describe('when', () => {
  it('has a value that is there at once', async () => {
    expect(await new Subscribers().when(() => 'there')).toBe('there');
  });

  it('waits for the change that brings it', async () => {
    const subscribers = new Subscribers();
    let value: string | undefined;
    let looks = 0;
    const waiting = subscribers.when(() => {
      looks += 1;
      return value;
    });
    subscribers.notify();
    value = 'there';
    subscribers.notify();
    expect(await waiting).toBe('there');
    subscribers.notify();
    expect(looks).toBe(3);
  });

  it('takes every value but undefined', async () => {
    const subscribers = new Subscribers();
    for (const value of [false, 0, '', null]) expect(await subscribers.when(() => value)).toBe(value);
  });

  it('says what it waited for, and looks no more', async () => {
    const subscribers = new Subscribers();
    let looks = 0;
    const never = (): string | undefined => {
      looks += 1;
      return undefined;
    };
    await expect(subscribers.when(never, 1)).rejects.toThrow(/^Nothing came within 1 ms for .*looks/s);
    subscribers.notify();
    expect(looks).toBe(1);
  });
});

it('calls every listener until it is removed', () => {
  const subscribers = new Subscribers();
  const heard: string[] = [];
  const remove = subscribers.add(() => heard.push('one'));
  subscribers.add(() => heard.push('two'));
  subscribers.notify();
  remove();
  subscribers.notify();
  expect(heard).toEqual(['one', 'two', 'two']);
});
