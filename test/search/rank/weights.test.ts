import { describe, expect, test } from 'vitest';
import { find } from '../../../src/search/find.ts';
import { indexProgramme } from '../../../src/search/index/index-programme.ts';
import { programme, type Sketch } from '../build.ts';

/** Talks that have nothing of the queries, so that words are as rare as at a conference. */
const OTHERS: readonly Sketch[] = Array.from({ length: 16 }, (_, number) => ({
  title: `Quiet harbour ${number}`,
  abstract: 'Nothing happens here, and then some more of it.',
  speakers: ['Nils Holm: Nils rows.'],
  track: 'Calm',
}));

const answer = (query: string, talks: readonly Sketch[]) =>
  find(indexProgramme(programme(...talks, ...OTHERS)), query);

/** The talks found, best first, each with its score as a multiple of the last one's. */
function multiples(query: string, talks: readonly Sketch[]): string {
  const { talks: found, scores } = answer(query, talks);
  const last = scores.at(-1) ?? 1;
  return found.map(({ id }, place) => `${id} ${((scores[place] ?? 0) / last).toFixed(2)}`).join(', ');
}

const inTitle = (id: string, title: string): Sketch => ({ id, title });
const inAbstract = (id: string, abstract: string): Sketch => ({ id, title: 'Knots for crews', abstract });
const LONG = 'and a lot of other things that are said about ships and knots and crews in harbours';

/**
 * No weight has a meaning of its own; all of them together have. Who changes one for good reason (see judged.test.ts for
 * what that does to answers) puts the new multiples here.
 */
