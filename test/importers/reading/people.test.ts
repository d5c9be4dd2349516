import { describe, expect, it, test } from 'vitest';
import {
  createPersonReader,
  isNoBio,
  isNobody,
  type RawPerson,
  readSpeaker,
} from '../../../src/importers/reading/people.ts';
import { createReport } from '../../../src/importers/reading/report.ts';

test.each([
  '',
  '-',
  '?',
  'None',
  'None None',
  'none  NONE',
  'N/A',
  'TBD',
  '(tba)',
  'To be announced',
  'Guest speaker TBA',
  'Speakers to be announced soon',
  'Several',
  't.b.a.',
  'T.B.C.',
  'alle',
  'Everybody!',
  'tout le monde',
  'Todos',
])('takes %j for nobody', name => expect(isNobody(name)).toBe(true));

test.each(['Ada Lund', 'Nan Goldin', 'Nil', 'X', '東京', 'Tba Singh', 'T. B. Adams', 'Alle Berg'])(
  'takes %j for a person',
  name => expect(isNobody(name)).toBe(false),
);

test.each([
  '',
  'None',
  'n/a',
  'NA',
  'TBD',
  'TBA..',
  'bio',
  '-',
  '...',
  '.',
  'q',
  'xxx',
  'Coming soon!',
  'Lorem ipsum dolor sit',
  'Lorem, ipsum dolor sit amet consectetur adipiscing elit, sed do eiusmod',
])('takes %j for no bio', bio => expect(isNoBio(bio)).toBe(true));

test.each(['Nokia', 'Bio-chemist.', 'Works at IBM', 'To be added to my list, write to me', '東京'])(
  'takes %j for a bio',
  bio => expect(isNoBio(bio)).toBe(false),
);

const WITHHELD = 'Name withheld';

describe('a speaker by name and bio', () => {
  function read(name: string, bio = '') {
    const report = createReport('a.json');
    const speaker = readSpeaker({ name, bio }, { line: 3, item: 'Ceph' }, report);
    return {
      speaker,
      problems: report.problems.map(({ severity, line, item, message }) =>
        [severity, line, `${item}:`, message].join(' '),
      ),
    };
  }

  it.each([
    ['Ada Lund', 'Ada Lund'],
    [' **Ada  Lund** ', 'Ada Lund'],
    ['“Ada Lund”', 'Ada Lund'],
    ['"Ada" Lund', '"Ada" Lund'],
    ['東京 花子', '東京 花子'],
  ])('named %j is %j', (name, expected) =>
    expect(read(name, 'Sails.')).toEqual({ speaker: { name: expected, bio: 'Sails.' }, problems: [] }),
  );

  it('is nobody under a placeholder, and a program’s word for one is reported', () => {
    for (const name of [
      'TBA',
      'n/a',
      '-',
      'N.N.',
      'Various speakers',
      'À confirmer',
      'Wird noch bekannt gegeben',
    ])
      expect(read(name, 'Sails.')).toEqual({ speaker: undefined, problems: [] });
    expect(read('None None', 'Sails.')).toEqual({
      speaker: undefined,
      problems: ['warning 3 Ceph: A speaker is called "None None"; the talk is listed without this speaker.'],
    });
    expect(read(' ').problems).toEqual([
      'warning 3 Ceph: A speaker has no name; the talk is listed without this speaker.',
    ]);
  });

  it('keeps no e-mail address in the name', () =>
    expect(read('Ada Lund <ada@example.org>')).toEqual({
      speaker: { name: 'Ada Lund', bio: '' },
      problems: ['warning 3 Ada Lund: The name contains an e-mail address; it was removed.'],
    }));

  it.each([
    ['Max *Star*', 'Max *Star*'],
    ['Max "Star"', 'Max "Star"'],
    ['“Max” Star', '“Max” Star'],
    ['**Max "Star"**', 'Max "Star"'],
    ['"Max Star" *', 'Max Star'],
  ])('keeps both marks of a pair in %s', (written, name) => {
    expect(read(written).speaker).toEqual({ name, bio: '' });
  });

  it('keeps no invisible characters in the name', () =>
    expect(read('Ada\u200b Lund')).toEqual({
      speaker: { name: 'Ada Lund', bio: '' },
      problems: ['warning 3 Ada Lund: The name contains invisible characters; they were removed.'],
    }));

  it('is one person, without a name, under one address however it is written', () => {
    const [plain, capital, other] = ['ada@example.org', 'Ada@Example.org', 'bo@example.org'].map(
      name => read(name).speaker,
    );
    expect(plain).toEqual({ id: plain?.id, name: WITHHELD, bio: '' });
    expect(capital).toEqual(plain);
    expect(other?.id).not.toBe(plain?.id);
    expect(read('ada@example.org').problems).toEqual([
      `warning 3 Ceph: A speaker has an e-mail address or phone number for a name; it is shown as "${WITHHELD}".`,
    ]);
  });

  it('has a bio without contacts', () =>
    expect(read('Ada Lund', 'Write to ada@example.org, tel. 030 123456.')).toEqual({
      speaker: {
        name: 'Ada Lund',
        bio: 'Write to [e-mail address removed], tel. [phone number removed].',
      },
      problems: ['warning 3 Ada Lund: The bio contains an e-mail address or a phone number; it was masked.'],
    }));

  it('has no bio if it is a placeholder', () => {
    expect(read('Ada Lund', 'Coming soon!')).toEqual({
      speaker: { name: 'Ada Lund', bio: '' },
      problems: ['warning 3 Ada Lund: The bio says only "Coming soon!"; the speaker is listed without it.'],
    });
    expect(read('Ada Lund', 'None').problems).toEqual([]);
  });

  it('has at most 20,000 characters of bio', () => {
    const { speaker, problems } = read('Ada Lund', 'x '.repeat(10_001));
    expect(speaker?.bio).toHaveLength(20_000);
    expect(problems).toEqual([
      'error 3 Ada Lund: The bio is longer than 20,000 characters; the rest was left out.',
    ]);
  });
});

