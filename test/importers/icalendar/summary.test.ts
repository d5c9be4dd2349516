import { describe, expect, it } from 'vitest';
import { parseCalendar } from '../../../src/importers/icalendar/lines.ts';
import {
  readSummaries,
  splitPeopleSummaries,
  splitPretalxSummary,
} from '../../../src/importers/icalendar/summary.ts';

describe('a summary of pretalx', () => {
  it.each([
    ['Ceph - at sea - Ada Lund, Bo Ek', 'Ceph - at sea', ['Ada Lund', 'Bo Ek']],
    ['Ceph at sea - ', 'Ceph at sea', []],
    ['Ceph at sea', 'Ceph at sea', []],
    ['Ceph - at sea - ', 'Ceph - at sea', []],
    ['Ceph - Ada Lund, ', 'Ceph', ['Ada Lund']],
  ])('%j has its speakers after the last dash', (summary, title, names) =>
    expect(splitPretalxSummary(summary)).toEqual({ title, names }),
  );
});

describe('summaries of Sched', () => {
  const OTHERS = ['Tape - Cy Fry, Captain, Harbour Ltd', 'Knots - Di Gow, Mate, Harbour Ltd'];
  const split = (summary: string) => splitPeopleSummaries([summary, ...OTHERS], ' - ')[0];

  it.each([
    ['Ceph - Ada Lund, Captain, Dock Inc', 'Ceph', ['Ada Lund: Captain, Dock Inc']],
    [
      'Ceph - Ada Lund, Captain, Dock Inc & Bo Ek, Mate, Quay AG',
      'Ceph',
      ['Ada Lund: Captain, Dock Inc', 'Bo Ek: Mate, Quay AG'],
    ],
    ['Ceph - Ada Lund & Bo Ek, Harbour Ltd', 'Ceph', ['Ada Lund: Harbour Ltd', 'Bo Ek: Harbour Ltd']],
    [
      'Ceph - Ada Lund, Bo Ek & Cy Fry, Harbour Ltd',
      'Ceph',
      ['Ada Lund: Harbour Ltd', 'Bo Ek: Harbour Ltd', 'Cy Fry: Harbour Ltd'],
    ],
    ['Ceph - Ada Lund, Founder & CEO, Dock Inc', 'Ceph', ['Ada Lund: Founder & CEO, Dock Inc']],
    ['Ceph - Ada Lund, Harbour Ltd; Bo Ek, Dock Inc', 'Ceph', ['Ada Lund: Harbour Ltd', 'Bo Ek: Dock Inc']],
    ['Ceph - at sea - Ada Lund, Captain, Dock Inc', 'Ceph - at sea', ['Ada Lund: Captain, Dock Inc']],
    [
      'Ceph - Ada Lund, Captain, Dock Inc & Bo Ek, Mate - Deck, Quay AG',
      'Ceph',
      ['Ada Lund: Captain, Dock Inc', 'Bo Ek: Mate - Deck, Quay AG'],
    ],
    ["Ceph - Jean-Luc O'Neil, Dock Inc", 'Ceph', ["Jean-Luc O'Neil: Dock Inc"]],
    ['Ceph - Ada van den Berg, Dock Inc', 'Ceph', ['Ada van den Berg: Dock Inc']],
  ])('%j name people after a dash, with their roles and companies', (summary, title, people) => {
    const { names = [], affiliations = [], ...rest } = split(summary) ?? {};
    expect({ ...rest, people: names.map((name, at) => `${name}: ${affiliations[at]}`) }).toEqual({
      title,
      people,
    });
  });

  it('need a title only if it is there', () =>
    expect(split(' - Ada')).toEqual({ title: '', names: ['Ada'] }));

  it.each([
    'Ceph at sea',
    'Ceph - a storage cluster',
    'Ceph - Lessons Learned from 7 Years',
    'Ceph - Panel Session',
    'Ceph - Why? Ada Lund',
    'Ceph - One Two Three Four Five Six',
  ])('%j name nobody', summary => expect(split(summary)).toEqual({ title: summary, names: [] }));
});

describe('the summaries of a calendar', () => {
  function read(head: string, ...summaries: readonly string[]) {
    const events = summaries.flatMap(summary => ['BEGIN:VEVENT', `SUMMARY:${summary}`, 'END:VEVENT']);
    return readSummaries(parseCalendar(['BEGIN:VCALENDAR', head, ...events, 'END:VCALENDAR'].join('\n')));
  }
  const plain = (title: string) => ({ title, names: [], type: '' });

  it('are titles in a calendar of Lectern', () =>
    expect(read('PRODID:-//Lectern//Lectern//EN', '[talk] Ceph (talk by Ada Lund)')).toEqual([
      plain('[talk] Ceph (talk by Ada Lund)'),
    ]));

  it('begin with a type if three of four do', () => {
    expect(read('', '[talk] Ceph', '[lightning_talk] Tape', '[work-shop] Knots', 'Lunch')).toEqual([
      { ...plain('Ceph'), type: 'talk' },
      { ...plain('Tape'), type: 'lightning talk' },
      { ...plain('Knots'), type: 'work shop' },
      plain('Lunch'),
    ]);
    expect(read('', '[talk] Ceph', '[talk] Tape', 'Knots')).toEqual([
      plain('[talk] Ceph'),
      plain('[talk] Tape'),
      plain('Knots'),
    ]);
  });

  it('name people after a double dash if three of four have one', () => {
    expect(
      read('', 'Ceph -- Ada Lund', 'Tape -- Bo Ek', 'Knots -- Cy Fry', 'Lunch').map(({ names }) => names),
    ).toEqual([['Ada Lund'], ['Bo Ek'], ['Cy Fry'], []]);
    expect(read('', 'Ceph -- Ada Lund', 'Tape -- Bo Ek', 'Lunch')[0]).toEqual(plain('Ceph -- Ada Lund'));
  });

  it('name people in brackets', () => {
    expect(read('', 'Ceph (a talk by Ada Lund & Bo Ek)')).toEqual([
      { title: 'Ceph', names: ['Ada Lund', 'Bo Ek'], type: '' },
    ]);
    expect(read('', 'Ceph (talk by nature)', 'Tape (by Ada Lund)')).toEqual([
      { title: 'Ceph', names: ['nature'], type: '' },
      plain('Tape (by Ada Lund)'),
    ]);
  });

  it.each([
    ['PRODID:-//pretalx//EN', 'Ceph - Ada Lund', ['Ada Lund']],
    ['PRODID:-//pretalx//EN', 'Ceph - at sea', ['at sea']],
    ['PRODID:-//Sched.com Days//EN', 'Ceph - Ada Lund', ['Ada Lund']],
    ['PRODID:-//Sched.com Days//EN', 'Ceph - at sea', []],
    ['PRODID:-//Else//EN', 'Ceph - Ada Lund', []],
  ])('in a calendar of %j, %j names %j', (head, summary, names) =>
    expect(read(head, summary).map(each => each.names)).toEqual([names]),
  );
});