describe('a word counts', () => {
  test.each<[string, string, readonly Sketch[], string]>([
    [
      'by the text that has it',
      'ceph',
      [
        inTitle('title', 'Ceph for crews'),
        { id: 'name', title: 'Knots for crews', speakers: ['Ceph Holm'] },
        { id: 'track', title: 'Knots for crews', track: 'Ceph' },
        inAbstract('abstract', 'About Ceph here.'),
        { id: 'bio', title: 'Knots for crews', speakers: ['Nils Holm: Ceph again.'] },
        { id: 'affiliation', title: 'Knots for crews', speakers: ['Nils Holm @ Head of Ceph'] },
        inTitle('inside', 'CephFS for crews'),
      ],
      'title 39.41, name 23.43, inside 15.62, track 3.35, abstract 2.70, affiliation 1.12, bio 1.00',
    ],
    [
      'more in a short title than in a long one',
      'ceph',
      [inTitle('short', 'Ceph for crews'), inTitle('long', 'Ceph for the crews of six old ships')],
      'short 1.72, long 1.00',
    ],
    [
      'more in a short abstract than in a long one',
      'ceph',
      [inAbstract('short', 'Ceph.'), inAbstract('long', `Ceph ${LONG}.`)],
      'short 1.87, long 1.00',
    ],
    [
      'more in a short bio than in a long one',
      'ceph',
      ['Ceph.', `Ceph ${LONG}.`].map((bio, place) => ({
        id: ['short', 'long'][place] ?? '',
        title: 'Knots',
        speakers: [`Nils Holm: ${bio}`],
      })),
      'short 3.49, long 1.00',
    ],
    [
      'as much as a name among many as alone',
      'ceph',
      [
        { id: 'alone', title: 'Knots', speakers: ['Ceph Holm'] },
        { id: 'among', title: 'Knots', speakers: ['Ceph Holm', 'Nils Holm', 'Ada Lund', 'Eva Berg'] },
      ],
      'alone 1.00, among 1.00',
    ],
    [
      'as much in a long name of a track as in a short one',
      'ceph',
      [
        { id: 'long', title: 'Knots', track: `Ceph ${LONG}` },
        { id: 'short', title: 'Knots', track: 'Ceph' },
      ],
      'long 1.00, short 1.00',
    ],
    [
      'as a part of a word, hardly less in a long title',
      'ceph',
      [inTitle('short', 'CephFS for crews'), inTitle('long', 'CephFS for the crews of six old ships')],
      'short 1.14, long 1.00',
    ],
    [
      'little more where it is said five times',
      'ceph',
      [
        inAbstract('once', 'Ceph and six of its crews'),
        inAbstract('often', 'Ceph ceph ceph ceph ceph crews'),
      ],
      'often 1.65, once 1.00',
    ],
    [
      'as it was typed, and in another form',
      'clouds',
      [
        inTitle('typed', 'Clouds for crews'),
        inTitle('form', 'Cloud for crews'),
        inAbstract('abstract', 'Clouds.'),
      ],
      'typed 12.52, form 5.39, abstract 1.00',
    ],
    [
      'less as another of its family',
      'storing',
      [inTitle('typed', 'Storing for crews'), inTitle('kin', 'Storage for crews')],
      'typed 9.03, kin 1.00',
    ],
    [
      'less where it is written out',
      'k8s',
      [inTitle('short', 'K8s for crews'), inTitle('long', 'Kubernetes for crews')],
      'short 4.02, long 1.00',
    ],
    [
      'less where it had to be mended',
      'cehp tides',
      [inTitle('mended', 'Ceph for crews'), inTitle('typed', 'Tides for crews')],
      'typed 4.44, mended 1.00',
    ],
    [
      'less where another form of it was meant, or else a word that is spelt so',
      'sails',
      [inTitle('form', 'Sailing for crews'), inTitle('slip', 'Snails for crews')],
      'form 1.03, slip 1.00',
    ],
    [
      'less the more letters had to be mended',
      'lanternimg',
      [
        inTitle('one', 'Lanterning for crews'),
        inTitle('two', 'Lanternums for crews'),
        inAbstract('abstract', 'Lanterning.'),
      ],
      'one 12.52, two 2.12, abstract 1.00',
    ],
    [
      'less while it is still being typed',
      'tides ce',
      [inTitle('begun', 'Ceph for crews'), inTitle('typed', 'Tides for crews')],
      'typed 2.50, begun 1.00',
    ],
    [
      'less while it is still being typed the more talks have a word that begins so',
      'net',
      [
        inTitle('typed', 'Net for crews'),
        ...['a', 'b', 'c'].map(id => inTitle(id, 'Networks for crews')),
        inAbstract('abstract', 'Net.'),
      ],
      'typed 12.60, a 3.21, b 3.21, c 3.21, abstract 1.00',
    ],
    [
      'no more while it is still being typed though few talks have a word that begins so',
      'tides',
      [
        inTitle('begun', 'Tidesmen for crews'),
        ...['a', 'b', 'c'].map(id => inTitle(id, 'Tide for crews')),
        inAbstract('abstract', 'Tide.'),
      ],
      'a 9.05, b 9.05, c 9.05, begun 8.40, abstract 1.00',
    ],
    [
      'less with an ending of its family, and not at all where it goes on otherwise',
      'port -sails',
      [
        inTitle('typed', 'Port for crews'),
        inTitle('kin', 'Portable for crews'),
        inTitle('not', 'Portland for crews'),
      ],
      'typed 12.30, kin 1.00',
    ],
    [
      'little where it is the slip of a word that hardly a text has',
      'parts',
      [inAbstract('typed', 'Parts.'), inTitle('meant', 'Ports for crews')],
      'typed 3.80, meant 1.00',
    ],
    [
      'more the rarer it is, but in a name not by as much',
      'ceph tides',
      [
        inTitle('rare', 'Ceph for crews'),
        ...['a', 'b', 'c', 'd'].map(id => inTitle(id, 'Tides for crews')),
        inAbstract('rare abstract', 'Ceph.'),
        inAbstract('abstract', 'Tides.'),
      ],
      'rare 11.52, a 4.59, b 4.59, c 4.59, d 4.59, rare abstract 2.36, abstract 1.00',
    ],
  ])('%s', (_how, query, talks, expected) => {
    expect(multiples(query, talks)).toBe(expected);
  });
});

