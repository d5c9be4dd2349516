import fc from 'fast-check';
import { expect, test } from 'vitest';
import { find } from '../../src/search/find.ts';
import { indexProgramme } from '../../src/search/index/index-programme.ts';
import { highlight } from '../../src/search/summary/highlight.ts';
import { summarise } from '../../src/search/summary/summarise.ts';
import { STOP_WORDS } from '../../src/search/text/stop-words.ts';
import { cases } from '../support/cases.ts';
import { codePoint } from '../support/code-point.ts';
import { programme, type Sketch, slot } from './build.ts';

const WORDS = [
  'ceph',
  'storage',
  'store',
  'open',
  'OpenStack',
  'network',
  'SR-IOV',
  'the',
  'größe',
  'сеть',
  '東京で',
  'เครือข่าย',
];

const someWords = fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }).map(words => words.join(' '));

const sketch: fc.Arbitrary<Sketch> = fc.record({
  title: someWords,
  abstract: someWords,
  speakers: fc.array(fc.constantFrom('Ana Pérez', 'Stefano Maffulli: He likes ceph.', 'Ana Open'), {
    maxLength: 2,
  }),
  track: fc.constantFrom('Storage', 'Networking'),
  slots: fc.constantFrom([], [slot('2027-05-11T09:00', 'Quay')], [slot('2027-05-12T09:00', 'Hall')]),
});

const sketches = fc.array(sketch, { maxLength: 12 });

/** What people type, what they paste, and what nobody would. */
const query = fc.oneof(
  someWords,
  fc.string(),
  fc.string({ unit: codePoint }),
  fc
    .array(
      fc.constantFrom(
        ...WORDS,
        '"',
        '“',
        '-',
        ':',
        'track:',
        'day:today',
        'speaker:"',
        ',',
        '-"',
        'day:',
        'x:y',
      ),
      { maxLength: 12 },
    )
    .map(parts => parts.join('')),
);

const idsOf = (talks: readonly Sketch[], text: string) =>
  find(indexProgramme(programme(...talks)), text, { today: '2027-05-11' }).talks.map(talk => talk.id);

const large = indexProgramme(
  programme(
    ...fc.sample(sketch, { numRuns: cases(60), seed: 7 }),
    ...fc
      .sample(fc.lorem({ maxCount: 30 }), { numRuns: cases(60), seed: 7 })
      .map((abstract, place) => ({ title: `Talk ${place}`, abstract })),
  ),
);

/** Whether a talk has a word of the query as it was typed, so that nothing had to be guessed. */
const hasWordOf = (text: string, { title, abstract = '', speakers = [] }: Sketch) => {
  const words = [title, abstract, ...speakers]
    .join(' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}-]+/u);
  return text
    .toLowerCase()
    .split(' ')
    .some(word => word !== '' && !STOP_WORDS.has(word) && words.includes(word));
};

test('adding a talk never loses another that has a word of the query', () => {
  fc.assert(
    fc.property(sketches, sketch, someWords, (talks, more, text) => {
      const before = idsOf(talks, text).filter(id => hasWordOf(text, talks[Number(id.slice(1))] ?? more));
      const after = new Set(idsOf([...talks, more], text));
      expect(before.filter(id => !after.has(id))).toEqual([]);
    }),
    { numRuns: cases(1000) },
  );
});

test('scores are finite and fall, and the same query has the same order', () => {
  fc.assert(
    fc.property(sketches, query, (talks, text) => {
      const index = indexProgramme(programme(...talks));
      const { talks: found, scores } = find(index, text);
      expect(scores).toHaveLength(found.length);
      expect(scores.every(Number.isFinite)).toBe(true);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      expect(find(index, text).talks).toEqual(find(index, text).talks);
      expect(find(indexProgramme(programme(...talks)), text).talks).toEqual(find(index, text).talks);
    }),
  );
});

test('the answer with a filter is a part of the answer without', () => {
  fc.assert(
    fc.property(
      sketches,
      someWords,
      fc.constantFrom('track:storage', 'day:2027-05-11', 'room:quay', 'speaker:ana', '-ceph'),
      (talks, text, filter) => {
        fc.pre(text !== '');
        const all = new Set(idsOf(talks, text));
        expect(idsOf(talks, `${filter} ${text}`).filter(id => !all.has(id))).toEqual([]);
      },
    ),
  );
});

test('any text is a query', () => {
  fc.assert(
    fc.property(query, text => {
      const { talks, words } = find(large, text);
      const shown = talks[0]?.abstract ?? text;
      expect(
        highlight(shown, words)
          .map(piece => piece.text)
          .join(''),
      ).toBe(shown);
      expect(summarise(shown, { words, length: 120 }).length).toBeLessThanOrEqual(120);
    }),
    { numRuns: cases(10_000) },
  );
});

test('marks join to the text, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: codePoint }), query, (text, asked) => {
      const pieces = highlight(text, find(large, asked).words);
      expect(pieces.map(piece => piece.text).join('')).toBe(text);
      expect(
        pieces.every((piece, place) => piece.text !== '' && piece.strong !== pieces[place + 1]?.strong),
      ).toBe(true);
    }),
  );
});

test('the work of a query is bounded, whatever its text', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
  const unit = fc.constantFrom(
    ...WORDS,
    ...letters,
    'stroage',
    'ntework',
    'opnestack',
    'xyzzy',
    'a-b-c',
    '漢字',
    'ß',
  );
  const hostile = fc.oneof(
    fc.array(unit, { minLength: 1, maxLength: 400 }).map(parts => parts.join(' ')),
    fc.tuple(unit, fc.nat(3000)).map(([word, times]) => word.repeat(times)),
    fc.tuple(unit, fc.nat(3000)).map(([word, times]) => `${word} `.repeat(times)),
    fc.constantFrom(...WORDS).map(word => Array.from(word, (_, end) => word.slice(0, end + 1)).join(' ')),
    fc.string({ unit: codePoint, maxLength: 300 }),
  );
  // Each of at most 32 words walks through no more than its own lists, those of its family and of its corrections.
  const postingsMax = 32 * large.forms.codes.length;
  const comparisonsMax = 32 * 2 * large.vocabulary.forms.length;
  fc.assert(
    fc.property(hostile, text => {
      const work = { postings: 0, comparisons: 0 };
      find(large, text, { work });
      expect(work.postings).toBeLessThanOrEqual(postingsMax);
      expect(work.comparisons).toBeLessThanOrEqual(comparisonsMax);
    }),
    { numRuns: cases(10_000) },
  );
});

test('a query of 100 kB costs what its beginning does', () => {
  for (const text of ['ceph ', 'x', 'stroage-', '漢', '"a" ', '-b ', 'track:x ', '\u0301', '-"'].map(part =>
    part.repeat(100_000 / part.length),
  )) {
    const whole = { postings: 0, comparisons: 0 };
    const beginning = { postings: 0, comparisons: 0 };
    find(large, text, { work: whole });
    find(large, text.slice(0, 1000), { work: beginning });
    expect(whole).toEqual(beginning);
  }
});
