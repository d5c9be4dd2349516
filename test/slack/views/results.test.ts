import { expect, test } from 'vitest';
import { answer, answerWithoutOrders, isPersonal } from '../../../src/conversation/answer.ts';
import type { Reader } from '../../../src/conversation/context.ts';
import { resultsUpTo } from '../../../src/conversation/paging.ts';
import { ALL } from '../../../src/search/find.ts';
import { answerMessage } from '../../../src/slack/views/answer.ts';
import { answeringFor } from '../../support/answering.ts';
import { expectValidMessage } from '../../support/block-kit.ts';
import { programme, talk } from '../../support/conference.ts';
import { loadedWith } from '../../support/loaded.ts';
import { read } from '../../support/read.ts';

/** Six talks on ropes of tar, and seven on ropes alone. */
const loaded = loadedWith(
  programme(
    Array.from({ length: 13 }, (_, number) =>
      talk({
        id: `t${number}`,
        title: `Ropes ${number}`,
        abstract: number < 6 ? 'Of tar.' : 'Of hemp.',
        speakers: [],
      }),
    ),
  ),
);

function show(typed: string, { offset = 0, place = 'channel' as Reader['place'] } = {}) {
  const answered = answer(typed, answeringFor(loaded, { place }));
  if (answered.kind === 'digest' || isPersonal(answered)) throw new Error('It is an order.');
  const message = answerMessage(answered, offset);
  expectValidMessage(message);
  const [heading, ...lines] = read(message.blocks);
  const titles = lines.flatMap(line => /^Ropes \d+/.exec(line) ?? []);
  const { value } = message.blocks
    .flatMap(block => (block.type === 'actions' ? block.elements : []))
    .flatMap(element => (element.type === 'button' && element.action_id === 'results:back' ? element : []))
    .at(-1) ?? { value: undefined };
  return { heading, titles, last: lines.at(-1), back: value, text: message.text.split('\n')[0] };
}

const six = ['Ropes 0', 'Ropes 1', 'Ropes 2', 'Ropes 3', 'Ropes 4', 'Ropes 5'];

test('talks with only a weak word of several are counted apart, and behind a button after all others', () => {
  expect(show('tar ropes')).toEqual({
    heading: '6 talks for tar ropes (1 to 5) · also 7 with only “ropes”',
    titles: six.slice(0, 5),
    last: '[More]',
    back: undefined,
    text: '6 talks for tar ropes. Also 7 with only “ropes”.',
  });
  expect(show('tar ropes', { offset: 5 })).toEqual({
    heading: '6 talks for tar ropes (6 to 6) · also 7 with only “ropes”',
    titles: six.slice(5),
    last: '[Also 7 with only “ropes”][Back]',
    back: '{"q":"tar ropes","o":0}',
    text: '6 talks for tar ropes. Also 7 with only “ropes”.',
  });
});

test('the page behind that button says which talks they are, and leads back', () => {
  expect(show('tar ropes', { offset: 6 })).toMatchObject({
    heading: 'Also 7 talks with only “ropes” for tar ropes (1 to 5)',
    last: '[More][Back]',
    back: '{"q":"tar ropes","o":5}',
    text: 'Also 7 talks with only “ropes” for tar ropes.',
  });
  expect(show('tar ropes', { offset: 11 })).toMatchObject({
    heading: 'Also 7 talks with only “ropes” for tar ropes (6 to 7)',
    last: '[Back]',
    back: '{"q":"tar ropes","o":6}',
  });
});

test('where everyone reads the answer, a line says how to see them', () => {
  expect(show('tar ropes 5 4', { place: 'thread' })).toMatchObject({
    last: expect.stringMatching(
      /^(Also \d+ with|\d+ more).*: type \/talk and the same words in the channel\.$/,
    ),
  });
});

test('filters and exclusions stand in the line of what was understood, on each page alike', () => {
  const linesOf = (offset: number) => {
    const answered = answer('ropes -tar', answeringFor(loaded));
    if (answered.kind === 'digest' || isPersonal(answered)) throw new Error('It is an order.');
    const { blocks, text } = answerMessage(answered, offset);
    return [...read(blocks).slice(0, 3), ...text.split('\n').slice(0, 2)];
  };
  const rest = ['ropes · without tar', '[With tar (13)]'];
  const said = ['7 talks for ropes.', 'ropes · without tar'];
  expect(linesOf(0)).toEqual(['7 talks for ropes (1 to 5)', ...rest, ...said]);
  expect(linesOf(5)).toEqual(['7 talks for ropes (6 to 7)', ...rest, ...said]);
});

test.each([
  [
    'ropes level:expert',
    'No talk matches ropes. There is no level “expert” in the programme. Search instead: All levels (13).',
    ['All levels (13)'],
  ],
  ['zzzqqq track:storage', 'No talk matches zzzqqq. Storage · zzzqqq. Did you mean Storage?', ['Storage']],
])('nothing for %j leads to the same without a constraint, or without the words', (typed, text, labels) => {
  const answered = answer(typed, answeringFor(loaded));
  if (answered.kind === 'digest' || isPersonal(answered)) throw new Error('It is an order.');
  const message = answerMessage(answered);
  const buttons = message.blocks.flatMap(block => (block.type === 'actions' ? block.elements : []));
  expect(message.text).toBe(text);
  expect(buttons.flatMap(button => (button.type === 'button' ? button.text.text : []))).toEqual([
    ...labels,
    'Storage',
  ]);
});

test('each page is the same, whether all that match are known or only those up to its end', () => {
  const queries = [
    'ropes',
    'tar ropes',
    'ropes tar',
    'hemp',
    'tarr',
    'Ropes 3',
    '-tar',
    'zzqqxx',
    'ropes day:today',
  ];
  for (const typed of queries)
    for (const place of ['channel', 'thread'] as const)
      for (const offset of [0, 3, 5, 6, 10, 11, 15, 99]) {
        const [page, whole] = [resultsUpTo({ offset }), ALL].map(resultsMax => {
          const context = answeringFor(loaded, { place });
          const reader = { ...context.reader, feeds: true };
          return answerMessage(answerWithoutOrders(typed, { ...context, reader, resultsMax }), offset);
        });
        expect(page).toEqual(whole);
      }
});
