import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { abstracts } from '../../../src/importers/abstracts/abstracts.ts';
import { cases } from '../../support/cases.ts';

/** The talks of a text, without what these tests never look at, and its problems as `line: message`. */
function read(text: string) {
  const { talks = [], problems } = abstracts.read(text, 'a.txt');
  return {
    talks: talks.map(({ title, abstract, speakers, track }) => ({ title, abstract, speakers, track })),
    problems: problems.map(({ severity, line, message }) => `${severity} ${line}: ${message}`),
  };
}

const ADA = { name: 'Ada Lund', bio: 'Keeps the storage of a harbour afloat.' };
const CEPH = { title: 'Ceph at sea', abstract: 'How a ferry runs Ceph.', speakers: [ADA], track: undefined };
const TEXT = [
  'Ceph at sea',
  '~~~~~~~~~~~',
  '',
  '**Abstract:**',
  '',
  'How a ferry runs Ceph.',
  '',
  '',
  '* **Ada Lund** *(Keeps the storage of a harbour afloat.)*',
  '',
].join('\n');

/** The plain text with one thing changed, and what comes of it. */
function check(change: (text: string) => string, changed: Partial<typeof CEPH>, problems: readonly string[]) {
  expect(read(change(TEXT))).toEqual({ talks: [{ ...CEPH, ...changed }], problems });
}

const to =
  (old: string | RegExp, now: string) =>
  (text: string): string =>
    text.replace(old, now);
