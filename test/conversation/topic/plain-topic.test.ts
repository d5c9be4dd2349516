import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostileLines } from '../../../bench/hostile-lines.ts';
import { requestContext } from '../../../src/conversation/answer.ts';
import { readEveryWay } from '../../../src/conversation/request.ts';
import { readPlainTopic } from '../../../src/conversation/topic/plain-topic.ts';
import { load } from '../../../src/live/load.ts';
import { answeringFor } from '../../support/answering.ts';
import { cases } from '../../support/cases.ts';
import { lighthouse } from '../../support/lighthouse-days.ts';
import { loadedWith } from '../../support/loaded.ts';

const now = Date.parse('2027-05-11T10:40+02:00');
const sample = requestContext({ ...(await load(new URL('../../../data', import.meta.url).pathname)), now });
const facts = [{ asked: ['harbour cruise', 'keys'], answer: 'At eight.' }];
const asked = { ...lighthouse, conference: { ...lighthouse.conference, facts } };
const contexts = [sample, requestContext({ ...answeringFor(loadedWith(asked)), now })];

/** The texts that are read as a plain topic, and as something else by all readers. */
function misread(texts: Iterable<string>): readonly string[] {
  return [...texts].filter(text =>
    contexts.some(context => {
      const plain = readPlainTopic(text, context);
      return (
        plain !== undefined &&
        JSON.stringify({ kind: 'search', search: plain }) !== JSON.stringify(readEveryWay(text, context))
      );
    }),
  );
}

function assertRead(text: fc.Arbitrary<string>): void {
  const check = fc.property(text, each => {
    expect(misread([each])).toEqual([]);
  });
  fc.assert(check, { numRuns: cases(2000) });
}

/** The lines of the readers' sources, each as its words: all that any of them knows, side by side as in its phrases. */
const sources = ['../../../src/conversation', '../../../src/text', '../../../src/search/query'].flatMap(
  folder => {
    const url = new URL(`${folder}/`, import.meta.url);
    const files = readdirSync(url, { recursive: true, encoding: 'utf8' }).filter(file =>
      file.endsWith('.ts'),
    );
    return files.flatMap(file => readFileSync(new URL(file, url), 'utf8').split('\n'));
  },
);
const lines = sources.map(line => line.match(/[\p{L}\p{M}\d]+(?:-[\p{L}\p{M}\d]+)*/gu) ?? []);
const known = [...new Set(lines.flat())];

test('ordinary subjects and names are plain topics', () => {
  const plain = ['monitors', 'tape library', 'Zoë', 'storage that sleeps', 'tcpdump where'];
  expect(plain.map(text => readPlainTopic(text, sample)?.topic)).toEqual(plain);
});

test('every word that a reader knows is read as all readers read it, alone and beside a topic', () => {
  const beside = fc.tuple(fc.constantFrom(...known), fc.constantFrom('glimmer', 'ceph'), fc.boolean());
  const texts = beside.map(([word, topic, isFirst]) => (isFirst ? `${word} ${topic}` : `${topic} ${word}`));
  expect(misread(known)).toEqual([]);
  assertRead(texts);
});

test.each([
  'time table',
  'line up',
  'unstar glimmer',
  'unfavourite lamps',
  'quiet hours glimmer v2',
  'alert glimmer',
])('%s is left to all readers', text => {
  expect(contexts.map(context => readPlainTopic(text, context))).toEqual([undefined, undefined]);
});

test('every phrase that a reader knows is read as all readers read it', () => {
  const phrase = fc
    .constantFrom(...lines.filter(words => words.length > 1))
    .chain(words =>
      fc
        .tuple(fc.nat(words.length - 2), fc.integer({ min: 2, max: 4 }))
        .map(([at, count]) => words.slice(at, at + count).join(' ')),
    );
  assertRead(phrase);
});

test('so are mixtures of known words, slips of them, and words of the programme', () => {
  const words = fc.oneof(
    fc.constantFrom(...known),
    fc.tuple(fc.constantFrom(...known), fc.nat(8)).map(([word, at]) => swapLetters(word, at)),
    fc.constantFrom(
      'Lamps',
      'fog',
      'foghorns',
      'ceph',
      'quay',
      'hall',
      'qauy',
      'glimmer',
      'harbour',
      'cruise',
    ),
  );
  assertRead(fc.array(words, { minLength: 1, maxLength: 6 }).map(all => all.join(' ')));
});

test('so are letters that fold into two, and words that wishes are made of', () => {
  const letters = fc.constantFrom(...'digestalrmyßøþæœđłạếồỹẞÞĳŉ');
  const words = fc.oneof(
    fc.array(letters, { minLength: 3, maxLength: 7 }).map(all => all.join('')),
    fc.constantFrom('digeßt', 'saved', 'alerts', 'alert', 'deleted', 'stars', 'clash', 'free', 'calendar'),
    fc.constantFrom(
      'for',
      'para',
      'mi',
      'remove',
      'delete',
      'news',
      'off',
      'session',
      'my',
      'lamps',
      'take',
      'it',
    ),
  );
  assertRead(fc.array(words, { minLength: 1, maxLength: 4 }).map(all => all.join(' ')));
});

test('so are hostile texts', () => {
  const cuts = hostileLines(60).flatMap(line => [3, 20, 60].map(length => line.slice(0, length).trim()));
  expect(misread(cuts)).toEqual([]);
});

test('a wish that a word may belong to is asked for first', () => {
  const plain = [
    'saved lamps',
    'lamps para ships',
    'alerts',
    'deleted lamps',
    'Þórdís',
    'Trần Bảo Ngân',
    'water',
  ];
  const read = plain.map(text => readPlainTopic(text, sample)?.topic);
  expect(read).toEqual(plain.map(text => (text === 'alerts' ? undefined : text)));
});

function swapLetters(word: string, at: number): string {
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}
