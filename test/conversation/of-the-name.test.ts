import { expect, test } from 'vitest';
import { ofTheName } from '../../src/conversation/of-the-name.ts';
import type { Answer } from '../../src/search/answer.ts';
import { speaker, talk } from '../support/conference.ts';

const answer: Answer = {
  query: 'lund',
  talks: [talk({ id: 'hers' }), talk({ id: 'also hers' }), talk({ id: 'lunch' })],
  scores: [90, 0.9, 0.8],
  speakers: [{ speaker: speaker(), score: 1 }],
  correction: undefined,
  nearest: [],
  notes: [],
  words: { weightOf: () => 0 },
};

test('who names a person is not shown what only begins like the name', () => {
  const { talks, scores } = ofTheName(answer);
  expect([talks.map(({ id }) => id), scores]).toEqual([
    ['hers', 'also hers'],
    [90, 0.9],
  ]);
});

test('who names nobody is shown all', () => {
  const unnamed = { ...answer, speakers: [] };
  expect(ofTheName(unnamed)).toBe(unnamed);
});
