import { expect, test } from 'vitest';
import { isHeld } from '../../src/programme/talk.ts';

test('what is held is no pause, and not cancelled', () => {
  const kinds = ['talk', 'social', 'break', 'service'] as const;
  expect(kinds.filter(kind => isHeld({ kind, status: 'confirmed' }))).toEqual(['talk', 'social']);
  expect(kinds.filter(kind => isHeld({ kind, status: 'cancelled' }))).toEqual([]);
});
