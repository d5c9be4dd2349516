import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SPEAKERS, TITLE } from '../../../src/search/index/fields.ts';
import { type Index, indexProgramme } from '../../../src/search/index/index-programme.ts';
import {
  codesOf,
  documentFrequency,
  fieldsIn,
  type Postings,
  talkIn,
} from '../../../src/search/index/postings.ts';
import { programme, type Sketch } from '../build.ts';

/** The talks that have a term, each with its fields as bits. */
function postingsOf(postings: Postings, term: number): readonly (readonly [number, number])[] {
  return codesOf(postings, term).map(code => [talkIn(code), fieldsIn(code)]);
}

const formPostings = ({ forms, vocabulary }: Index, form: string) =>
  postingsOf(forms, vocabulary.formNumber(form) ?? -1);

describe('postings', () => {
  const index = indexProgramme(
    programme(
      { title: 'Ceph at sea', abstract: 'Sea salt.', speakers: ['Ana Sea'] },
      { title: 'CephFS', abstract: 'Clouds', track: 'Sea' },
      { title: 'Tides', abstract: 'Cloud', speakers: ['Bo Lund: Bo rows at sea.'] },
    ),
  );
  const numberOf = (title: string) => index.talks.findIndex(talk => talk.title === title);
  const [ceph, cephfs, tides] = ['Ceph at sea', 'CephFS', 'Tides'].map(numberOf);

  test('have each talk of a form once, in order, with the fields that have it', () => {
    const expected = [
      [ceph, (1 << TITLE) | (1 << SPEAKERS) | (1 << 3)],
      [cephfs, 1 << 2],
      [tides, 1 << 4],
    ];
    expect(formPostings(index, 'sea')).toEqual(expected.sort(([a = 0], [b = 0]) => a - b));
  });

  test('tell a part inside a title from a word of it', () => {
    expect(new Map(formPostings(index, 'ceph'))).toEqual(
      new Map([
        [ceph, 1 << TITLE],
        [cephfs, 1 << 5],
      ]),
    );
  });

  test('have all forms of a stem together', () => {
    const stem = index.vocabulary.stemNumber('cloud') ?? -1;
    expect(new Map(postingsOf(index.stems, stem))).toEqual(
      new Map([
        [cephfs, 1 << 3],
        [tides, 1 << 3],
      ]),
    );
    expect(documentFrequency(index.stems, stem)).toBe(2);
  });
});

test('are those that looking through all texts finds, whatever the texts are', () => {
  const text = fc
    .array(fc.constantFrom('ceph', 'sea', 'tides', 'salt', 'the'), { maxLength: 6 })
    .map(words => words.join(' '));
  const sketch: fc.Arbitrary<Sketch> = fc.record({ title: text, abstract: text });
  fc.assert(
    fc.property(fc.array(sketch, { maxLength: 8 }), sketches => {
      const index = indexProgramme(programme(...sketches));
      const { codes, impacts } = index.forms;
      for (const [number, form] of index.vocabulary.forms.entries()) {
        const having = index.talks.flatMap((talk, place) =>
          `${talk.title} ${talk.abstract}`.split(' ').includes(form) ? [place] : [],
        );
        expect(postingsOf(index.forms, number).map(([talk]) => talk)).toEqual(having);
        expect(documentFrequency(index.forms, number)).toBe(having.length);
      }
      expect(impacts).toHaveLength(codes.length);
      expect(impacts.every((impact, place) => place % 2 === 0 || impact > 0)).toBe(true);
    }),
  );
});
