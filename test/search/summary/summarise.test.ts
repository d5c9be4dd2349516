import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { summarise } from '../../../src/search/summary/summarise.ts';
import { codePoint } from '../../support/code-point.ts';
import { queryWords } from '../../support/query-words.ts';

const asked = (...words: readonly string[]) =>
  queryWords(word => (words.includes(word.toLowerCase()) ? 1 : 0));

const ABSTRACT =
  'Have you ever lost a ship? The harbour has grown for a hundred years. In this session we show how to find one again. Bring a lamp. Ceph keeps the charts.';

describe('a summary', () => {
  test.each([
    [
      'says what a talk is about, where nothing was asked',
      undefined,
      60,
      'In this session we show how to find one again.',
    ],
    ['says what was asked for', asked('charts'), 60, 'Ceph keeps the charts.'],
    [
      'has room for a second sentence, in the order of the text',
      asked('charts'),
      120,
      'In this session we show how to find one again. … Ceph keeps the charts.',
    ],
    ['is cut between words', undefined, 30, 'In this session we show how…'],
    ['is cut around what was asked for', asked('again'), 30, '…show how to find one again.'],
  ])('%s', (_name, words, length, summary) => {
    expect(summarise(ABSTRACT, words === undefined ? { length } : { words, length })).toBe(summary);
  });

  test.each([
    ['', ''],
    ['   \n ', ''],
    ['One.', 'One.'],
    [
      'Dr. Lund shows how a pilot of the harbour knows each buoy.',
      'Dr. Lund shows how a pilot of the harbour knows each buoy.',
    ],
    [
      'A heading\nThis talk is about the tides of the northern sea.',
      'This talk is about the tides of the northern sea.',
    ],
    ['How to wire.\nhttps://example.org/a?b=c!d=Join+us+in+this+talk', 'How to wire.'],
    ['Slides: https://example.org/a\nHow to wire.', 'How to wire.'],
    ['https://example.org/ceph', 'https://example.org/ceph'],
  ])('of %j is %j', (text, summary) => {
    expect(summarise(text, { length: 200 })).toBe(summary);
  });

  test.each([
    ['Stürme gibt es immer. In diesem Vortrag zeigen wir, wie ein Leuchtturm ohne Wärter auskommt.', 1],
    ['Les ports grandissent. Vous découvrirez comment un phare fonctionne sans gardien.', 1],
    ['El mar está agitado hoy. En esta charla veremos cómo un faro funciona sin farero.', 1],
    ['O mar está agitado hoje. Nesta palestra vamos ver como um farol funciona sozinho.', 1],
    ['Il mare è mosso oggi. In questo talk vedremo come un faro funziona senza guardiano.', 1],
    ['The night watch leads the crew and now is a professor of knots. The harbour sleeps.', 0],
    ['Everything about lighthouses and ferries\nA lamp burns all night long in the tower.', 1],
    ['The past few years were hard on lighthouses. A lamp still burns in the tower of ours.', 1],
  ])('of a talk is what it is about: %s', (text, place) => {
    const sentences = text.split(/(?<=[.]) |\n/);
    expect(summarise(text, { length: Math.max(...sentences.map(({ length }) => length)) })).toBe(
      sentences[place],
    );
  });

  test('of a bio says who the person is now', () => {
    const bio =
      'In 2009 Ada graduated from a school of navigation. Ada is the pilot of a ferry line in Bergen. In her spare time she enjoys knots and very long walks.';
    expect(summarise(bio, { subject: 'person', length: 60 })).toBe(
      'Ada is the pilot of a ferry line in Bergen.',
    );
  });

  test('is never longer than asked, and is of the text', () => {
    fc.assert(
      fc.property(
        fc.lorem({ mode: 'sentences', maxCount: 8 }),
        fc.integer({ min: 1, max: 200 }),
        (text, length) => {
          const summary = summarise(text, { words: asked('sit', 'amet'), length });
          expect(summary.length).toBeLessThanOrEqual(length);
          for (const piece of summary.split(/ ?… ?/)) expect(text).toContain(piece);
        },
      ),
    );
  });

  test('of any text throws nothing and keeps to its length', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: codePoint, maxLength: 500 }),
        fc.integer({ min: 1, max: 200 }),
        (text, length) => {
          expect(summarise(text, { length }).length).toBeLessThanOrEqual(length);
        },
      ),
    );
  });
});
