import { expect, test } from 'vitest';
import { importFile } from '../../src/importers/import-file.ts';

const EVENT = '<event id="7"><title>Ceph at sea</title></event>\n';
const times = (count: number, one: unknown) => Array.from({ length: count }, () => one);
const schedule = (events: readonly unknown[]) => ({
  schedule: { conference: { days: [{ date: '2027-05-11', rooms: { Pier: events } }] } },
});

/** Files with more than any conference has: how many of it are read, and what is said of the rest. */
test.each<[string, string, { readonly talks: number; readonly line?: number; readonly message: string }]>([
  [
    'schedule.xml',
    `<schedule><day date="2027-05-11"><room name="Pier">\n${EVENT.repeat(50_002)}</room></day></schedule>`,
    {
      talks: 1,
      line: 50_002,
      message: 'The file has more than 50,000 events; the rest were left out.',
    },
  ],
  [
    'schedule.json',
    JSON.stringify(schedule(times(50_001, { title: 'Ceph' }))),
    { talks: 50_000, message: 'The file has more than 50,000 events; the rest were left out.' },
  ],
  [
    'submissions.json',
    JSON.stringify({ results: times(300_000, { code: 'A', title: 'Ceph', state: '' }) }),
    { talks: 1, message: 'The file has more than 50,000 sessions; the rest were left out.' },
  ],
  [
    'talks.json',
    JSON.stringify(times(20_001, { title: 'Ceph', track: 'Storage' })),
    { talks: 20_000, message: 'The list has more than 20,000 entries; the rest were left out.' },
  ],
  [
    'schedule.ics',
    `BEGIN:VCALENDAR\n${times(20_001, 'BEGIN:VEVENT\nSUMMARY:Ceph\nEND:VEVENT\n').join('')}END:VCALENDAR\n`,
    {
      talks: 20_000,
      line: 60_002,
      message: 'The calendar has more than 20,000 events; the rest were left out.',
    },
  ],
  [
    'schedule.csv',
    `title,start,end,room\n${'Ceph\n'.repeat(50_002)}`,
    {
      talks: 50_000,
      line: 50_002,
      message: 'The file has more than 50,000 rows; the rest were left out.',
    },
  ],
])('%s is cut', (path, text, { talks, line, message }) => {
  const draft = importFile({ path, bytes: Buffer.from(text) });
  const [problem] = draft.problems.filter(({ severity }) => severity === 'error');
  expect({ talks: draft.talks.length, problem }).toEqual({
    talks,
    problem: { severity: 'error', file: path, line, item: undefined, message },
  });
});

test('talks.json of 20,000 talks is read whole', () => {
  const bytes = Buffer.from(JSON.stringify(times(20_000, { title: 'Ceph', track: 'Storage' })));
  const { talks, problems } = importFile({ path: 'talks.json', bytes });
  expect({ talks: talks.length, problems }).toEqual({ talks: 20_000, problems: [] });
});

test.each([
  ['brackets', 'a (b '],
  ['slashes', 'A / B '],
  ['ands', 'Ada Lund and Bo Ek & Co '],
  ['ampersands', 'a & '],
  ['commas', 'Ek, Bo, '],
  ['spaces', 'a     '],
])('a cell of many thousand %s in a column of names holds nobody up', (_what, part) => {
  const cell = part.repeat(Math.ceil(20_000 / part.length));
  const rows = Array.from({ length: 5 }, (_none, row) => `Talk ${row},"${cell}${row}"`);
  const begun = performance.now();
  const { talks } = importFile({
    path: 'talks.csv',
    bytes: Buffer.from(['title,speakers', ...rows].join('\n')),
  });
  expect(talks).toHaveLength(5);
  // A quadratic one took ten seconds and more.
  expect(performance.now() - begun).toBeLessThan(3000);
});
