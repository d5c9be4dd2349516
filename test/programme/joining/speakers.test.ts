import { describe, expect, it } from 'vitest';
import { buildProgramme } from '../../../src/programme/joining/build.ts';
import type { DraftSpeaker, DraftTalk } from '../../../src/programme/joining/draft.ts';
import { completeSpeakers, indexSpeakers } from '../../../src/programme/joining/speakers.ts';
import { conference, draft, draftTalk } from '../../support/conference.ts';

const PEOPLE: readonly DraftSpeaker[] = [
  { id: 'A1', name: 'Ada Lund', bio: 'Ada keeps storage afloat.' },
  { id: 'B1', name: 'Bo Ek', bio: 'Bo runs ferries.' },
  { id: 'B2', name: 'Bo Ek', bio: 'Bo paints.' },
  { name: 'Cy Oh', bio: 'Cy rows.' },
  { id: 'D1', name: '', bio: 'Nobody knows.' },
];

function mentioning(...speakers: readonly DraftSpeaker[]) {
  const talk = draftTalk({ speakers });
  return [{ draft: draft([talk]), talk }];
}

function check(mention: DraftSpeaker, expected: readonly DraftSpeaker[]): void {
  const { entries } = completeSpeakers(mentioning(mention), PEOPLE);
  expect(entries.flatMap(({ talk }) => talk.speakers)).toEqual(expected);
}

describe('a list of people', () => {
  const adasBio = 'Ada keeps storage afloat.';
  it.each<[string, DraftSpeaker, DraftSpeaker]>([
    [
      'gives the bio by id',
      { id: 'A1', name: 'A. Lund', bio: '' },
      { id: 'A1', name: 'A. Lund', bio: adasBio },
    ],
    ['gives the name by id', { id: 'A1', name: '', bio: '' }, { id: 'A1', name: 'Ada Lund', bio: adasBio }],
    ['gives the bio by name', { name: 'ADA LUND', bio: '' }, { name: 'ADA LUND', bio: adasBio }],
    [
      'gives the bio by name where the ids are of two systems',
      { id: '17', name: 'Ada Lund', bio: '' },
      { id: '17', name: 'Ada Lund', bio: adasBio },
    ],
    [
      'gives the name by an id that stands as a name',
      { name: 'A1', bio: '' },
      { id: 'A1', name: 'Ada Lund', bio: adasBio },
    ],
    ['gives the bio of who has no id', { name: 'Cy Oh', bio: '' }, { name: 'Cy Oh', bio: 'Cy rows.' }],
    [
      'leaves the longer bio',
      { id: 'B2', name: 'Bo Ek', bio: 'Bo paints and sings.' },
      { id: 'B2', name: 'Bo Ek', bio: 'Bo paints and sings.' },
    ],
    [
      'tells two of one name apart by id',
      { id: 'B2', name: 'Bo Ek', bio: '' },
      { id: 'B2', name: 'Bo Ek', bio: 'Bo paints.' },
    ],
    ['gives neither bio of two of one name', { name: 'Bo Ek', bio: '' }, { name: 'Bo Ek', bio: '' }],
    ['leaves who is not on it', { name: 'Eve Roe', bio: 'Eve.' }, { name: 'Eve Roe', bio: 'Eve.' }],
  ])('%s', (_, mention, expected) => check(mention, [expected]));

  it('gives the affiliation, unless the talk has a longer one', () => {
    const complete = (affiliation: string, known: string) =>
      completeSpeakers(mentioning({ name: 'Ada Lund', bio: '', affiliation }), [
        { name: 'Ada Lund', bio: 'Sails.', affiliation: known },
      ]).entries.flatMap(({ talk }) => talk.speakers);
    expect(complete('', 'Harbour Ltd')).toEqual([
      { name: 'Ada Lund', bio: 'Sails.', affiliation: 'Harbour Ltd' },
    ]);
    expect(complete('Captain, Harbour Ltd', 'Harbour Ltd')).toEqual([
      { name: 'Ada Lund', bio: 'Sails.', affiliation: 'Captain, Harbour Ltd' },
    ]);
  });

  it.each(['X9', 'D1', '__proto__'])('reports who is only the id %s', id => {
    check({ id, name: '', bio: '' }, []);
    expect(completeSpeakers(mentioning({ id, name: '', bio: '' }), PEOPLE).problems).toEqual([
      {
        severity: 'error',
        file: 'talks.txt',
        line: 1,
        item: 'Ceph at sea',
        message: `No file names the speaker with the id "${id}"; the talk is listed without this speaker.`,
      },
    ]);
  });

  it('makes a name of an id that is one, as pages of talks have it', () => {
    check({ id: 'zoe-van-dam', name: '', bio: '' }, [{ id: 'zoe-van-dam', name: 'Zoe Van Dam', bio: '' }]);
    const { problems } = completeSpeakers(mentioning({ id: 'zoe-van-dam', name: '', bio: '' }), PEOPLE);
    expect(problems.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      'warning: No file names the speaker "zoe-van-dam"; the name was made of that.',
    ]);
  });

  it('says once whom all a file does not name', () => {
    const ids = ['X1', 'X2', 'X1', 'X3'];
    const { problems } = completeSpeakers(mentioning(...ids.map(id => ({ id, name: '', bio: '' }))), PEOPLE);
    expect(problems.map(({ message }) => message)).toEqual([
      'No file names 3 of the speakers, the first with the id "X1"; their talks are listed without them. Put the file that has the speakers beside this one.',
    ]);
  });

  it('adds nobody to the programme who gives no talk', () => {
    const talks = draft([draftTalk({ speakers: [{ id: 'A1', name: '', bio: '' }] })]);
    const list = draft([], { file: 'speakers.json', people: PEOPLE });
    const { programme, problems } = buildProgramme(conference(), [list, talks]);
    expect(programme.speakers).toEqual([{ id: 'ada-lund', name: 'Ada Lund', bio: adasBio }]);
    expect(problems).toEqual([]);
  });
});

