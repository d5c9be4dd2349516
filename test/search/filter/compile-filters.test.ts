import { describe, expect, test } from 'vitest';
import { compileFilters } from '../../../src/search/filter/compile-filters.ts';
import { parseQuery } from '../../../src/search/query/parse-query.ts';
import { programme, slot } from '../build.ts';

const conference = programme(
  {
    id: 'a',
    title: 'Tides',
    track: 'Data stores',
    level: 'Beginner',
    languages: ['en'],
    speakers: ['Ana Pérez @ Head of Masts, Dock & Tar Ltd', 'Bo "Knots" Lund: Bo left Quay Cloud.'],
    slots: [slot('2027-05-11T09:00', 'Hall 1'), slot('2027-05-12T09:00', 'Hall 10')],
  },
  {
    id: 'b',
    title: 'Ports',
    track: 'Operations',
    level: 'Advanced',
    languages: ['pt-br', 'de'],
    speakers: ['Stefano Maffulli'],
    slots: [slot('2027-05-12T11:00', 'Quay Room')],
  },
  { id: 'c', title: 'Sails' },
);

const compile = (typed: string) => compileFilters(parseQuery(typed).filters, conference, '2027-05-11');

describe('accepts', () => {
  test.each([
    ['', ['a', 'b', 'c']],
    ['track:', ['a', 'b', 'c']],
    ['track:data', ['a']],
    ['track:"DATA  stores"', ['a']],
    ['track:stores,oper', ['a', 'b']],
    ['track:data track:oper', ['a', 'b']],
    ['track:data level:advanced', []],
    ['-track:data', ['b', 'c']],
    ['-track:data -track:operations', ['c']],
    ['track:data -day:today', []],
    ['level:beg', ['a']],
    ['speaker:perez', ['a']],
    ['speaker:"bo knots"', ['a']],
    ['speaker:mafuli', ['b']],
    ['company:dock', ['a']],
    ['company:"dock tar"', ['a']],
    ['company:"QUAY cloud"', ['a']],
    ['company:ock', []],
    ['company:masts,ferries', ['a']],
    ['-company:dock', ['b', 'c']],
    ['room:1', ['a']],
    ['room:quay', ['b']],
    ['day:today', ['a']],
    ['day:tomorrow', ['a', 'b']],
    ['day:wed', ['a', 'b']],
    ['day:friday', []],
    ['day:x', []],
    ['day:tommorow', ['a', 'b']],
    ['time:9', ['a']],
    ['time:9am', ['a']],
    ['time:9-11', ['a']],
    ['time:9-11:30am', ['a', 'b']],
    ['time:22:00-02:00', []],
    ['company:dokc', ['a']],
    ['lang:germn', ['b']],
    ['lang:en', ['a']],
    ['lang:pt', ['b']],
    ['lang:pt-br', ['b']],
    ['lang:p', []],
    ['lang:german,english', ['a', 'b']],
    ['lang:Deutsch', ['b']],
    ['lang:Portuguese', ['b']],
    ['lang:português', ['b']],
    ['lang:"Brazilian Portuguese"', ['b']],
    ['lang:por', ['b']],
    ['lang:pt_BR', ['b']],
    ['lang:pt-pt', []],
    ['lang:ger', ['b']],
    ['lang:alemán', ['b']],
    ['lang:en-us', ['a']],
    ['lang:en-gb', []],
  ])('by %j %j', (typed, ids) => {
    const { accepts } = compile(typed);
    expect(conference.talks.filter(talk => accepts(talk)).map(talk => talk.id)).toEqual(ids);
  });

  test('a talk at one of the slots that are given, not at its others', () => {
    const talk = conference.talk('a');
    if (talk === undefined) throw new Error('There is no talk.');
    const { accepts } = compile('day:2027-05-12 room:"hall 10"');
    const [first, second] = talk.slots.map(each => [each]);
    expect([talk.slots, second, first, []].map(slots => accepts(talk, slots))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(accepts(talk)).toBe(true);
  });
});

describe('corrects a misspelt value', () => {
  test.each([
    ['track:operatoins', ['Operations']],
    ['track:nope', []],
    ['level:beginer', ['Beginner']],
    ['room:"quay rom"', ['Quay Room']],
    ['room:"hal 1"', ['Hall 1']],
    ['room:"hal 2"', []],
    ['speaker:"stephano mafuli"', ['Stefano Maffulli']],
    ['room:quai', ['Quay Room']],
    ['company:"quay clowd"', ['quay cloud']],
    ['company:dokc', ['dock']],
    ['company:nowhere', []],
    ['lang:germn', ['german']],
    ['type:worksop', []],
    ['day:wendesday', ['wednesday']],
    ['track:data', []],
  ])('%s to %j', (typed, names) => {
    expect([...compile(typed).corrected.values()]).toEqual(names);
  });
});

test.each([
  ['time:25:00', '“25:00” is not a time; type time:14:00 or time:14:00-16:00.'],
  ['time:16:00-14:00', '“16:00-14:00” ends before it begins; type time:14:00-16:00.'],
  ['time:14:00-14:00', '“14:00-14:00” ends before it begins; type time:14:00.'],
  ['day:2027-13-40', '“2027-13-40” is no date that there is. The days are Tue 11 May and Wed 12 May.'],
])('%s is impossible', (typed, note) => {
  const { accepts, notes } = compile(typed);
  expect(notes).toEqual([note]);
  expect(conference.talks.filter(talk => accepts(talk))).toEqual([]);
});

test('says once for each kind of filter that a value is missing, after what matches nothing', () => {
  expect(compile('track: level: track: room:attic').notes).toEqual([
    'There is no room “attic” in the programme. The rooms are Hall 1, Hall 10 and Quay Room.',
    'Type a track after “track:”: Data stores or Operations.',
    'Type a level after “level:”: Advanced or Beginner.',
  ]);
});
