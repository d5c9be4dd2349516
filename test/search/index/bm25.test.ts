import { describe, expect, test } from 'vitest';
import { FieldCounts } from '../../../src/search/index/bm25.ts';
import { ABSTRACT, INSIDE_TITLE, SPEAKERS, TITLE } from '../../../src/search/index/fields.ts';
import { FIELD_WEIGHTS, LENGTH_SHARES, SATURATION } from '../../../src/search/rank/weights.ts';
import { tokenizeTalks } from '../../../src/search/text/tokens.ts';
import { finish } from '../../../src/text/steps.ts';
import { programme, type Sketch } from '../build.ts';

/** Counts the forms of these talks, in the order in which they are given. */
function counting(...sketches: readonly Sketch[]) {
  const { talks } = programme(...sketches);
  const { tokens, vocabulary } = finish(tokenizeTalks(talks));
  const { forms } = vocabulary;
  const counts = new FieldCounts(tokens, Int32Array.from(forms.keys()), forms.length);
  return { counts, numberOf: (form: string) => vocabulary.formNumber(form) ?? -1 };
}

/** BM25 of one field, by the textbook; `length` is that of the field as a share of the average. */
function bm25(count: number, { weight, b, length }: { weight: number; b: number; length: number }): number {
  return (weight * count * (SATURATION + 1)) / (count + SATURATION * (1 - b + b * length));
}

describe('counts', () => {
  const { counts, numberOf } = counting(
    { title: 'Ceph at sea', abstract: 'Ceph and more Ceph', speakers: ['Ana Ceph'] },
    { title: 'CephFS, Tides', abstract: 'Salt and salt.' },
  );

  test('the terms of a talk, each once', () => {
    expect(new Set(counts.count(0))).toEqual(
      new Set(['ceph', 'at', 'sea', 'and', 'more', 'ana'].map(numberOf)),
    );
    expect(counts.count(0)).toHaveLength(6);
  });

  test('in which fields a term is', () => {
    counts.count(0);
    expect(counts.fieldsOf(numberOf('ceph'))).toBe((1 << TITLE) | (1 << SPEAKERS) | (1 << ABSTRACT));
    expect(counts.fieldsOf(numberOf('sea'))).toBe(1 << TITLE);
    expect(counts.fieldsOf(numberOf('tides'))).toBe(0);
  });

  test('a part inside a word of a title by itself', () => {
    counts.count(1);
    expect(counts.fieldsOf(numberOf('ceph'))).toBe(1 << INSIDE_TITLE);
    expect(counts.fieldsOf(numberOf('cephfs'))).toBe(1 << TITLE);
  });

  test('nothing of the talk before', () => {
    const impact = () => {
      counts.count(1);
      return counts.impactOf(numberOf('salt'));
    };
    const before = impact();
    counts.count(0);
    expect([counts.fieldsOf(numberOf('salt')), counts.impactOf(numberOf('salt'))]).toEqual([0, 0]);
    expect(impact()).toBe(before);
  });
});

describe('weighs a term by BM25', () => {
  test('of a title, by its length as a share of the average', () => {
    const { counts, numberOf } = counting(
      { title: 'Ceph' },
      { title: 'Ceph and two ports' },
      { title: 'Tides' },
    );
    const { title: weight } = FIELD_WEIGHTS;
    const { title: b } = LENGTH_SHARES;
    const impacts = [0, 1].map(talk => {
      counts.count(talk);
      return counts.impactOf(numberOf('ceph'));
    });
    expect(impacts[0]).toBeCloseTo(bm25(1, { weight, b, length: 1 / 2 }), 10);
    expect(impacts[1]).toBeCloseTo(bm25(1, { weight, b, length: 4 / 2 }), 10);
  });

  test('summed over fields, each of which saturates by itself', () => {
    const { counts, numberOf } = counting({
      title: 'Ceph',
      abstract: 'Ceph ceph ceph',
      speakers: ['Ceph Lund'],
    });
    counts.count(0);
    const title = bm25(1, { weight: FIELD_WEIGHTS.title, b: LENGTH_SHARES.title, length: 1 });
    const abstract = bm25(3, { weight: FIELD_WEIGHTS.abstract, b: LENGTH_SHARES.abstract, length: 1 });
    const speakers = bm25(1, { weight: FIELD_WEIGHTS.speakers, b: 0, length: 1 });
    expect(counts.impactOf(numberOf('ceph'))).toBeCloseTo(title + abstract + speakers, 10);
  });

  test('with the stem as the term of all its forms', () => {
    const { talks } = programme({ title: 'Cloud', abstract: 'Clouds clouds' });
    const { tokens, vocabulary } = finish(tokenizeTalks(talks));
    const counts = new FieldCounts(tokens, vocabulary.stemOfForm, vocabulary.stems.length);
    expect([...counts.count(0)]).toEqual([0]);
    expect(counts.fieldsOf(0)).toBe((1 << TITLE) | (1 << ABSTRACT));
    const abstract = bm25(2, { weight: FIELD_WEIGHTS.abstract, b: LENGTH_SHARES.abstract, length: 1 });
    const title = bm25(1, { weight: FIELD_WEIGHTS.title, b: LENGTH_SHARES.title, length: 1 });
    expect(counts.impactOf(0)).toBeCloseTo(title + abstract, 10);
  });
});
