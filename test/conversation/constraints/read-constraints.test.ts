import { expect, test } from 'vitest';
import { lexiconOf } from '../../../src/conversation/constraints/lexicon.ts';
import { readConstraints } from '../../../src/conversation/constraints/read-constraints.ts';
import { typedWords } from '../../../src/conversation/constraints/typed-words.ts';
import { indexProgramme } from '../../../src/search/index/index-programme.ts';
import { splitTyped } from '../../../src/search/query/parse-query.ts';
import { programme, speaker, talk } from '../../support/conference.ts';
import { lighthouse } from '../../support/lighthouse-days.ts';

const ada = speaker({ bio: 'Ada works at Brigantine Cloud.' });
const watch = talk({ id: 'watch', title: 'Tomorrow watch', level: 'Beginner', speakers: [ada] });
const context = {
  calendar: { today: '2027-05-11', days: ['2027-05-11', '2027-05-12', '2027-05-13'] },
  lexicon: lexiconOf(indexProgramme(programme([...lighthouse.talks, watch]))),
};

/** The constraints in short, and the topic. */
function read(typed: string): readonly string[] {
  const { constraints, topic } = readConstraints(typedWords(splitTyped(typed).parts), context);
  const all = constraints.map(one => {
    switch (one.kind) {
      case 'filter':
        return `${one.name}:${one.value}`;
      case 'day':
        return one.day;
      case 'window':
        return `${one.from ?? ''}-${one.to ?? ''}`;
      case 'hour':
        return one.time;
      case 'ahead':
        return `${one.minutes} min`;
      case 'without':
        return `-${one.words.map(({ text }) => text).join(' ')}`;
      default:
        return one.kind;
    }
  });
  return [...all, topic.map(({ text }) => text).join(' ')];
}

test.each([
  ['knots in 10 minutes', '10 min', 'knots'],
  ['knots later today', '1440 min', 'knots'],
  ['knots 14:00-16:00', '14:00-16:00', 'knots'],
  ['knots after 14:00', '14:00-', 'knots'],
  ['knots before 07:00', '-07:00', 'knots'],
  ['knots 02:00-04:00', '02:00-04:00', 'knots'],
  ['knots this afternoon', '2027-05-11', '12:00-18:00', 'knots'],
  ['knots mittwochabend', '2027-05-12', '18:00-', 'knots'],
  ['knots tomorrow', '2027-05-12', 'knots'],
  ['knots on quarta-feira', '2027-05-12', 'knots'],
  ['knots 2027-05-13', '2027-05-13', 'knots'],
  ['knots in 2 days', '2027-05-13', 'knots'],
  ['knots at 3pm', '15:00', 'knots'],
  ['knots half past two', '14:30', 'knots'],
  ['knots storage track', 'track:Storage', 'knots'],
  ['knots #storage', 'track:Storage', 'knots'],
  ['knots in Quay Hall', 'room:Quay Hall', 'knots'],
  ['knots @quay', 'room:Quay Hall', 'knots'],
  ['who works at Brigantine Cloud', 'company:Brigantine Cloud', ''],
  ['Brigantine Cloud', 'company:Brigantine Cloud', ''],
  ['knots by Lund', 'speaker:lund', 'knots'],
  ['knots talks in german', 'lang:de', 'knots'],
  ['knots beginner talks', 'level:Beginner', 'knots'],
  ['workshops about knots', 'type:workshop', 'knots'],
  ['next talk', 'next', ''],
  ['knots but not ropes', '-ropes', 'knots'],
])('%s: %j', (typed, ...expected) => {
  expect(read(typed)).toEqual(expected);
});

test.each([
  'Tomorrow watch',
  'day 2 operations',
  'do it so',
  'lets talk knots',
  'knots in indonesia',
  'set out 400 nodes',
  'version 2.0',
  'next generation knots',
])('%s is a topic', typed => {
  expect(read(typed)).toEqual([typed]);
});
