import { expect, test } from 'vitest';
import { find } from '../../src/search/find.ts';
import { indexProgramme } from '../../src/search/index-programme.ts';
import { programme } from './build.ts';

const index = indexProgramme(
  programme(
    { title: 'Growing a Ceph cluster', abstract: 'Disks fail, and nobody is paged.' },
    {
      title: 'Networks at night',
      abstract: 'What a Ceph team learned of switches.',
      speakers: ['Ana Pérez'],
    },
    { title: 'Sourdough for operators', speakers: ['Jon Ceph Smith: He bakes.'] },
  ),
);

function check(query: string, ids: readonly string[]) {
  expect(find(index, query).talks.map(match => match.talk.id)).toEqual(ids);
}

test('finds a talk by a word of its title', () => check('sourdough', ['t2']));
test('finds a talk by the other form of a word', () => check('operating sourdough', ['t2']));
test('finds a talk by a word with a slip of the finger', () => check('sourdogh', ['t2']));
test('finds a talk by a speaker without accents', () => check('perez', ['t1']));
test('finds nothing for nothing', () => check('', []));
