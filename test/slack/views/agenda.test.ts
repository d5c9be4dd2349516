import { describe, expect, test } from 'vitest';
import type { Agenda } from '../../../src/conversation/agenda/agenda.ts';
import type { Reader } from '../../../src/conversation/context.ts';
import type { Session } from '../../../src/programme/sessions.ts';
import type { Talk } from '../../../src/programme/talk.ts';
import { agendaMessage } from '../../../src/slack/views/agenda.ts';
import { expectValidMessage } from '../../support/block-kit.ts';
import { speaker } from '../../support/conference.ts';
import { lighthouseDays, session } from '../../support/lighthouse-days.ts';
import { read } from '../../support/read.ts';

function sessionsOf(talks: readonly Talk[]): readonly Session[] {
  return lighthouseDays(talks).sessions;
}

/** The agenda as one group, or as several with these headings. */
function show(
  groups: readonly { readonly heading: string; readonly sessions: readonly Session[] }[],
  { offset = 0, place = 'channel', given = {} }: Options = {},
) {
  const agenda: Agenda = {
    title: 'Tue 11 May',
    date: '2027-05-11',
    groups,
    notes: [],
    nearest: [],
    days: [],
    first: 0,
    ...given,
  };
  const context = {
    programme: lighthouseDays([]),
    reader: { zone: 'UTC', place, stars: new Map() },
    prefix: '',
  };
  const message = agendaMessage({ agenda, asked: 'today' }, context, offset);
  expectValidMessage(message);
  return message;
}

interface Options {
  readonly offset?: number;
  readonly place?: Reader['place'];
  readonly given?: Partial<Agenda>;
}

/** So many sessions, three an hour from eight on. */
function longDay(count: number): readonly Session[] {
  return sessionsOf(
    Array.from({ length: count }, (_, index) =>
      session(`Lamp ${index}`, '2027-05-11', `${String(8 + Math.floor(index / 3)).padStart(2, '0')}:00`),
    ),
  );
}

/** The labels of the buttons in each row that is not a session's. */
function rowsOf({ blocks }: ReturnType<typeof show>): readonly (readonly string[])[] {
  const rows = blocks.flatMap(block =>
    block.type === 'actions'
      ? [block.elements.map(element => (element.type === 'button' ? element.text.text : ''))]
      : [],
  );
  return rows.filter(([first]) => first !== 'Details');
}

test('a session is its title, its facts and its buttons; a break has no button, and a pause no star', () => {
  const sessions = sessionsOf([
    session('Lamps', '2027-05-11', '09:00', { speakers: [speaker()] }),
    session('Fog', '2027-05-11', '09:00', { status: 'cancelled', speakers: [] }),
    session('Coffee', '2027-05-11', '10:00', { kind: 'break', speakers: [] }),
    session('Registration', '2027-05-11', '10:00', { kind: 'service', speakers: [] }),
  ]);
  const message = show([{ heading: '', sessions }]);
  expect(read(message.blocks)).toEqual([
    'Tue 11 May',
    'CANCELLED: Fog | 09:00–10:00 · Quay Hall',
    '[Details][Star]',
    'Lamps | 09:00–10:00 · Quay Hall · Ada Lund',
    '[Details][Star]',
    'Coffee | 10:00–11:00 · Quay Hall',
    'Registration | 10:00–11:00 · Quay Hall',
    '[Details]',
  ]);
});

test('groups have their headings, and a time in two groups stands in both', () => {
  const [first, second] = sessionsOf([
    session('Lamps', '2027-05-11', '09:00', { speakers: [speaker()] }),
    session('Lenses', '2027-05-11', '09:00', { speakers: [speaker({ id: 'bo', name: 'Bo Berg' })] }),
  ]);
  const groups = [
    { heading: 'Running', sessions: first === undefined ? [] : [first] },
    { heading: 'Next', sessions: second === undefined ? [] : [second] },
  ];
  const message = show(groups);
  expect(read(message.blocks)).toEqual([
    'Tue 11 May',
    'Running',
    'Lamps | 09:00–10:00 · Quay Hall · Ada Lund',
    '[Details][Star]',
    'Next',
    'Lenses | 09:00–10:00 · Quay Hall · Bo Berg',
    '[Details][Star]',
  ]);
  expect(message.text).toBe(
    'Tue 11 May\nRunning:\n09:00 Quay Hall: Lamps, Ada Lund\nNext:\n09:00 Quay Hall: Lenses, Bo Berg',
  );
});

describe('a day of several pages', () => {
  test.each([
    [12, []],
    [13, [['More']]],
    [24, [['More']]],
    [25, [['More'], ['08:00', '12:00', '16:00']]],
    [40, [['More'], ['08:00', '12:00', '16:00', '20:00']]],
  ])('of %i sessions has these ways to the others: %j', (count, rows) => {
    expect(rowsOf(show([{ heading: '', sessions: longDay(count) }]))).toEqual(rows);
  });

  test('has no ways to its hours if it comes in groups, or if a whole channel reads it', () => {
    const sessions = longDay(25);
    const groups = [
      { heading: 'Running', sessions },
      { heading: 'Next', sessions: longDay(1) },
    ];
    expect(rowsOf(show(groups))).toEqual([['More']]);
    const shared = show([{ heading: '', sessions }], { place: 'thread' });
    expect(rowsOf(shared)).toEqual([]);
    expect(read(shared.blocks).at(-1)).toBe('13 more: type /talk and the same words in the channel.');
  });

  test('says which of them it shows', () => {
    const message = show([{ heading: '', sessions: longDay(25) }], { offset: 12 });
    expect(read(message.blocks)[0]).toBe('Tue 11 May (13 to 24 of 25)');
    expect(message.text.split('\n')[0]).toBe('Tue 11 May (13 to 24 of 25)');
    expect(rowsOf(message)[0]).toEqual(['More', 'Back']);
  });
});

test('an empty agenda has its notes and days to choose from', () => {
  const days = [{ day: '2027-05-12', query: '2027-05-12 room:quay' }];
  const message = show([], { given: { notes: ['Nothing is scheduled then.'], days } });
  expect(read(message.blocks)).toEqual(['Tue 11 May', 'Nothing is scheduled then.', 'Days', '[Wed 12 May]']);
  expect(message.text).toBe('Tue 11 May\nNothing is scheduled then.');
});

test('a day that the title does not name is a heading, and both clocks stand once at the top', () => {
  const sessions = sessionsOf([
    session('Lamps', '2027-05-11', '09:00'),
    session('Keepers', '2027-05-12', '09:00'),
  ]);
  const agenda: Agenda = {
    title: '2 sessions',
    date: undefined,
    groups: [{ heading: '', sessions }],
    notes: [],
    nearest: [],
    days: [],
    first: 0,
  };
  const reader = { zone: 'Europe/Madrid', place: 'channel', stars: new Map() } as const;
  const message = agendaMessage(
    { agenda, asked: 'agenda' },
    { programme: lighthouseDays([]), reader, prefix: '' },
    0,
  );
  expectValidMessage(message);
  expect(read(message.blocks)).toEqual([
    '2 sessions · times in UTC: Tue 09:00 ({Tue 11 May 09:00–10:00} your time)',
    'Tue 11 May',
    'Lamps | 09:00–10:00 · Quay Hall',
    '[Details][Star]',
    'Wed 12 May',
    'Keepers | 09:00–10:00 · Quay Hall',
    '[Details][Star]',
  ]);
});
