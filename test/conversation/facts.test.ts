import { expect, test } from 'vitest';
import { answer } from '../../src/conversation/answer.ts';
import { answerMessage } from '../../src/slack/views/answer.ts';
import { answeringFor } from '../support/answering.ts';
import { harbour } from '../support/harbour.ts';
import { loadedWith } from '../support/loaded.ts';

const facts = [
  { asked: ['Lunch', 'food'], answer: 'Lunch is at 12:30 in *the foyer* <!channel>.' },
  { asked: ['sauna', 'late checkout'], answer: 'Ask Ada.' },
];
const context = answeringFor(loadedWith({ ...harbour, conference: { ...harbour.conference, facts } }), {
  at: '2027-05-11T08:55+02:00',
});

test.each([
  ['lunch?', facts[0]?.answer],
  ['where is the food', facts[0]?.answer],
  ['when is lunch?', facts[0]?.answer],
  ['sauna', 'Ask Ada.'],
  ['late checkout', 'Ask Ada.'],
])('%j is answered by the organisers', (typed, said) => {
  const answered = answer(typed, context);
  expect(answered.kind === 'facts' ? answered.fact : answered.kind).toBe(said);
});

test.each(['parking', 'ceph lunch', '"lunch"', 'ceph'])('%j is not', typed => {
  expect(answer(typed, context).kind).not.toBe('facts');
});

test('an answer of the organisers is plain text', () => {
  const answered = answer('lunch', context);
  if (answered.kind !== 'facts') throw new Error(`It is ${answered.kind}.`);
  expect(answerMessage(answered).blocks).toEqual([
    {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: facts[0]?.answer }] }],
    },
  ]);
});
