import { expect, test } from 'vitest';
import { maybeSamePerson } from '../../../src/programme/joining/same-person.ts';

test.each([
  ['Ada Lund', 'ada lund', true],
  ['Lund, Ada', 'Ada Lund', true],
  ['Ada Maria Lund', 'Ada Lund', true],
  ['A. Lund', 'Ada Lund', true],
  ['A. M. Lund', 'Ada Maria Lund', true],
  ['Zoë Müller', 'Zoe Mueller', true],
  ['Zoë Meer', 'Zoé Mer', true],
  ['Ada', 'Ada Lund', false],
  ['Ada Lund', 'Ines Lund', false],
  ['B. Lund', 'Ada Lund', false],
  ['Ada Lund', 'Ada Ferrer', false],
  ['Tim', 'Tom', false],
])('%j and %j may be one person: %j', (one, other, is) => {
  expect([maybeSamePerson(one, other), maybeSamePerson(other, one)]).toEqual([is, is]);
});
