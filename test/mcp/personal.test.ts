import { expect, test } from 'vitest';
import { z } from 'zod';
import { isPersonal, openValues, personal, personalValues } from '../../src/mcp/personal.ts';

test('a field stays personal however it is described and wrapped afterwards', () => {
  const mine = personal(z.boolean());
  const wrapped = [
    mine.describe('It is mine.'),
    mine.optional(),
    mine.nullable().optional().describe('It is mine.'),
    mine.describe('It is mine.').default(true),
    z.object({ mine }).extend({ id: z.string() }).shape.mine,
  ];
  const others = [z.boolean(), z.boolean().optional(), z.object({ mine })];
  expect([mine, ...wrapped].filter(field => !isPersonal(field))).toEqual([]);
  expect(others.filter(isPersonal)).toEqual([]);
});

test('so do some of its values', () => {
  const reason = personalValues(z.enum(['starred', 'topic']), ['starred']);
  expect(
    [reason, reason.describe('Why.'), z.enum(['starred', 'topic'])].map(each =>
      openValues(each, each.options),
    ),
  ).toEqual([['topic'], ['topic'], ['starred', 'topic']]);
});
