import { describe, expect, test } from 'vitest';
import { type Facts, factsLine, speakerNames } from '../../../src/slack/views/facts-line.ts';
import { countLines } from '../../../src/slack/views/phone-lines.ts';
import { speaker } from '../../support/conference.ts';

function line(names: readonly string[], place: string, given: Partial<Facts> = {}): string {
  return factsLine({
    speakers: names.map(name => speaker({ id: name, name })),
    time: 'Tue 09:00–09:40',
    shortTime: 'Tue 09:00',
    place,
    names: 'first',
    ...given,
  });
}

describe('the facts of a talk are one line', () => {
  test.each([
    [['Ada Lund'], 'Quay Hall', 'Ada Lund · Tue 09:00–09:40 · Quay Hall'],
    [['Ada Lund', 'Bo Berg'], 'Quay Hall', 'Ada Lund, Bo Berg · Tue 09:00 · Quay Hall'],
    [['Ada Lund', 'Bo Berg', 'Cy Dorn'], 'Quay Hall', 'Ada Lund +2 · Tue 09:00 · Quay Hall'],
    [['Olena van der Meer'], 'Lighthouse Room', 'O. van der Meer · Tue 09:00 · Lighthouse…'],
    [['Ada Lund'], '', 'Ada Lund · Tue 09:00–09:40'],
    [[], 'Quay Hall', 'Tue 09:00–09:40 · Quay Hall'],
  ])('%j in %s', (names, place, expected) => {
    expect(line(names, place)).toBe(expected);
    expect(countLines(expected)).toBe(1);
  });

  test('with the time first', () => {
    expect(line(['Ada Lund'], 'Quay Hall', { names: 'last' })).toBe('Tue 09:00–09:40 · Quay Hall · Ada Lund');
  });

  test('however long a name or a room is', () => {
    const shown = line(['n'.repeat(300)], 'r'.repeat(300));
    expect(countLines(shown)).toBe(1);
    expect(shown).toContain('Tue 09:00');
  });
});

test.each([
  [0, ''],
  [1, 'P0'],
  [3, 'P0, P1, P2'],
  [4, 'P0, P1 and 2 more'],
  [30, 'P0, P1 and 28 more'],
])('%i speakers', (count, names) => {
  const speakers = Array.from({ length: count }, (_, index) =>
    speaker({ id: `${index}`, name: `P${index}` }),
  );
  expect(speakerNames(speakers)).toBe(names);
});
