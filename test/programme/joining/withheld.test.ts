import { expect, test } from 'vitest';
import { importFile } from '../../../src/importers/import-file.ts';
import { buildProgramme } from '../../../src/programme/joining/build.ts';
import { conference } from '../../support/conference.ts';

const SCHEDULE = [
  'Title,Speaker,Date,Start,Room',
  'Ceph at sea,Ada Lund,2027-05-11,09:00,Quay Hall',
  'Tape,Bo Ek,2027-05-11,10:00,Quay Hall',
  'Keynote,Cy Dahl,2027-05-11,11:00,Quay Hall',
].join('\n');

function build(files: Readonly<Record<string, string>>) {
  const drafts = Object.entries(files).map(([path, text]) => importFile({ path, bytes: Buffer.from(text) }));
  const { programme, problems } = buildProgramme(conference(), drafts);
  return {
    talks: programme.talks.map(({ title }) => title).sort(),
    problems: problems
      .filter(({ message }) => message.startsWith('Left out'))
      .map(({ file, severity, message }) => `${file} ${severity}: ${message}`),
  };
}

const LEFT_OUT = ['schedule.csv warning: Left out because another file has them as not accepted: 1.'];

test.each<[string, string, string]>([
  [
    'a sheet of decisions',
    'papers.csv',
    'Title,Authors,Decision\nTape,Bo Ek,Reject\nCeph at sea,Ada Lund,Accept\n',
  ],
  [
    'a column of acceptance',
    'papers.csv',
    'Title,Authors,accept_status\nTape,Bo Ek,pending\nCeph at sea,Ada Lund,accepted\n',
  ],
  [
    'a list of proposals',
    'papers.yml',
    '- { title: Tape, speakers: [Bo Ek], state: withdrawn }\n- { title: Ceph at sea, speakers: [Ada Lund], state: confirmed }\n',
  ],
  [
    'drafts',
    'papers.json',
    JSON.stringify([
      { title: 'Tape', abstract: 'Of ropes.', draft: true },
      { title: 'Ceph at sea', speakers: ['Ada Lund'] },
    ]),
  ],
  [
    'a page that is a draft',
    'talks/tape.md',
    '---\ntitle: Tape\nspeakers: [Bo Ek]\nstate: rejected\n---\n\nOf ropes.\n',
  ],
])('a talk that %s has as not accepted is in no other file', (_what, path, text) => {
  expect(build({ [path]: text, 'schedule.csv': SCHEDULE })).toEqual({
    talks: ['Ceph at sea', 'Keynote'],
    problems: LEFT_OUT,
  });
});

test('stays if it was accepted under the same title', () => {
  const papers = 'Title,Authors,Decision\nTape,Bo Ek,Reject\nTape,Bo Ek,Accept\n';
  expect(build({ 'papers.csv': papers, 'schedule.csv': SCHEDULE }).talks).toContain('Tape');
});

test('stays if other people give it', () => {
  const papers = 'Title,Authors,Decision\nKeynote,Di Roe,Reject\nTape,Bo Ek,Accept\n';
  expect(build({ 'papers.csv': papers, 'schedule.csv': SCHEDULE })).toEqual({
    talks: ['Ceph at sea', 'Keynote', 'Tape'],
    problems: [],
  });
});

test('stays if it was cancelled, and says so', () => {
  const papers = 'Title,Authors,Decision\nTape,Bo Ek,Cancelled\nCeph at sea,Ada Lund,Accept\n';
  expect(build({ 'papers.csv': papers, 'schedule.csv': SCHEDULE }).talks).toContain('Tape');
});
