import { expect, test } from 'vitest';
import { importFile } from '../../../src/importers/import-file.ts';
import { buildProgramme } from '../../../src/programme/joining/build.ts';
import { conference } from '../../support/conference.ts';

/** The talks of files as "title: speakers", and the messages. */
function read(files: Readonly<Record<string, unknown>>) {
  const drafts = Object.entries(files).map(([path, value]) =>
    importFile({ path, bytes: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)) }),
  );
  const { programme, problems } = buildProgramme(conference(), drafts);
  return {
    talks: programme.talks.map(
      ({ title, speakers }) => `${title}: ${speakers.map(({ name }) => name).join(', ')}`,
    ),
    problems: [...drafts.flatMap(draft => draft.problems), ...problems].map(
      ({ severity, file, message }) => `${severity} ${file}: ${message}`,
    ),
  };
}

const talks = [
  { id: 1, title: 'Ceph at sea', start: '2027-05-11T09:00', room: 'Quay' },
  { id: 2, title: 'Ropes', start: '2027-05-11T10:00', room: 'Quay' },
];
const speakers = [
  { id: 7, name: 'Ada Lund', bio: 'Ada sails.' },
  { id: 8, name: 'Bo Ek', bio: 'Bo ties.' },
];
const JOINED = { talks: ['Ceph at sea: Ada Lund, Bo Ek', 'Ropes: Bo Ek'], problems: [] };

const PAIRS = [
  [1, 7],
  [1, 8],
  [2, 8],
] as const;
const rows = (talk: string, speaker: string) =>
  PAIRS.map(([one, other], at) => ({ id: 50 + at, [talk]: one, [speaker]: other }));

const TABLES: readonly (readonly [name: string, table: unknown])[] = [
  ['talk_speakers', rows('talk_id', 'speaker_id')],
  ['session_speakers', rows('sessionId', 'speakerId')],
  ['speaker_talk', rows('talk', 'speaker')],
  ['eventPeople', rows('event_id', 'person_id')],
  ['assignments', rows('presentation_id', 'presenter_id')],
  ['charlas_ponentes', rows('id_charla', 'id_ponente')],
  ['vortrag_referent', rows('vortrag_id', 'referent_id')],
  ['talk_speakers', PAIRS],
  ['talk_speakers', { 1: [7, 8], 2: [8] }],
  ['speaker_talks', { 7: [1], 8: [1, 2] }],
  [
    'talkspeakers',
    [
      { talk_id: 1, speaker_ids: [7, 8] },
      { talk_id: 2, speaker_ids: [8] },
    ],
  ],
  [
    'talk_speakers',
    [
      { talk_id: 2, speaker_id: 8, position: 1 },
      { talk_id: 1, speaker_id: 8, position: 2, role: 'speaker' },
      { talk_id: 1, speaker_id: 7, position: 1, role: 'speaker' },
      { talk_id: 2, speaker_id: 7, position: 3, role: 'reviewer' },
    ],
  ],
];

test.each(TABLES)('joins talks to their speakers by %s: %j, in a file and beside it', (name, table) => {
  expect(read({ 'all.json': { talks, speakers, [name]: table } })).toEqual(JOINED);
  expect(read({ 'talks.json': talks, 'speakers.json': speakers, [`${name}.json`]: table })).toEqual(JOINED);
});

test.each([
  ['talk_speakers.csv', 'talk_id,speaker_id\n1,7\n1,8\n2,8\n'],
  ['speakers-sessions.csv', 'Speaker ID;Session ID;Role\n7;1;speaker\n8;1;speaker\n8;2;moderator\n'],
  ['talk_speaker.csv', 'talk,speaker\n1,7\n1,8\n2,8\n'],
  [
    'talk_speakers.yml',
    '- talk_id: 1\n  speaker_id: 7\n- { talk_id: 1, speaker_id: 8 }\n- { talk_id: 2, speaker_id: 8 }\n',
  ],
])('joins sheets of talks and people by %s', (path, table) => {
  const sheets = {
    'talks.csv': 'id,title,start,room\n1,Ceph at sea,2027-05-11 09:00,Quay\n2,Ropes,2027-05-11 10:00,Quay\n',
    'speakers.csv': 'id,name,bio\n7,Ada Lund,Sails.\n8,Bo Ek,Ties.\n',
  };
  expect(read({ ...sheets, [path]: table })).toEqual(JOINED);
  const named = {
    'talks.csv': sheets['talks.csv'].replace('id', 'talk_id'),
    'speakers.csv': 'speaker_id,name\n7,Ada Lund\n8,Bo Ek\n',
  };
  expect(read({ ...named, [path]: table })).toEqual(JOINED);
});

test.each([
  ['favorites', rows('talk_id', 'person_id')],
  ['talk_attendees', rows('talk_id', 'participant_id')],
])('makes no speakers of those in %s', (name, table) =>
  expect(read({ 'all.json': { talks, speakers, [name]: table } }).talks).toEqual([
    'Ceph at sea: ',
    'Ropes: ',
  ]),
);

test('says that a table names other talks or people than there are', () => {
  const others = [{ talk_id: 31, speaker_id: 7 }];
  const [first] = read({ 'talks.json': talks, 'talk_speakers.json': others }).problems;
  expect(first).toBe(
    'error talk_speakers.json: No file has the talks that this table names, the first with the id "31"; their speakers are missing. Put the file that has the talks beside this one, with their ids.',
  );
  expect(read({ 'all.json': { talks, talk_speakers: rows('talk_id', 'speaker_id') } }).problems).toEqual([
    'error all.json: No file names 2 of the speakers, the first with the id "7"; their talks are listed without them. Put the file that has the speakers beside this one.',
  ]);
});
