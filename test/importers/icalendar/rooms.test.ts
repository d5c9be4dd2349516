import { describe, expect, it } from 'vitest';
import { createRoomReader } from '../../../src/importers/icalendar/rooms.ts';

/** The rooms of each location, read together. */
function read(...locations: readonly string[]) {
  return locations.map(createRoomReader(locations));
}

const CITY = ', Harbour City, Harbourland';

describe('the rooms of a calendar', () => {
  it('lose the ending that locations share', () =>
    expect(read(`Quay Hall${CITY}`, `Pier${CITY}`, `Foyer${CITY}`, `Quay Hall${CITY}`)).toEqual([
      ['Quay Hall'],
      ['Pier'],
      ['Foyer'],
      ['Quay Hall'],
    ]));

  it('keep an ending that only two rooms share', () =>
    expect(read(`Quay Hall${CITY}`, `Pier${CITY}`, `Pier${CITY}`)).toEqual([
      [`Quay Hall${CITY}`],
      [`Pier${CITY}`],
      [`Pier${CITY}`],
    ]));

  it('lose an ending that four of five locations share', () => {
    const four = ['Quay Hall', 'Pier', 'Foyer', 'Mole'];
    const shared = four.map(room => `${room}, Harbour City`);
    expect(read(...shared, 'Online')).toEqual([...four.map(room => [room]), ['Online']]);
    expect(read(...shared, 'Online', 'Elsewhere')).toEqual(
      [...shared, 'Online', 'Elsewhere'].map(room => [room]),
    );
  });

  it('are never empty, even if one of them is the ending', () =>
    expect(read('Quay Hall, Dock', 'Pier, Dock', 'Foyer, Dock', 'Mole, Dock', 'Dock')).toEqual([
      ['Quay Hall'],
      ['Pier'],
      ['Foyer'],
      ['Mole'],
      ['Dock'],
    ]));

  it('are several if each stands alone elsewhere', () =>
    expect(read('Quay Hall', 'Pier', 'Quay Hall, Pier', 'Pier, Pier', 'Quay Hall, Mole')).toEqual([
      ['Quay Hall'],
      ['Pier'],
      ['Quay Hall', 'Pier'],
      ['Pier'],
      ['Quay Hall, Mole'],
    ]));

  it('are none in an empty location', () => expect(read('', ' , ', 'Pier')).toEqual([[], [], ['Pier']]));
});
