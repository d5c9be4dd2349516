import { expect, test } from 'vitest';
import { programme, talk } from '../support/conference.ts';

test('counts talks without breaks and service entries', () => {
  const talks = [talk(), talk({ id: 'lunch', kind: 'break' }), talk({ id: 'doors', kind: 'service' })];
  expect(programme(talks).talkCount).toBe(1);
});
