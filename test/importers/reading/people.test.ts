import { expect, test } from 'vitest';
import { isNoBio, isNobody } from '../../../src/importers/reading/people.ts';

test.each(['', '-', '?', 'None', 'None None', 'none  NONE', 'N/A', 'TBD', '(tba)', 'To be announced'])(
  'takes %j for nobody',
  name => expect(isNobody(name)).toBe(true),
);

test.each(['Ada Lund', 'Nan Goldin', 'Nil', 'X', '東京', 'Tba Singh'])('takes %j for a person', name =>
  expect(isNobody(name)).toBe(false),
);

test.each([
  '',
  'None',
  'n/a',
  'NA',
  'TBD',
  'TBA..',
  'bio',
  '-',
  '...',
  '.',
  'q',
  'xxx',
  'Coming soon!',
  'Lorem ipsum dolor sit',
])('takes %j for no bio', bio => expect(isNoBio(bio)).toBe(true));

test.each(['Nokia', 'Bio-chemist.', 'Works at IBM', 'To be added to my list, write to me', '東京'])(
  'takes %j for a bio',
  bio => expect(isNoBio(bio)).toBe(false),
);
