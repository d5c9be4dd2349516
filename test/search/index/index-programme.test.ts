import { describe, expect, test } from 'vitest';
import { indexProgramme } from '../../../src/search/index/index-programme.ts';
import { programme } from '../build.ts';

describe('an index', () => {
  const index = indexProgramme(
    programme(
      { id: 'b', title: 'Tides', speakers: ['Ana Pérez', 'Nora O’Brien'] },
      { id: 'a', title: 'Tides' },
      { id: 'c', title: 'How to be at sea', speakers: ['Ana Lund'] },
      { id: 'd', title: 'To be' },
    ),
  );

  test('numbers talks by title, then id', () => {
    expect(index.talks.map(talk => talk.id)).toEqual(['c', 'a', 'b', 'd']);
  });

  test('keeps titles without stop words, unless they have no others', () => {
    expect(index.titleKeys).toEqual(['sea', 'tides', 'tides', 'to be']);
    expect([...index.titleLengths]).toEqual([1, 1, 1, 2]);
  });

  test('marks the forms that are stop words', () => {
    const marked = index.vocabulary.forms.filter((_, form) => index.isStopWord[form] === 1);
    expect(marked).toEqual(['at', 'be', 'how', 'to']);
  });

  test('finds people by each form of each word of their names', () => {
    const { speakers, lengths, byWord } = index.people;
    const named = (word: string) => (byWord.get(word) ?? []).map(number => speakers[number]?.name).sort();
    expect(['ana', 'perez', 'obrien', 'brien', 'tides'].map(named)).toEqual([
      ['Ana Lund', 'Ana Pérez'],
      ['Ana Pérez'],
      ['Nora O’Brien'],
      ['Nora O’Brien'],
      [],
    ]);
    expect(lengths).toEqual([2, 2, 2]);
  });

  test('of nothing is empty', () => {
    const { talks, vocabulary, tokens, people } = indexProgramme(programme());
    expect([talks, vocabulary.forms, [...tokens.codes], people.speakers]).toEqual([[], [], [], []]);
  });
});
