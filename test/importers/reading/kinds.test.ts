import { expect, test } from 'vitest';
import { classifyEntry } from '../../../src/importers/reading/kinds.ts';

test.each([
  ['Lunch', 'break'],
  ['Coffee Break ☕', 'break'],
  ['Morning tea & coffee', 'break'],
  ['Mittagspause', 'break'],
  ['Break (snacks available)', 'break'],
  ['Quiet Room', 'service'],
  ['Registration, Breakfast, Sponsors', 'service'],
  ['Café', 'break'],
  ['Comida', 'break'],
  ['Pause déjeuner', 'break'],
  ['Conference dinner', 'social'],
  ['Social event', 'social'],
  ['Welcome reception', 'social'],
  ['Badge Pick-Up', 'service'],
  ['Registration desk opens', 'service'],
  ['Break the monolith', undefined],
  ['Coffee with Ceph', undefined],
  ['Opening', undefined],
  ['Welcome', undefined],
  ['', undefined],
])('takes %j for %j', (title, kind) => expect(classifyEntry({ title, hasSpeakers: false })).toBe(kind));

test.each([
  ['break', 'Ceph', 'break'],
  ['lunch', 'Ceph', 'break'],
  ['informational', 'Ceph', 'service'],
  ['Social Event', 'Ceph', 'social'],
  ['lecture', 'Ceph', undefined],
  ['lecture', 'Lunch', undefined],
])('minds the type %j of %j before its title', (type, title, kind) =>
  expect(classifyEntry({ type, title, hasSpeakers: true })).toBe(kind),
);
