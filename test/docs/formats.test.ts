import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importFile } from '../../src/importers/import-file.ts';
import { buildProgramme } from '../../src/programme/joining/build.ts';
import { conference } from '../support/conference.ts';
import { docsPage } from '../support/docs-page.ts';

const PAGE = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8');

test('the example of docs/formats.md is read as the page says', () => {
  const [, example = ''] = /```yaml\n(.*?)```/s.exec(PAGE) ?? [];
  const draft = importFile({ path: 'programme.yml', bytes: Buffer.from(example) });
  const { programme } = buildProgramme(conference(), [draft]);
  const talks = programme.talks.map(({ title, slots: [slot], speakers }) =>
    [
      title,
      slot?.start.slice(0, 16),
      slot?.end?.slice(11, 16),
      slot?.rooms.join(),
      ...speakers.map(({ name }) => name),
    ].join(', '),
  );
  expect({ talks, problems: draft.problems }).toEqual({
    talks: [
      'Ceph at sea, 2027-05-11T09:00, 09:40, Quay Hall, Ada Lund',
      'Posters, 2027-05-11T10:00, 12:00, Quay Hall',
      'Ropes, 2027-05-11T10:00, 12:00, Quay Hall, Tom Okafor',
    ],
    problems: [],
  });
});

test('the page names a program that writes each form, and what is not read', () => {
  const { rows } = docsPage('formats.md').section('Formats');
  const gaps = rows.filter(cells => cells.slice(0, 3).some(cell => cell.trim() === ''));
  expect({ rows: rows.length > 5, gaps }).toEqual({ rows: true, gaps: [] });
});

test.each<[string, unknown, readonly string[]]>([
  [
    'Mini-Conf',
    [
      { id: 'B1', content: { title: 'Ceph at sea', authors: ['Ada Lund'], abstract: 'How.', keywords: [] } },
      { id: 'B2', content: { title: 'Tape', authors: [], abstract: 'Why.' } },
    ],
    ['Ceph at sea by Ada Lund', 'Tape by '],
  ],
  [
    'Sched',
    [
      {
        event_key: 'A1',
        active: 'Y',
        name: 'Ceph at sea',
        event_start: '2027-05-11 09:00',
        event_end: '2027-05-11 09:45',
        venue: 'Quay',
        speakers: [{ name: 'Ada Lund' }],
      },
      {
        event_key: 'A2',
        active: 'N',
        name: 'Hidden',
        event_start: '2027-05-11 10:00',
        event_end: '2027-05-11 10:45',
        venue: 'Quay',
      },
    ],
    ['Ceph at sea by Ada Lund'],
  ],
  [
    'RubyEvents',
    [
      {
        id: 'ceph',
        title: 'Ceph at sea',
        raw_title: 'Ada Lund: Ceph',
        event_name: 'Harbour',
        date: '2027-05-11',
        speakers: ['Ada Lund'],
        video_provider: 'youtube',
        video_id: 'G16QwwJY4Vs',
        description: 'How.',
      },
    ],
    ['Ceph at sea by Ada Lund'],
  ],
])('the JSON of %s is read', (_, value, talks) => {
  const draft = importFile({ path: 'a.json', bytes: Buffer.from(JSON.stringify(value)) });
  expect(
    draft.talks.map(({ title, speakers }) => `${title} by ${speakers.map(({ name }) => name).join()}`),
  ).toEqual(talks);
});