describe('people who give none of the talks', () => {
  const problemsOf = (...lists: readonly (readonly [file: string, people: readonly DraftSpeaker[]])[]) =>
    buildProgramme(conference(), [
      draft([draftTalk({ speakers: [{ name: 'Ada Lund', bio: '' }] })]),
      ...lists.map(([file, people]) => draft([], { file, people })),
    ]).problems.map(({ severity, file, message }) => `${severity} ${file}: ${message}`);
  const [ada, bo, cy] = ['Ada Lund', 'Bo Ek', 'Cy Oh'].map((name): DraftSpeaker => ({ name, bio: '' }));
  const END =
    'gives a talk, so they are not shown. If they should be, write their names as the talks have them.';

  it('are reported once a file', () => {
    expect(problemsOf(['people.csv', [bo, cy].flatMap(one => one ?? [])])).toEqual([
      `warning people.csv: None of the 2 people in this file ${END}`,
    ]);
    expect(problemsOf(['people.csv', [ada, cy].flatMap(one => one ?? [])])).toEqual([]);
  });

  it('are reported once a folder of pages', () =>
    expect(problemsOf(...[bo, cy].map(one => [`people/${one?.name}.md`, one ? [one] : []] as const))).toEqual(
      [`warning people/Bo Ek.md: None of the 2 people in files of this folder ${END}`],
    ));
});

it('completes thousands who are called alike', () => {
  const speakers = Array.from({ length: 50_000 }, () => ({ name: 'Ada Lund', bio: '' }));
  const entries = speakers.flatMap(speaker => mentioning(speaker));
  const people = [...speakers, { name: 'Ada Lund', bio: 'Keeps storage afloat.' }];
  const completed = completeSpeakers(entries, people).entries.flatMap(({ talk }) => talk.speakers);
  expect(completed).toEqual(speakers.map(speaker => ({ ...speaker, bio: 'Keeps storage afloat.' })));
});

describe('people', () => {
  it('are one speaker a name, with the longest bio', () => {
    const people = indexSpeakers([
      { name: 'Zoë Krämer', bio: 'Sails.', affiliation: 'Quay Ltd' },
      { name: 'ZOE KRAMER', bio: 'Sails and writes.' },
    ]);
    expect(people.all([{ name: 'zoe kramer', bio: '' }])).toEqual([
      { id: 'zoe-kramer', name: 'Zoë Krämer', bio: 'Sails and writes.', affiliation: 'Quay Ltd' },
    ]);
  });
});

describe('people who name their talks', () => {
  const ada = { id: 'A1', name: 'Ada Lund', bio: '', talks: ['t1', 'Ceph at sea'] };
  const speakersOf = (talk: DraftTalk) =>
    completeSpeakers([{ draft: draft([talk]), talk }], [ada]).entries.flatMap(entry => entry.talk.speakers);
  it.each<[string, Partial<DraftTalk>, readonly string[]]>([
    ['by id', { id: 't1', title: 'Sails' }, ['Ada Lund']],
    ['by title', { id: 't2', title: 'Ceph at Sea' }, ['Ada Lund']],
    ['but not others', { id: 't2', title: 'Sails' }, []],
    [
      'but not beside those whom the talk names',
      { id: 't1', speakers: [{ name: 'Bo Ek', bio: '' }] },
      ['Bo Ek'],
    ],
  ])('give them %s', (_, talk, names) =>
    expect(speakersOf({ ...draftTalk({ speakers: [] }), ...talk }).map(({ name }) => name)).toEqual(names),
  );
});
