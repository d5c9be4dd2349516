import { expect, test } from 'vitest';
import { findClashes } from '../../../../src/programme/joining/times/clashes.ts';
import type { Talk } from '../../../../src/programme/talk.ts';
import { nameKey } from '../../../../src/text/fold.ts';
import { speaker, talk } from '../../../support/conference.ts';

/** A talk on the eleventh of May from one time to another. */
function at(
  title: string,
  times: string,
  given: Partial<Talk> & { readonly rooms?: readonly string[] } = {},
): Talk {
  const [from, to] = times.split('-');
  const { rooms = ['Quay Hall'], ...rest } = given;
  const slot = {
    start: `2027-05-11T${from}:00+02:00`,
    end: to && `2027-05-11T${to}:00+02:00`,
    rooms,
    day: '2027-05-11',
  };
  return talk({ id: title, title, speakers: [], slots: [slot], ...rest });
}

const CEPH = at('Ceph', '09:00-10:00');

test.each([
  ['one after the other', [CEPH, at('Rust', '10:00-11:00')]],
  ['in two rooms', [CEPH, at('Rust', '09:30-10:30', { rooms: ['Pier'] })]],
  ['of which one is cancelled', [CEPH, at('Rust', '09:30-10:30', { status: 'cancelled' })]],
  ['beside a pause', [CEPH, at('Lunch', '09:30-10:30', { kind: 'break' })]],
  [
    'whose time is to come, or that last all day',
    [
      CEPH,
      ...(['all day', 'to come'] as const).map(untimed =>
        talk({
          id: untimed,
          slots: [{ start: '2027-05-11', end: undefined, rooms: ['Quay Hall'], day: '2027-05-11', untimed }],
        }),
      ),
    ],
  ],
  [
    'of a session that is their track',
    [
      at('Storage', '09:00-10:30'),
      at('Ceph', '09:00-09:30', { track: 'Storage' }),
      at('Rust', '09:30-10:30', { track: 'storage' }),
    ],
  ],
  [
    'that an entry without speakers covers',
    [at('Session 2', '09:00-10:30', { speakers: [] }), at('Ceph', '09:00-09:30'), at('Rust', '09:30-10:30')],
  ],
  ['without an end', [at('Ceph', '09:00'), at('Rust', '09:30-10:30')]],
  [
    'where that is usual',
    ['A', 'B', 'C', 'D', 'E'].map(title => at(title, '09:00-10:00', { rooms: ['Online'] })),
  ],
])('says nothing of talks %s', (_, talks) => expect(findClashes(talks)).toEqual([]));

test('says where a talk begins while another one goes on', () =>
  expect(findClashes([at('Rust', '09:30-10:30'), CEPH])).toEqual([
    {
      severity: 'warning',
      file: CEPH.file,
      line: undefined,
      item: 'Rust',
      message: 'On Tue 11 May it is in Quay Hall at 09:30, where "Ceph" goes on until 10:00.',
    },
  ]));

test.each([
  [2, 1],
  [3, 0],
])('of ten talks in a room of which %i clash with others, there are problems: %i', (clashing, problems) => {
  const day = Array.from({ length: 10 - clashing }, (_, n) => at(`T${n}`, `${n + 10}:00-${n + 10}:50`));
  const others = Array.from({ length: clashing }, (_, n) => at(`Rust ${n}`, `${n + 10}:30-${n + 10}:45`));
  expect(findClashes([...day, ...others])).toHaveLength(problems);
});

test('says it once a room', () => {
  const day = Array.from({ length: 10 }, (_, n) => at(`T${n}`, `${n + 10}:00-${n + 10}:50`));
  const messages = findClashes([...day, at('Rust', '10:30-10:45'), at('Go', '15:00-15:50')]).map(
    ({ message }) => message,
  );
  expect(messages).toEqual([
    'On Tue 11 May it is in Quay Hall at 10:30, where "T0" goes on until 10:50. There is one more pair.',
  ]);
});

test('says which three are in one room, even if it has no others', () => {
  const two = [at('Go', '09:30-10:30'), at('Rust', '09:30-10:30')];
  expect(findClashes([CEPH, ...two])).toEqual([
    {
      severity: 'warning',
      file: CEPH.file,
      line: undefined,
      item: 'Rust',
      message: 'On Tue 11 May 3 sessions overlap in Quay Hall from 09:00 on: "Ceph", "Go", "Rust".',
    },
  ]);
  const copy = { ...CEPH, id: 'copy' };
  expect(findClashes([CEPH, at('Rust', '09:30-10:30'), copy])).toHaveLength(1);
});

const hour = (n: number) => String(n + 3).padStart(2, '0');