const withBio = (bio: string) => to(/\*\(Keeps.*/, `*(${bio})*`);
const withName = (name: string) => to('Ada Lund', name);

describe('a talk in a file of its own', () => {
  test('is read whole', () => {
    expect(abstracts.read(TEXT, 'storage/ceph.txt')).toEqual({
      talks: [{ id: undefined, ...CEPH, slots: [], line: 1 }],
      oneTalkAFile: true,
      problems: [],
    });
  });

  test.each([
    ['with another line under the title', to('~~~~~~~~~~~', '==========='), {}],
    ['with a line above the title too', to('Ceph', '~~~~~~~~~~~\nCeph'), {}],
    ['with another line above the title', to('Ceph', '===========\nCeph'), {}],
    ['with no empty lines', (text: string) => text.replace(/\n+/g, '\n'), {}],
    ['with the abstract right after its name', to('**Abstract:**\n\n', '**Abstract:** '), {}],
    ['with the colon outside', to('**Abstract:**', '**Abstract**:'), {}],
    ['in lower case', to('**Abstract:**', '**abstract**'), {}],
    ['after labels and comments for Sphinx', to('Ceph', '.. _ceph:\n\n:orphan:\n\nCeph'), {}],
    ['without a line break at its end', (text: string) => text.trimEnd(), {}],
    ['without speakers', to(/\* \*\*Ada.*/, ''), { speakers: [] }],
    ['with a wide title', to(/Ceph at sea\n~+/, '東京のCeph\n~~~~~~~~~~'), { title: '東京のCeph' }],
    [
      'with HTML that is text',
      to('a ferry', '<b>a</b> &amp;'),
      { abstract: 'How <b>a</b> &amp; runs Ceph.' },
    ],
    ['with no-break spaces', to('How a', 'How\u00a0a'), {}],
    ['over several lines', to('How a ferry', 'How\na\nferry'), {}],
    [
      'of two paragraphs',
      to('Ceph.', 'Ceph.\n\nAnd why.'),
      { abstract: 'How a ferry runs Ceph.\n\nAnd why.' },
    ],
    [
      'with a list',
      to('runs Ceph.', 'runs:\n\n* **Ceph** (the store)\n* the rest\n  of it'),
      { abstract: 'How a ferry runs:\n\n* **Ceph** (the store)\n* the rest of it' },
    ],
    [
      'with a heading inside',
      to('Ceph.', 'Ceph.\n\nOutline\n-------\n\nOne.'),
      { abstract: 'How a ferry runs Ceph.\n\nOutline\n\nOne.' },
    ],
    ['with typographic quotes', to('a ferry', 'a “ferry’s”'), { abstract: 'How a “ferry’s” runs Ceph.' }],
  ])('reads %s', (_, change, changed) => check(change, changed, []));

  test.each([
    [
      'an underline of another length',
      to('~~~~~~~~~~~', '~~~~~'),
      {},
      'warning 1: The line under the title is not as long as the title; it was read as a title.',
    ],
    [
      'no underline',
      to('~~~~~~~~~~~\n', ''),
      {},
      'warning 1: The title is not underlined; it was read as a title because an abstract follows.',
    ],
    [
      'no **Abstract:**',
      to('**Abstract:**\n\n', ''),
      {},
      'warning 1: There is no **Abstract:** line; the text after the title was read as the abstract.',
    ],
    [
      'an empty abstract',
      to('How a ferry runs Ceph.', ''),
      { abstract: '' },
      'warning 1: The talk has no abstract; it is listed with its title only.',
    ],
    [
      'a line separator in the title',
      to('sea\n', 'sea\u2028\n'),
      {},
      'warning 1: The title contains invisible characters; they were removed.',
    ],
    [
      'a damaged title',
      to('sea', 's\ufffda'),
      { title: 'Ceph at s\ufffda' },
      'warning 1: The title has a damaged character; it is shown as \ufffd.',
    ],
    [
      'an address in the abstract',
      to('runs Ceph', 'asks ada@example.org'),
      { abstract: 'How a ferry asks [e-mail address removed].' },
      'warning 1: The abstract contains an e-mail address; it was masked.',
    ],
    [
      'text above the title',
      to('Ceph', 'Draft, do not publish.\n\nCeph'),
      {},
      'error 1: Text that belongs to no talk was left out.',
    ],
    [
      'text below the speakers',
      to(/$/, '\nBring a laptop.'),
      { abstract: 'How a ferry runs Ceph.\n\nBring a laptop.' },
      'warning 11: Text after the speakers was added to the abstract.',
    ],
  ])('reads one with %s, and says so', (_, change, changed, problem) => check(change, changed, [problem]));

  test('cuts what is longer than any abstract', () => {
    const { talks, problems } = read(TEXT.replace('How', 'How '.repeat(6_000)));
    expect(talks[0]?.abstract).toHaveLength(20_000);
    expect(problems).toEqual([
      'error 1: The abstract is longer than 20,000 characters; the rest was left out.',
    ]);
  });

  test('refuses a text longer than a megabyte', () => {
    expect(read(TEXT + ' '.repeat(2 ** 20))).toEqual({
      talks: [],
      problems: [
        'error undefined: The file is longer than 1 MB, which no text of abstracts is; it was not read.',
      ],
    });
  });
});

describe('a speaker', () => {
  test.each([
    ['brackets', 'Runs Ceph (and (more)) at sea'],
    ['brackets that do not match', 'Runs Ceph (at sea :) and ) more'],
    ['asterisks', 'Runs *Ceph* and 5 * 5 ** disks'],
    ['the closing of another bio', 'Runs Ceph *(a store)* at sea'],
    ['quotes', 'Runs “Ceph” at the harbour’s "edge"'],
  ])('keeps %s in the bio', (_, bio) => check(withBio(bio), { speakers: [{ ...ADA, bio }] }, []));

  test.each([
    ['the next line', 'Runs\nCeph.', 'Runs\nCeph.'],
    ['indented lines', 'Runs\n  Ceph.', 'Runs\nCeph.'],
    ['paragraphs', 'Runs Ceph.\n\n  Sails.', 'Runs Ceph.\n\nSails.'],
  ])('has a bio that runs on over %s', (_, bio, read) =>
    check(withBio(bio), { speakers: [{ ...ADA, bio: read }] }, []),
  );

  test.each(['None', '', '\u00a0'])('has no bio where it says %j', bio =>
    check(withBio(bio), { speakers: [{ ...ADA, bio: '' }] }, []),
  );

  test.each(['n/a', 'TBD', 'bio', '-', 'Coming soon', 'Lorem ipsum dolor'])(
    'has no bio where it says %j, which is told',
    bio =>
      check(withBio(bio), { speakers: [{ ...ADA, bio: '' }] }, [
        `warning 9: The bio says only "${bio}"; the speaker is listed without it.`,
      ]),
  );

  test('is masked: no address and no number of theirs is kept', () => {
    const bio = 'Write to [e-mail address removed] or call [phone number removed].';
    check(withBio('Write to ada@example.org or call +34 600 123 456.'), { speakers: [{ ...ADA, bio }] }, [
      'warning 9: The bio contains an e-mail address or a phone number; it was masked.',
    ]);
  });

  test('is nobody where the name is "None None", which is told', () =>
    check(withName('None None'), { speakers: [] }, [
      'warning 9: A speaker is called "None None"; the talk is listed without this speaker.',
    ]));

  test.each(['TBD', 'n/a'])('is nobody yet where the name is %j', name =>
    check(withName(name), { speakers: [] }, []),
  );

  test('is nobody where there is no name', () =>
    check(withName(''), { speakers: [] }, [
      'warning 9: A speaker has no name; the talk is listed without this speaker.',
    ]));

  const WITHHELD = {
    id: 'cfe00dde46ef',
    name: 'Name withheld',
    bio: 'Keeps the storage of a harbour afloat.',
  };
  test.each(['ada@example.org', 'ada@example.org  ada@example.org', '<mailto:ada@example.org>'])(
    'is somebody without a name where that is the address %j, which is not repeated',
    name =>
      check(withName(name), { speakers: [WITHHELD] }, [
        'warning 9: A speaker has an e-mail address or phone number for a name; it is shown as "Name withheld".',
      ]),
  );

  test('keeps a name that stands beside an address', () =>
    check(withName('Ada Lund <ada@example.org>'), {}, [
      'warning 9: The name contains an e-mail address; it was removed.',
    ]));

  test('keeps a name without what cannot be seen in it', () =>
    check(withName('Ada\u200b\u00a0 Lund'), {}, [
      'warning 9: The name contains invisible characters; they were removed.',
    ]));

  test('whose bio is never closed is read all the same', () =>
    check(withBio('Runs Ceph'), { speakers: [{ ...ADA, bio: 'Runs Ceph' }] }, []));

  test('whose bio is not closed is told', () =>
    check(to(/afloat\.\)\*/, 'afloat.'), {}, [
      'warning 9: The bio has no closing ")*"; it was read to its end.',
    ]));

  test.each([
    ['with dashes for bullets', '- **Ada Lund** *(Runs Ceph.)*\n- **Bo Ek** *(Sails.)*'],
    ['without an empty line between them', '* **Ada Lund** *(Runs Ceph.)*\n* **Bo Ek** *(Sails.)*'],
    ['with a bio on the line below', '* **Ada Lund**\n  *(Runs Ceph.)*\n* **Bo Ek** *(Sails.)*'],
  ])('stands in a list %s', (_, list) =>
    check(
      to(/\* \*\*Ada.*/, list),
      {
        speakers: [
          { name: 'Ada Lund', bio: 'Runs Ceph.' },
          { name: 'Bo Ek', bio: 'Sails.' },
        ],
      },
      [],
    ),
  );

  test('needs no bio among others or at the end', () =>
    check(
      to(/\*\(Keeps.*/, '\n* **Bo Ek**'),
      {
        speakers: [
          { ...ADA, bio: '' },
          { name: 'Bo Ek', bio: '' },
        ],
      },
      [],
    ));

  test('is not a bold entry of a list in the abstract', () =>
    check(
      to(/Ceph\.\n+\* .*/, 'this:\n\n* **Ceph**\n* **Linux**'),
      { abstract: 'How a ferry runs this:\n\n* **Ceph**\n* **Linux**', speakers: [] },
      [],
    ));
});

describe('many talks in a file', () => {
  const talk = (title: string, rule = '~') =>
    TEXT.replace('Ceph at sea', title).replace(/~+/, rule.repeat(title.length));

  test('stand below the name of their track', () => {
    const text = `Storage\n=======\n\n${talk('Ceph at sea')}\n${talk('Disks')}\nPeople\n======\n\n${talk('Crews')}`;
    expect(read(text)).toEqual({
      talks: [
        { ...CEPH, track: 'Storage' },
        { ...CEPH, title: 'Disks', track: 'Storage' },
        { ...CEPH, title: 'Crews', track: 'People' },
      ],
      problems: [],
    });
  });

  test('may be one talk, which then has no file of its own', () => {
    const { talks, oneTalkAFile } = abstracts.read(`Storage\n=======\n\n${TEXT}`, 'a.txt');
    expect({ tracks: talks?.map(each => each.track), oneTalkAFile }).toEqual({
      tracks: ['Storage'],
      oneTalkAFile: false,
    });
  });

  test.each([
    ['are all kept where two have the same title', [talk('Disks'), talk('Disks')], ['Disks', 'Disks']],
    ['may be underlined in different ways', [talk('Disks'), talk('Crews', '-')], ['Disks', 'Crews']],
    [
      'may follow each other without an empty line',
      [talk('Disks').trim(), `\n${talk('Crews')}`],
      ['Disks', 'Crews'],
    ],
  ])('%s', (_, texts, titles) => {
    expect(read(texts.join('')).talks.map(each => each.title)).toEqual(titles);
  });

  test('are all found where one lost its underline', () => {
    const text = talk('Disks') + talk('Crews').replace(/~+\n/, '') + talk('Ships');
    expect(read(text)).toEqual({
      talks: ['Disks', 'Crews', 'Ships'].map(title => ({ ...CEPH, title })),
      problems: [
        'warning 10: The title is not underlined; it was read as a title because an abstract follows.',
      ],
    });
  });

  test('are all found where one has no abstract and another underline', () => {
    const text = `${talk('Disks')}\nCrews\n-----\n\nWho sails.\n`;
    expect(read(text)).toEqual({
      talks: [
        { ...CEPH, title: 'Disks' },
        { title: 'Crews', abstract: 'Who sails.', speakers: [], track: undefined },
      ],
      problems: [
        'warning 11: There is no **Abstract:** line; the text after the title was read as the abstract.',
      ],
    });
  });

  test('are told where a track has text of its own', () => {
    expect(read(`Storage\n=======\n\nAll on disks.\n\n${TEXT}`)).toEqual({
      talks: [{ ...CEPH, track: 'Storage' }],
      problems: ['error 4: Text that belongs to no talk was left out.'],
    });
  });
});

describe('what is written', () => {
  const word = fc.stringMatching(/^[A-Za-z][a-z(),*’é]{0,8}[a-z]$/);
  const words = fc.array(word, { minLength: 2, maxLength: 8 }).map(all => all.join(' '));
  const person = fc.record({ name: fc.stringMatching(/^[A-Z][a-zé]{2,8} [A-Z][a-z]{2,8}$/), bio: words });
  const talk = fc.record({ title: words, abstract: words, speakers: fc.array(person, { maxLength: 4 }) });

  test('reads back, talk by talk', () => {
    fc.assert(
      fc.property(fc.array(talk, { minLength: 1, maxLength: 5 }), talks => {
        const written = talks.map(
          ({ title, abstract, speakers }) =>
            `${title}\n${'~'.repeat(title.length)}\n\n**Abstract:**\n\n${abstract}\n\n\n${speakers
              .map(({ name, bio }) => `* **${name}** *(${bio})*\n`)
              .join('\n')}`,
        );
        const track = 'Storage';
        expect(read(`${track}\n=======\n\n${written.join('\n')}`)).toEqual({
          talks: talks.map(each => ({ ...each, track })),
          problems: [],
        });
      }),
      { numRuns: cases(1000) },
    );
  });
});