describe('of several words, a talk counts', () => {
  test.each<[string, string, readonly Sketch[], string]>([
    [
      'by how many are in its title',
      'ceph tides',
      [
        inTitle('all', 'Ceph at all tides for crews'),
        { id: 'one', title: 'Ceph for all crews', abstract: 'Tides.' },
        inAbstract('none', 'Ceph and its tides.'),
        inAbstract('half', 'Ceph.'),
      ],
      'all 101.34, one 12.49, none 3.96, half 1.00',
    ],
    [
      'more where they are most of its title',
      'ceph tides',
      [
        inTitle('short', 'Ceph, tides, crews'),
        inTitle('middle', 'Ceph for good old crews, tides, knots'),
        inTitle('long', 'Ceph for good old crews, tides and a dozen ropes knots sails'),
      ],
      'short 4.65, middle 1.40, long 1.00',
    ],
    [
      'more where they stand together in its title',
      'ceph tides storms',
      [
        inTitle('all', 'Ropes and Ceph of tides, storms'),
        inTitle('two', 'Ceph, tides and ropes of storms'),
        inTitle('none', 'Ceph and ropes of tides, knots of storms'),
      ],
      'all 2.55, two 1.91, none 1.00',
    ],
    [
      'as together what is put together in one word',
      'sr iov',
      [inTitle('one', 'SR-IOV, knots of rope-crews'), inTitle('two', 'SR-ropes, knots of IOV-crews')],
      'one 2.00, two 1.00',
    ],
    [
      'by the surest of what its title has of a word',
      'storing tides',
      [
        inTitle('both', 'Storing storage, all tides'),
        inTitle('typed', 'Storing ropes, all tides'),
        inTitle('kin', 'Storage ropes, all tides'),
      ],
      'typed 2.40, both 2.40, kin 1.00',
    ],
    [
      'much more where it is called just so',
      'ceph tides',
      [inTitle('same', 'Ceph tides'), inTitle('longer', 'Ropes: Ceph tides')],
      'same 8.67, longer 1.00',
    ],
    [
      'less where one is there in another form',
      'clouds tides',
      [
        inTitle('typed', 'Clouds at all tides for crews'),
        inTitle('form', 'Cloud at all tides for crews'),
        { id: 'abstract', title: 'Tides for all crews', abstract: 'Clouds.' },
      ],
      'typed 7.77, form 5.17, abstract 1.00',
    ],
    [
      'less where another of its family is there',
      'storing tides',
      [
        inTitle('typed', 'Storing at all tides for crews'),
        inTitle('kin', 'Storage at all tides for crews'),
        { id: 'abstract', title: 'Tides for all crews', abstract: 'Storing.' },
      ],
      'typed 8.27, kin 1.72, abstract 1.00',
    ],
    [
      'less where one is written out',
      'k8s tides',
      [
        inTitle('short', 'K8s at all tides for crews'),
        inTitle('long', 'Kubernetes at all tides for crews'),
        { id: 'abstract', title: 'Tides for all crews', abstract: 'K8s.' },
      ],
      'short 8.27, long 2.10, abstract 1.00',
    ],
    [
      'as all of them where one had to be mended',
      'cehp tides',
      [
        inTitle('mended', 'Ceph at all tides for crews'),
        { id: 'abstract', title: 'Tides for all crews', abstract: 'Ceph.' },
      ],
      'mended 5.75, abstract 1.00',
    ],
    [
      'as all of them where one is misspelt that has another form',
      'sails tides',
      [
        inTitle('form', 'Sailing at all tides for crews'),
        inTitle('slip', 'Snails at all tides for crews'),
        { id: 'abstract', title: 'Tides for all crews', abstract: 'Sailing.' },
      ],
      'form 5.97, slip 3.15, abstract 1.00',
    ],
    [
      'less the more letters had to be mended in one',
      'lanternimg tides',
      [
        inTitle('one', 'Lanterning at all tides for crews'),
        inTitle('two', 'Lanternums at all tides for crews'),
        { id: 'abstract', title: 'Tides for all crews', abstract: 'Lanterning.' },
      ],
      'one 6.35, two 1.12, abstract 1.00',
    ],
    [
      'as all of them where one is still being typed',
      'tides ce',
      [
        inTitle('begun', 'Ceph at all tides for crews'),
        { id: 'abstract', title: 'Tides for all crews', abstract: 'Ceph.' },
      ],
      'begun 3.13, abstract 1.00',
    ],
    [
      'a little where one may be the slip of a word that hardly a text has',
      'parts tides',
      [
        { id: 'typed', title: 'Tides for all crews', abstract: 'Parts.' },
        inTitle('meant', 'Ports at all tides for crews'),
        inTitle('half', 'Tides for all crews'),
      ],
      'typed 3.60, meant 2.64, half 1.00',
    ],
  ])('%s', (_how, query, talks, expected) => {
    expect(multiples(query, talks)).toBe(expected);
  });
});
