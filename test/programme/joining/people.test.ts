import { describe, expect, it } from 'vitest';
import { indexSpeakers } from '../../../src/programme/joining/people.ts';

describe('people', () => {
  it('are one speaker a name, with the longest bio', () => {
    const people = indexSpeakers([
      { name: 'Zoë Krämer', bio: 'Sails.' },
      { name: 'ZOE KRAMER', bio: 'Sails and writes.' },
    ]);
    expect(people.all([{ name: 'zoe kramer', bio: '' }])).toEqual([
      { id: 'zoe-kramer', name: 'Zoë Krämer', bio: 'Sails and writes.' },
    ]);
  });
});
