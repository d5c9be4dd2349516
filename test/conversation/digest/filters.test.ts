import { describe, expect, test } from 'vitest';
import { type Chosen, chosenIn, withChosen } from '../../../src/conversation/digest/filters.ts';
import { programme, talk } from '../../support/conference.ts';

const of = programme(
  ['Cloud', 'Cloud Models', 'People', ' '].map((track, index) =>
    talk({
      id: track,
      track,
      slots: [
        {
          start: '2027-05-11T09:00:00+02:00',
          end: undefined,
          rooms: [`Hall ${index + 1}`, ''],
          day: '2027-05-11',
        },
      ],
    }),
  ),
);

describe('what is chosen', () => {
  test.each<[string, Chosen]>([
    ['', { tracks: [], rooms: [] }],
    ['lang:en', { tracks: [], rooms: [] }],
    ['track:people', { tracks: ['People'], rooms: [] }],
    ['track:cloud', { tracks: ['Cloud', 'Cloud Models'], rooms: [] }],
    ['-track:people', { tracks: ['Cloud', 'Cloud Models'], rooms: [] }],
    ['room:"Hall 1",2', { tracks: [], rooms: ['Hall 1', 'Hall 2'] }],
  ])('by %j', (filters, chosen) => {
    expect(chosenIn(filters, of)).toEqual(chosen);
  });
});

describe('another choice', () => {
  test.each<[string, Chosen, string]>([
    ['', { tracks: ['People'], rooms: ['Hall 1'] }, 'track:People room:"Hall 1"'],
    ['lang:en track:people', { tracks: ['Cloud'], rooms: [] }, 'lang:en track:Cloud -track:"Cloud Models"'],
    ['track:people', { tracks: [], rooms: [] }, ''],
    ['track:people', { tracks: ['Cloud', 'Cloud Models', 'People'], rooms: [] }, ''],
    ['-track:people lang:en', { tracks: ['Cloud', 'Cloud Models'], rooms: [] }, '-track:people lang:en'],
  ])('after %j', (before, chosen, after) => {
    expect(withChosen(before, chosen, of)).toBe(after);
    if (after !== '') expect(chosenIn(after, of)).toEqual(chosen);
  });
});
