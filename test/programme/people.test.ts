import { describe, expect, it } from 'vitest';
import type { DraftSpeaker } from '../../src/programme/draft.ts';
import { peopleList, peopleOf } from '../../src/programme/people.ts';

describe('people', () => {
  it('are one speaker a name, with the longest bio', () => {
    const people = peopleOf([
      { name: 'Zoë Krämer', bio: 'Sails.' },
      { name: 'ZOE KRAMER', bio: 'Sails and writes.' },
    ]);
    expect(people.all([{ name: 'zoe kramer', bio: '' }])).toEqual([
      { id: 'zoe-kramer', name: 'Zoë Krämer', bio: 'Sails and writes.' },
    ]);
  });
});

describe('a list of people', () => {
  const LISTED: readonly DraftSpeaker[] = [
    { id: 'A1', name: 'Ada Lund', bio: 'Ada keeps storage afloat.' },
    { id: 'B1', name: 'Bo Ek', bio: 'Bo runs ferries.' },
    { id: 'B2', name: 'Bo Ek', bio: 'Bo paints.' },
    { name: 'Cy Oh', bio: 'Cy rows.' },
    { id: 'D1', name: '', bio: 'Nobody knows.' },
  ];

  function check(mention: DraftSpeaker, expected: DraftSpeaker | undefined): void {
    expect(peopleList(LISTED).complete(mention)).toEqual(expected);
  }

  it.each<[string, DraftSpeaker, DraftSpeaker | undefined]>([
    [
      'adds the bio by id',
      { id: 'A1', name: 'A. Lund', bio: '' },
      { id: 'A1', name: 'A. Lund', bio: 'Ada keeps storage afloat.' },
    ],
    [
      'adds the name by id',
      { id: 'A1', name: '', bio: '' },
      { id: 'A1', name: 'Ada Lund', bio: 'Ada keeps storage afloat.' },
    ],
    [
      'adds the bio by name',
      { name: 'ADA LUND', bio: '' },
      { name: 'ADA LUND', bio: 'Ada keeps storage afloat.' },
    ],
    [
      'adds the bio by name where the ids are of two systems',
      { id: '17', name: 'Ada Lund', bio: '' },
      { id: '17', name: 'Ada Lund', bio: 'Ada keeps storage afloat.' },
    ],
    [
      'adds the bio of who has no id',
      { id: '18', name: 'Cy Oh', bio: '' },
      { id: '18', name: 'Cy Oh', bio: 'Cy rows.' },
    ],
    [
      'keeps the longer bio',
      { id: 'B2', name: 'Bo Ek', bio: 'Bo paints and sings.' },
      { id: 'B2', name: 'Bo Ek', bio: 'Bo paints and sings.' },
    ],
    [
      'tells two of one name apart by id',
      { id: 'B2', name: 'Bo Ek', bio: '' },
      { id: 'B2', name: 'Bo Ek', bio: 'Bo paints.' },
    ],
    [
      'gives nobody the bio of one of two who are called alike',
      { name: 'Bo Ek', bio: '' },
      { name: 'Bo Ek', bio: '' },
    ],
    ['leaves who is on no list', { name: 'Eve Roe', bio: 'Eve.' }, { name: 'Eve Roe', bio: 'Eve.' }],
    ['names nobody whom nothing names', { id: 'X9', name: '', bio: '' }, undefined],
    ['names nobody whom the list does not name', { id: 'D1', name: '', bio: '' }, undefined],
    ['takes no id for a name of an object', { id: '__proto__', name: '', bio: '' }, undefined],
  ])('%s', (_, mention, expected) => check(mention, expected));
});