describe('a person of a file', () => {
  function read(...people: readonly Partial<RawPerson>[]) {
    const report = createReport('a.json');
    const readPerson = createPersonReader(report);
    const speakers = people.map(person => readPerson({ id: '', name: '', bio: '', ...person }, 'Ceph', 3));
    return {
      speakers,
      problems: report.problems.map(({ line, item, message }) => `${line} ${item}: ${message}`),
    };
  }

  it('has an id, a name and a bio as people read it', () =>
    expect(read({ id: ' ADA1', name: 'Ada Lund', bio: '<p>Sails.</p>' })).toEqual({
      speakers: [[{ id: 'ADA1', name: 'Ada Lund', bio: 'Sails.' }]],
      problems: [],
    }));

  it('may have only an id', () =>
    expect(read({ id: 'ADA1', bio: 'Sails.' })).toEqual({
      speakers: [[{ id: 'ADA1', name: '', bio: '' }]],
      problems: [],
    }));

  it('may have only a name', () =>
    expect(read({ name: 'Ada Lund' })).toEqual({
      speakers: [[{ id: undefined, name: 'Ada Lund', bio: '' }]],
      problems: [],
    }));

  it('stays, without a name, under an id and a name without letters', () => {
    expect(read({ id: 'ADA1', name: '-', bio: 'Sails.' })).toEqual({
      speakers: [[{ id: 'ADA1', name: WITHHELD, bio: '' }]],
      problems: [`3 Ceph: A speaker is called "-"; it is shown as "${WITHHELD}".`],
    });
    expect(read({ id: 'R2', name: '2' }).speakers).toEqual([[{ id: 'R2', name: '2', bio: '' }]]);
  });

  it('is nobody with neither', () =>
    expect(read({ bio: 'Sails.' })).toEqual({
      speakers: [[]],
      problems: ['3 Ceph: A speaker has no name; the talk is listed without this speaker.'],
    }));

  it('keeps the id that the source gives under an address for a name', () =>
    expect(read({ id: 'ADA1', name: 'ada@example.org' }).speakers).toEqual([
      [{ id: 'ADA1', name: WITHHELD, bio: '' }],
    ]));

  it('is read once, and reported once, however often a file repeats them', () => {
    const ada = { id: 'ADA1', name: 'Ada Lund', bio: 'ada@example.org' };
    const { speakers, problems } = read(ada, ada, { ...ada, id: 'ADA2' });
    expect(speakers[1]).toBe(speakers[0]);
    expect(problems).toHaveLength(1);
  });

  it('has under each mention the bio that stands there', () => {
    const ada = { id: 'ADA1', name: 'Ada Lund' };
    expect(read(ada, { ...ada, bio: 'Sails.' }).speakers).toEqual([
      [{ ...ada, bio: '' }],
      [{ ...ada, bio: 'Sails.' }],
    ]);
  });
});
