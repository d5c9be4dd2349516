import { describe, expect, it } from 'vitest';
import { acronymOf, createNumbering, numberOf, slugOf, versionOf } from '../../src/exporters/ids.ts';
import { programme, talk } from '../support/conference.ts';

it.each([
  ['Ceph at sea: a ferry’s story', 'ceph-at-sea-a-ferry-s-story'],
  ['Überfahrt & Łódź', 'uberfahrt-lodz'],
  ['東京', ''],
  ['!?', ''],
])('makes the slug %j -> %j', (text, slug) => expect(slugOf(text)).toBe(slug));

it.each([
  ['Harbour Days 2027', 'harbour_days_2027'],
  ['X', 'x_conference'],
  ['東京', 'conference'],
  [undefined, 'conference'],
])('makes the acronym of %j', (name, acronym) => expect(acronymOf(name)).toBe(acronym));

it.each([
  ['7', 7],
  ['007', undefined],
  ['0', undefined],
  ['9'.repeat(16), undefined],
  ['storage/ceph', undefined],
])('finds the number in the id %j', (id, number) => expect(numberOf(talk({ id }))).toBe(number));

it('gives no number twice, and none that is taken', () => {
  const first = createNumbering([])('a');
  expect(createNumbering([])('a')).toBe(first);
  const number = createNumbering([first]);
  expect([number('a'), number('a')]).toEqual([first + 1, first + 2]);
});

describe('a version', () => {
  it('differs when a talk does', () => {
    expect(versionOf(programme())).toBe(versionOf(programme()));
    expect(versionOf(programme())).not.toBe(versionOf(programme([talk({ title: 'Rust' })])));
  });
});