test('says it of each time at which more than two are in a room, and once of all pairs', () => {
  const day = Array.from({ length: 20 }, (_, n) =>
    at(`T${n}`, `${hour(n)}:00-${hour(n)}:20`, { rooms: ['Pier'] }),
  );
  const more = ['05:05-05:30', '05:05-05:30', '08:10-08:15', '11:10-11:15'].map((times, n) =>
    at(`U${n}`, times, { rooms: ['Pier'] }),
  );
  expect(findClashes([...day, ...more]).map(({ message }) => message)).toEqual([
    'On Tue 11 May it is in Pier at 08:10, where "T5" goes on until 08:20. There is one more pair.',
    'On Tue 11 May 3 sessions overlap in Pier from 05:00 on: "T2", "U0", "U1".',
  ]);
});

const ADA = { speakers: [speaker({ id: 'ada lund', name: 'Ada Lund' })] };

test('says who would have to be in two rooms at once, once for each person', () =>
  expect(
    findClashes([
      at('Ropes', '09:00-10:00', ADA),
      at('Knots', '09:30-10:30', { ...ADA, rooms: ['Pier'] }),
      at('Sails', '09:45-10:15', { ...ADA, rooms: ['Loft'] }),
    ]),
  ).toEqual([
    {
      severity: 'warning',
      file: CEPH.file,
      line: undefined,
      item: 'Knots',
      message:
        'Ada Lund is in Pier at 09:30 on Tue 11 May, and until 10:00 in Quay Hall for "Ropes". There is one more pair.',
    },
  ]));

test('names the speakers of the same two talks together', () => {
  const people = ['Ada Lund', 'Bo Ek'].map(name => speaker({ id: nameKey(name), name }));
  const both = { speakers: people };
  const messages = findClashes([
    at('Ropes', '09:00-10:00', both),
    at('Knots', '09:30-10:30', { ...both, rooms: ['Pier'] }),
  ]).map(({ message }) => message);
  expect(messages).toEqual([
    'Ada Lund and Bo Ek are in Pier at 09:30 on Tue 11 May, and until 10:00 in Quay Hall for "Ropes".',
  ]);
});

test('says it of talks that start at the same time and have no end', () =>
  expect(
    findClashes([
      at('Ropes', '09:00', ADA),
      at('Knots', '09:00', { ...ADA, rooms: ['Pier'] }),
      at('Sails', '09:00', { rooms: ['Pier'] }),
    ]).map(({ message }) => message),
  ).toEqual([
    'On Tue 11 May it is in Pier at 09:00, where "Knots" begins, too.',
    'Ada Lund is in Quay Hall at 09:00 on Tue 11 May, and at the same time in Pier for "Knots".',
  ]));

test('knows two people of one name by the ids in their file', () => {
  const ada = { speakers: [speaker({ id: nameKey('Ada Lund'), name: 'Ada Lund' })] };
  const talks = [at('Ropes', '09:00-10:00', ada), at('Knots', '09:30-10:30', { ...ada, rooms: ['Pier'] })];
  const sourceOf = new Map(
    talks.map((one, n) => [one, { speakers: [{ id: `p${n}`, name: 'Ada Lund', bio: '' }] }]),
  );
  expect(findClashes(talks, sourceOf)).toEqual([]);
});

test.each([
  ['one after the other', at('Knots', '10:00-11:00', { ...ADA, rooms: ['Pier'] })],
  ['if one is cancelled', at('Knots', '09:30-10:30', { ...ADA, rooms: ['Pier'], status: 'cancelled' })],
  ['if it is one talk', at('Ropes', '09:00-10:00', { ...ADA, id: '2', rooms: ['Online'] })],
  ['if a room is not known', at('Knots', '09:30-10:30', { ...ADA, rooms: [] })],
  ['if a talk has both rooms', at('Knots', '09:30-10:30', { ...ADA, rooms: ['Pier', 'Quay Hall'] })],
])('says nothing of a speaker in two rooms %s', (_, other) =>
  expect(
    findClashes([at('Ropes', '09:00-10:00', ADA), other]).filter(({ message }) => message.startsWith('Ada')),
  ).toEqual([]),
);

test('says nothing of papers that all have the time of their session', () => {
  const papers = [at('Ceph', '09:00-10:30'), at('Rust', '09:00-10:30')];
  const sourceOf = new Map(papers.map(paper => [paper, { speakers: [], within: 'Storage' }]));
  expect(findClashes(papers, sourceOf)).toEqual([]);
});

test('says nothing of a paper and the session in which its file has it, but of two of its papers', () => {
  const session = at('Storage', '09:00-10:30');
  const papers = [at('Ceph', '09:00-09:30'), at('Rust', '09:20-10:30')];
  const sourceOf = new Map(papers.map(paper => [paper, { speakers: [], within: 'Storage' }]));
  expect(findClashes([session, ...papers], sourceOf).map(({ message }) => message)).toEqual([
    'On Tue 11 May it is in Quay Hall at 09:20, where "Ceph" goes on until 09:30.',
  ]);
});

test('says where a talk stands in the time of a session that is not its own', () =>
  expect(
    findClashes([at('Storage', '09:00-10:30'), at('Ceph', '09:00-09:30', { track: 'Rust' })]),
  ).toHaveLength(1));
