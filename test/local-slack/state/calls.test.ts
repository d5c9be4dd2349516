import { expect, it } from 'vitest';
import { Calls } from '../../../src/local-slack/state/calls.ts';

it('records calls in the order of arrival, and responses as they come', () => {
  const calls = new Calls();
  const first = calls.begin({ method: 'auth.test', arguments: {}, at: 1 });
  const second = calls.begin({ method: 'views.open', arguments: { trigger_id: 'x' }, at: 2 });
  const before = calls.all;
  second({ status: 200, body: { ok: false } });
  expect(calls.all).toEqual([
    { method: 'auth.test', arguments: {}, at: 1 },
    {
      method: 'views.open',
      arguments: { trigger_id: 'x' },
      at: 2,
      response: { status: 200, body: { ok: false } },
    },
  ]);
  first({ status: 429, body: {} });
  expect(calls.all.map(({ response }) => response?.status)).toEqual([429, 200]);
  expect(before.map(({ response }) => response)).toEqual([undefined, undefined]);
});
