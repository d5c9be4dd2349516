import { expect, test } from 'vitest';
import {
  ABSTRACT,
  AFFILIATION,
  FIELDS,
  HEADING,
  INSIDE_TITLE,
  SPEAKERS,
  TITLE,
} from '../../../src/search/index/fields.ts';
import { FIELD_WEIGHTS, LENGTH_SHARES } from '../../../src/search/rank/weights.ts';
import { programme } from '../build.ts';

const { talks } = programme(
  {
    title: 'Ceph',
    abstract: 'At sea.',
    speakers: ['Ana Lund @ Dock Ltd: Ana rows.', 'Bo Holm'],
    track: 'Storage',
  },
  { title: 'Tides' },
);

test('each field has its texts of a talk', () => {
  expect(talks.map(talk => FIELDS.map(field => field.textsOf(talk)))).toEqual([
    [['Ceph'], ['Ana Lund', 'Bo Holm'], ['Storage'], ['At sea.'], ['Ana rows.', ''], [], ['Dock Ltd']],
    [['Tides'], [], [], [''], [], [], []],
  ]);
});

test('fields are at their numbers, with their weights', () => {
  const numbers = {
    title: TITLE,
    speakers: SPEAKERS,
    abstract: ABSTRACT,
    insideTitle: INSIDE_TITLE,
    affiliation: AFFILIATION,
  } as const;
  for (const name of ['title', 'speakers', 'abstract', 'insideTitle', 'affiliation'] as const) {
    const { weight, lengthShare } = FIELDS[numbers[name]] ?? {};
    expect({ weight, lengthShare }).toEqual({
      weight: FIELD_WEIGHTS[name],
      lengthShare: LENGTH_SHARES[name],
    });
  }
  expect(HEADING).toBe((1 << TITLE) | (1 << SPEAKERS));
});
