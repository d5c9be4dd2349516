import { expect, test } from 'vitest';
import { requestContext } from '../../../src/conversation/answer.ts';
import { answeringFor } from '../../support/answering.ts';
import { programme, talk } from '../../support/conference.ts';
import { loadedWith } from '../../support/loaded.ts';
import { sampleContext, understand } from '../../support/understand.ts';

const sample = await sampleContext('2027-05-11T10:40+02:00');
const levels = programme([talk({ id: 'knots', title: 'Knots', level: 'Introductory' })]);
const context = requestContext(answeringFor(loadedWith(levels)));

test.each(['talks for newcomers', 'für Einsteiger', 'pour débutants', 'para iniciantes'])(
  '%s is a level of the programme',
  typed => {
    expect(understand(typed, context)).toMatch(/^search level:Introductory/);
  },
);

test('where the programme has no levels, the topic or the day is answered', () => {
  expect(understand('what do you recommend for beginners', sample)).toBe('agenda 2027-05-11');
  expect(understand('talks for beginners about ceph', sample)).toBe('search ceph');
  expect(understand('para principiantes', sample)).toBe('agenda 2027-05-11');
});

test.each([
  'knowledge for expert systems',
  'kubernetes for advanced passenger modeling',
  'storage for novice harbours',
])('%s is a topic', typed => {
  expect(understand(typed, sample)).toBe(`search ${typed}`);
});
