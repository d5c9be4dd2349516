import { describe, expect, test } from 'vitest';
import { summarise } from '../../../src/search/summary/summarise.ts';
import { queryWords } from '../../support/query-words.ts';

/** One word of a query, and how much it says. */
const words = (asked: string, weight: number) => queryWords(word => (word === asked ? weight : 0));

/** The sentence that says most: there is room for no other. */
function best(sentences: readonly string[], given: Omit<Parameters<typeof summarise>[1], 'length'> = {}) {
  const length = Math.max(...sentences.map(sentence => sentence.length));
  return sentences.indexOf(summarise(sentences.join('\n'), { ...given, length }));
}

const PLAIN = 'The harbour sleeps behind a long wall of stones.';
const ROPES = 'Ropes are kept in the old house behind the pier.';
const ABOUT = 'In this talk a lamp burns above the old harbour wall.';
const SCENE = 'With the winds of autumn the harbour becomes narrow.';
const IS_NOW = 'Ada is the pilot of a ferry line in northern Bergen.';
const WAS = 'In her spare time knots fill evening after evening.';

describe('of two sentences, that is kept', () => {
  test.each([
    ['which comes first, where neither says more', [PLAIN, ROPES], 0],
    ['which says what the talk is about', [PLAIN, ABOUT], 1],
    ['which does not set the scene', [SCENE, PLAIN], 1],
    ['which is a sentence and no exclamation', ['The harbour sleeps, it rests.', ROPES], 1],
    ['which has thirty characters', ['The harbour sleeps, it rests!!', ROPES], 0],
    ['which ends', ['The harbour sleeps behind a long wall of stones', ROPES], 1],
    ['which says what the talk is about, even without an end', [PLAIN, ABOUT.slice(0, -1), ROPES], 1],
  ])('%s', (_which, sentences, place) => {
    expect(best(sentences)).toBe(place);
  });

  test.each([
    ['which has what was asked for', 0.6, [ABOUT, ROPES], 1],
    ['which says what the talk is about, where little was asked for', 0.3, [ABOUT, ROPES], 0],
    ['which comes first, where hardly anything was asked for', 0.03, [PLAIN, ROPES], 0],
    [
      'which has what was asked for, though it sets the scene',
      0.5,
      [PLAIN, `${SCENE.slice(0, -1)}, Ropes.`],
      1,
    ],
    ['which sets no scene, where little was asked for', 0.3, [PLAIN, `${SCENE.slice(0, -1)}, Ropes.`], 0],
  ])('%s', (_which, weight, sentences, place) => {
    expect(best(sentences, { words: words('Ropes', weight) })).toBe(place);
  });

  test.each([
    ['which says who somebody is now', [PLAIN, IS_NOW], 1],
    ['which is a sentence, and not a title', [IS_NOW.slice(0, -1), ROPES], 1],
    ['which is not of the past', [WAS, PLAIN], 1],
    ['which is not of the past as well as of now', [`${IS_NOW.slice(0, -1)}, previously.`, PLAIN], 1],
    ['which was asked for, though it is of the past', [PLAIN, WAS], 1, words('knots', 0.4)],
    ['which is not of the past, where little was asked for', [PLAIN, WAS], 0, words('knots', 0.3)],
    ['which says who somebody is, where little was asked for', [IS_NOW, ROPES], 0, words('Ropes', 0.2)],
    ['which was asked for', [IS_NOW, ROPES], 1, words('Ropes', 0.3)],
  ])('of a person: %s', (_which, sentences, place, asked?: ReturnType<typeof queryWords>) => {
    expect(best(sentences, { subject: 'person', ...(asked && { words: asked }) })).toBe(place);
  });
});

describe('a second sentence is added', () => {
  const add = (sentences: readonly string[], subject: 'talk' | 'person' = 'talk') =>
    summarise(sentences.join('\n'), { length: 200, subject });

  test('where it leads to the best', () => {
    expect(add([PLAIN, ABOUT])).toBe(`${PLAIN} ${ABOUT}`);
  });
  test('where it says something itself', () => {
    const other = IS_NOW.replace('Ada', 'She').replace('pilot', 'owner');
    expect(add([IS_NOW, other], 'person')).toBe(`${IS_NOW} ${other}`);
    expect(add([IS_NOW, ROPES, other], 'person')).toBe(`${IS_NOW} … ${other}`);
  });
  test('not where it only stands first', () => {
    expect(add([PLAIN, SCENE, ABOUT])).toBe(ABOUT);
  });
});

test.each([
  [
    120,
    '…eight nine ten eleven twelve thirteen Ropes fourteen fifteen sixteen seventeen eighteen nineteen twenty twentyone…',
  ],
  [70, '…twelve thirteen Ropes fourteen fifteen sixteen seventeen eighteen…'],
])('of a long sentence as much is shown before what was asked for, in %i characters', (length, summary) => {
  const numbers = 'one two three four five six seven eight nine ten eleven twelve thirteen';
  const before = `${numbers} ${numbers}`;
  const after = 'fourteen fifteen sixteen seventeen eighteen nineteen twenty twentyone twentytwo twentythree';
  expect(summarise(`${before} Ropes ${after}`, { words: words('Ropes', 1), length })).toBe(summary);
});
