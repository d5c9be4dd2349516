import { expect, test } from 'vitest';
import type { Answer } from '../../src/search/answer.ts';
import { ofTheName } from '../../src/slack/of-the-name.ts';
import { speaker, talk } from '../support/conference.ts';

const answer: Answer = {
  query: 'lund',
  talks: [
    { talk: talk({ id: 'hers' }), score: 90 },
    { talk: talk({ id: 'also hers' }), score: 0.9 },
    { talk: talk({ id: 'lunch' }), score: 0.8 },
  ],
  speakers: [{ speaker: speaker(), score: 1 }],
  correction: undefined,
  nearest: [],
  notes: [],
  words: { weightOf: () => 0 },
};

test('who names a person is not shown what only begins like the name', () => {
  expect(ofTheName(answer).talks.map(match => match.talk.id)).toEqual(['hers', 'also hers']);
});

test('who names nobody is shown all', () => {
  const unnamed = { ...answer, speakers: [] };
  expect(ofTheName(unnamed)).toBe(unnamed);
});
