import { describe, expect, test } from 'vitest';
import { find } from '../../src/search/find.ts';
import { indexProgramme } from '../../src/search/index/index-programme.ts';
import { programme, slot } from './build.ts';

const index = indexProgramme(
  programme(
    {
      id: 'ceph',
      title: 'Growing a Ceph cluster',
      abstract: 'Disks fail, and nobody is paged. Software defined storage at its best.',
      track: 'Storage',
      slots: [slot('2027-05-12T10:00', 'Harbour Hall')],
      languages: ['en'],
      level: 'Beginner',
    },
    {
      id: 'night',
      title: 'Networks at night',
      abstract: 'What a Ceph team learned of switches.',
      speakers: ['Ana Pérez', 'Stefano Maffulli: Stefano looks after a community.'],
      track: 'Networking',
      slots: [slot('2027-05-11T09:00', 'Quay Room')],
      languages: ['es'],
      level: 'Advanced',
    },
    {
      id: 'bread',
      title: 'Sourdough for operators',
      abstract: 'Storage of flour.',
      speakers: ['Jon Brewer: He bakes with Ceph in mind.'],
      track: 'Storage',
    },
    { id: 'sriov', title: 'SR-IOV on OpenStack', abstract: 'Fast packets.', speakers: ['Stefano Rossi'] },
    { id: 'ja', title: '東京で分散ストレージを運用する', abstract: 'ก้าวแรกกับคอนเทนเนอร์' },
    { id: 'ru', title: 'Сети в дата-центре', abstract: 'Η αποθήκευση στη θάλασσα' },
  ),
);

const ask = (query: string) => find(index, query, { today: '2027-05-12' });
const ids = (query: string) => ask(query).talks.map(talk => talk.id);

describe('finds a talk by', () => {
  test.each([
    ['a word of its title', 'sourdough', ['bread']],
    ['another form of a word', 'operating sourdough', ['bread']],
    ['a word of its family', 'storing flour', ['bread', 'ceph']],
    ['a word with a slip of the finger', 'sourdogh', ['bread']],
    ['swapped letters', 'suordough', ['bread']],
    ['the beginning of its last word', 'networks at ni', ['night']],
    ['a speaker without accents', 'perez', ['night']],
    ['a name in capitals', 'PÉREZ', ['night']],
    ['a word put together, however it is written', 'sriov', ['sriov']],
    ['a word put together, with its hyphen', 'SR-IOV', ['sriov']],
    ['a part of a word put together', 'stack', ['sriov']],
    ['a word of a language without spaces', 'ストレージ', ['ja']],
    ['a Thai word', 'คอนเทนเนอร์', ['ja']],
    ['a Cyrillic word in small letters', 'сети', ['ru']],
    ['a Greek word without accents', 'αποθηκευση', ['ru']],
    ['nothing but stop words, since a title may be made of them', 'at', ['night', 'ceph']],
    ['nothing', '', []],
    ['signs', '?! — …', []],
  ])('%s', (_by, query, expected) => {
    expect(ids(query)).toEqual(expected);
  });
});

test('finds talks in a language by its tag, by the first part of it, and by the region that goes without saying', () => {
  const spoken = indexProgramme(
    programme(
      { id: 'br', title: 'Portos', languages: ['pt-br'] },
      { id: 'pt', title: 'Portos de mar', languages: ['pt'] },
      { id: 'pap', title: 'Haf', languages: ['pap'] },
    ),
  );
  const found = (query: string) => find(spoken, query).talks.map(talk => talk.id);
  expect(['lang:pt', 'lang:pt-br', 'lang:p'].map(found)).toEqual([['br', 'pt'], ['br', 'pt'], []]);
});

test('finds pauses only where nothing else is found', () => {
  const withPauses = indexProgramme(
    programme(
      { id: 'coffee', title: 'Coffee break', kind: 'break' },
      { id: 'desk', title: 'Registration desk', kind: 'service' },
      { id: 'bean', title: 'Coffee for operators' },
    ),
  );
  const found = (query: string) => find(withPauses, query).talks.map(talk => talk.id);
  expect({ coffee: found('coffee'), break: found('break'), desk: found('registration desk') }).toEqual({
    coffee: ['bean'],
    break: ['coffee'],
    desk: ['desk'],
  });
});

describe('finds, however it is written,', () => {
  const written = indexProgramme(
    programme(
      { id: 'long', title: 'Kubernetes on ships', abstract: 'Keystrokes count.' },
      { id: 'short', title: 'A k8s on ships' },
      { id: 'words', title: 'Internationalization and accessibility' },
      { id: 'cpp', title: 'Modern C++ at work' },
      { id: 'csharp', title: 'C# on the bridge' },
      { id: 'c', title: 'Drivers in C' },
      { id: 'dotnet', title: 'Migrating to .NET 10' },
      { id: 'net', title: 'The net is torn. Next!' },
      { id: 'node', title: 'Node.js streams' },
      { id: 'cicd', title: 'CI/CD for crews' },
      { id: 'async', title: 'Async/await in practice' },
      { id: 'brien', title: 'Knots', speakers: ['Nora O’Brien'] },
      { id: 'fr', title: 'L’intelligence des ports' },
      { id: 'wide', title: 'Ｏｆｆｉｃｅ ﬁle formats' },
      { id: 'crash', title: 'Crash\u200bloop 🔥 stories' },
    ),
  );
  test.each([
    ['k8s', ['short', 'long']],
    ['kubernetes', ['long', 'short']],
    ['i18n', ['words']],
    ['A11Y', ['words']],
    ['c++', ['cpp']],
    ['C++ work', ['cpp']],
    ['c#', ['csharp']],
    ['.net', ['dotnet']],
    ['dotnet', ['dotnet']],
    ['nodejs', ['node']],
    ['node.js', ['node']],
    ['node js', ['node']],
    ['cicd', ['cicd']],
    ['CI-CD', ['cicd']],
    ['async-await', ['async']],
    ["o'brien", ['brien']],
    ['O’Brien', ['brien']],
    ['obrien', ['brien']],
    ['brien', ['brien']],
    ['intelligence', ['fr']],
    ["d'intelligence", ['fr']],
    ['office', ['wide']],
    ['ｆｉｌｅ', ['wide']],
    ['crashloop', ['crash']],
    ['crash\u200bloop', ['crash']],
    ['#crashloop', ['crash']],
    ['@crashloop', ['crash']],
    ['🔥 crashloop 👩‍🚒', ['crash']],
    ['🔥', []],
  ])('%s', (typed, expected) => {
    expect(find(written, typed).talks.map(talk => talk.id)).toEqual(expected);
  });

  test('and shows what a short form stands for', () => {
    const { words } = find(written, 'k8s');
    expect(['k8s', 'Kubernetes', 'ships'].map(word => words.weightOf(word) > 0)).toEqual([true, true, false]);
  });
});

describe('finds other forms of a word in the language of the talk,', () => {
  const many = indexProgramme(
    programme(
      {
        id: 'en',
        title: 'Predicting the tides',
        abstract: 'How to watch the water and the wind for a harbour.',
      },
      { id: 'de', title: 'Bessere Vorhersagen', abstract: 'Wie wir die Flut und das Wetter nicht raten.' },
      { id: 'es', title: 'Las mejores predicciones', abstract: 'Cómo se ven los barcos en el mar.' },
      { id: 'tagged', title: 'Leuchttürme', languages: ['de'] },
      { id: 'sv', title: 'Fyrarnas ljus', languages: ['sv'] },
    ),
  );
  test.each([
    ['vorhersage', ['de']],
    ['prediccion', ['es']],
    ['leuchtturmen', ['tagged']],
    ['predict', ['en']],
    ['fyrarna', ['sv']],
  ])('%s', (query, expected) => {
    expect(find(many, `${query} .`).talks.map(talk => talk.id)).toEqual(expected);
  });

  test('and marks them', () => {
    const { words } = find(many, 'vorhersage');
    expect(['Vorhersagen', 'Wetter'].map(word => words.weightOf(word) > 0)).toEqual([true, false]);
  });
});

test('a word is of the language of most talks that have it, however often one other has it', () => {
  const english = ['a', 'b', 'c', 'd', 'e'].map(id => ({
    id,
    title: `Testing ${id}${id}`,
    abstract: 'This is how you get there from the other side.',
  }));
  const german = {
    id: 'de',
    title: 'Proben',
    abstract: `Wir werden und wir sind nicht ${'Testing '.repeat(10)}`,
  };
  const mixed = indexProgramme(programme(...english, german));
  expect(find(mixed, 'tests').talks.map(talk => talk.id)).toContain('a');
});

test('a query that fails on its way leaves nothing for the next', () => {
  const talks = [{ title: 'Ceph at sea' }, { title: 'Ceph and bread', abstract: 'Sea salt.' }];
  const failing = {
    comparisons: 0,
    get postings() {
      return 0;
    },
    set postings(_count: number) {
      throw new Error('It failed.');
    },
  };
  const used = indexProgramme(programme(...talks));
  expect(() => find(used, 'bread', { work: failing })).toThrow('It failed.');
  const scored = (index: typeof used) => {
    const { talks: found, scores } = find(index, 'ceph sea');
    return found.map((talk, place) => [talk.id, scores[place]]);
  };
  expect(scored(used)).toEqual(scored(indexProgramme(programme(...talks))));
});

describe('ranks', () => {
  test('a word in the title above the same in an abstract, and that above a bio', () => {
    expect(ids('ceph')).toEqual(['ceph', 'night', 'bread']);
  });

  test('equal talks by title, then by id', () => {
    const twins = [
      { id: 'b', title: 'Tides' },
      { id: 'a', title: 'Tides' },
      { id: 'c', title: 'Ports', abstract: 'x' },
    ];
    const answer = find(indexProgramme(programme(...twins)), 'tides');
    expect(answer.talks.map(talk => talk.id)).toEqual(['a', 'b']);
  });

  test('what has all words above what has one of them often', () => {
    const some = programme(
      { id: 'both', title: 'Ports and tides' },
      { id: 'one', title: 'Tides', abstract: 'Tides, tides and tides.' },
    );
    expect(find(indexProgramme(some), 'tides ports').talks[0]?.id).toBe('both');
  });

  test('a title that is the query above longer ones', () => {
    const some = programme(
      { id: 'long', title: 'Update on Ironic' },
      { id: 'short', title: 'Ironic update' },
    );
    expect(find(indexProgramme(some), 'ironic update').talks[0]?.id).toBe('short');
  });
});

describe('reads', () => {
  test.each([
    ['a phrase', '"defined storage"', ['ceph']],
    ['quotes as phones type them', '“defined storage”', ['ceph']],
    ['a phrase that is never closed', '"defined storage', ['ceph']],
    ['a word in quotes as that word only', '"switches"', ['night']],
    ['a minus as without', 'ceph -switches', ['ceph', 'bread']],
    ['a minus before a phrase', 'ceph -"ceph team"', ['ceph', 'bread']],
    ['a minus alone as all others, by time', '-ceph', ['sriov', 'ja', 'ru'].sort()],
    ['a track, in any case', 'TRACK:storage ceph', ['ceph', 'bread']],
    ['a misspelt track', 'track:storge ceph', ['ceph', 'bread']],
    ['a track to be left out', '-track:storage ceph', ['night']],
    ['several values as alternatives', 'track:storage,networking ceph', ['ceph', 'night', 'bread']],
    ['a room in quotes', 'room:"quay room"', ['night']],
    ['a speaker by surname', 'speaker:maffulli', ['night']],
    ['a weekday', 'day:tuesday', ['night']],
    ['a date', 'day:2027-05-12', ['ceph']],
    ['a date in figures', 'day:12.5.', ['ceph']],
    ['a date with its month first', 'day:5/12', ['ceph']],
    ['a date of several words', 'day:may 12', ['ceph']],
    ['a weekday of another language', 'day:mittwoch', ['ceph']],
    ['today', 'day:today', ['ceph']],
    ['several days', 'day:today|tuesday', ['night', 'ceph']],
    ['a language by its name', 'lang:spanish', ['night']],
    ['a language by its own name', 'lang:Español', ['night']],
    ['a language', 'lang:es', ['night']],
    ['a level, in any case', 'level:advanced ceph', ['night']],
    ['a misspelt level', 'level:beginer', ['ceph']],
    ['a level to be left out', '-level:advanced ceph', ['ceph', 'bread']],
    ['filters that all have to hold', 'track:storage day:today', ['ceph']],
    ['a filter alone by time, what has none last', 'track:storage', ['ceph', 'bread']],
  ])('%s', (_what, query, expected) => {
    const found = ids(query);
    expect(query.startsWith('-ceph') ? [...found].sort() : found).toEqual(expected);
  });
});

test.each([
  ['room:1', ['Hall 1', 'West 11, desk 1']],
  ['room:"hall 1"', ['Hall 1']],
  ['room:2', ['Hall 21', 'Hall 210']],
  ['room:"\u0301"', ['Hall 1', 'Hall 10', 'Hall 21', 'Hall 210', 'West 11, desk 1']],
])('takes a number of a room as a whole, where there is one: %s', (query, rooms) => {
  const names = ['Hall 1', 'Hall 10', 'Hall 21', 'Hall 210', 'West 11, desk 1'];
  const halls = indexProgramme(
    programme(...names.map(room => ({ id: room, title: 'Knots', slots: [slot('2027-05-11T09:00', room)] }))),
  );
  const found = find(halls, query).talks.map(talk => talk.id);
  expect(found.sort()).toEqual(rooms);
});

describe('takes for another word only what is made of letters, not', () => {
  const codes = indexProgramme(
    programme({ title: 'IPv4 in 2026' }, { title: 'Room S1.03' }, { title: 'Ceph k3s example.com track' }),
  );
  test.each(['2027', 'ipv6', 'k8s', 'https://cehp.io', 'cehp@exampel.org', 'trak:cargo', 'foo:cehp'])(
    '%s',
    typed => {
      const { talks, correction, nearest } = find(codes, typed);
      expect([talks, correction, nearest]).toEqual([[], undefined, []]);
    },
  );
});

describe('explains', () => {
  test('what it took a misspelt word for', () => {
    expect(ask('cehp cluster').correction).toBe('ceph cluster');
    expect(ask('ceph cluster').correction).toBeUndefined();
    expect(ask('ceph clust').correction).toBeUndefined();
  });
  test('no correction where a word may be the beginning of another', () => {
    expect([ask('flou brew').correction, ids('flou brew')]).toEqual([undefined, ['bread']]);
  });
  test('of three letters only that two were swapped', () => {
    expect([ask('jno flour').correction, ask('son flour').correction]).toEqual(['jon flour', undefined]);
  });

  test('no small word of a language in which nothing is written here', () => {
    const english = indexProgramme(programme({ title: 'Bits on Kubernetes, fio and bare metal per disk' }));
    const explained = (typed: string) => {
      const { talks, correction } = find(english, typed);
      return [talks.length, correction];
    };
    expect(['wer mit Kubernetes', 'wer mit kuberntes', 'wer', 'bare le'].map(explained)).toEqual([
      [1, undefined],
      [1, 'wer mit kubernetes'],
      [0, undefined],
      [1, undefined],
    ]);
  });

  test('that there is no such filter, and searches it as words', () => {
    expect(ask('foo:ceph').notes).toEqual(['There is no filter “foo:”; it was searched as words.']);
    expect(ids('foo:ceph')).toEqual(['ceph', 'night', 'bread']);
  });

  test.each([
    ['track:storge ceph', 'track:Storage ceph'],
    ['track:"storge"', 'track:Storage'],
    ['cehp room:"quay rom"', 'ceph room:"Quay Room"'],
    ['speaker:mafuli', 'speaker:"Stefano Maffulli"'],
    ['track:stor ceph', undefined],
  ])('what it took a misspelt filter for: %s', (query, correction) => {
    expect(ask(query).correction).toBe(correction);
  });

  test.each([
    ['speaker:', 'Type a name after “speaker:”, such as speaker:"Ana Pérez".'],
    ['ceph track:', 'Type a track after “track:”: Networking or Storage.'],
    ['room:"" ceph', 'Type a room after “room:”: Quay Room or Harbour Hall.'],
    ['day: ceph -day:', 'Type a day after “day:”: Tue 11 May or Wed 12 May.'],
    ['lang:', 'Type a language after “lang:”: en or es.'],
    ['day:friday', 'Nothing is scheduled on Fri 14 May. The days are Tue 11 May and Wed 12 May.'],
    ['level:', 'Type a level after “level:”: Advanced or Beginner.'],
    ['level:300', 'There is no level “300” in the programme.'],
    ['day:x', 'There is no day “x” in the programme. The days are Tue 11 May and Wed 12 May.'],
    ['lang:fr', 'There is no language “fr” in the programme. There are en and es.'],
    ['track:cooking', 'There is no track “cooking” in the programme.'],
    [
      'room:"hall 2"',
      'There is no room “hall 2” in the programme. The rooms are Quay Room and Harbour Hall.',
    ],
  ])('what may stand in a filter: %s', (query, note) => {
    expect(ask(query).notes).toEqual([note]);
  });

  test('what may stand in a filter, as far as it can be read', () => {
    const many = Array.from({ length: 40 }, (_, place) => ({
      title: 'x',
      track: `Track ${place} ${'y'.repeat(500)}`,
    }));
    const [note = ''] = find(indexProgramme(programme(...many, { title: 'x', track: ' ' })), 'track:').notes;
    expect([note.length < 600, note.endsWith('… or 32 more.')]).toEqual([true, true]);
  });

  test('a filter without a value narrows nothing down', () => {
    expect([ids('ceph track:'), ids('track:')]).toEqual([ids('ceph'), []]);
  });

  test('that a phrase stands nowhere, and searches its words', () => {
    const answer = ask('"cluster ceph"');
    expect(answer.notes).toEqual(['No talk has “cluster ceph” word for word; its words were searched.']);
    expect(answer.talks[0]?.id).toBe('ceph');
  });

  test('that only a part was read of what was pasted', () => {
    expect(ask('ceph '.repeat(1000)).notes).toEqual(['Only the first 1000 characters were read.']);
  });

  test.each([
    ['the words without what narrows them down', 'sourdough room:quay', ['sourdough']],
    ['the filter without words that nothing has', 'track:storage xyzzy', ['track:storage']],
    ['the word of a name that was spelt by ear', 'mafuli', ['maffulli']],
    ['nothing for what is like nothing', 'qqqqqqqq', []],
  ])('what would find something: %s', (_what, query, nearest) => {
    const answer = ask(query);
    expect([answer.talks, answer.speakers, answer.nearest]).toEqual([[], [], nearest]);
  });
});

describe('names people', () => {
  test.each([
    ['by first name and surname', 'ana pérez', ['Ana Pérez']],
    ['by a surname alone', 'maffulli', ['Stefano Maffulli']],
    ['by a first name that several have', 'stefano', ['Stefano Maffulli', 'Stefano Rossi']],
    ['by a misspelt name', 'stefano maffuli', ['Stefano Maffulli']],
    ['by a name spelt by ear', 'stefano mafuli', ['Stefano Maffulli']],
    ['inside a longer query', 'stefano maffulli ceph', ['Stefano Maffulli']],
    ['not by a subject', 'ceph', []],
    ['not by a subject that is also in a bio', 'ceph cluster', []],
    ['not by one name among other words', 'stefano ceph cluster', []],
  ])('%s', (_how, query, names) => {
    expect(ask(query).speakers.map(match => match.speaker.name)).toEqual(names);
  });

  test('and has their talks first', () => {
    expect(ids('stefano mafuli')[0]).toBe('night');
  });
});

describe('weighs the words of a text', () => {
  test.each([
    ['Ceph', 'ceph', true],
    ['clusters', 'ceph cluster', true],
    ['storage', 'storing', true],
    ['Ceph', 'cehp', true],
    ['sourdough', 'sourd', true],
    ['OpenStack', 'stack', true],
    ['harbour', 'ceph', false],
  ])('%s for %s', (word, query, counts) => {
    expect(ask(query).words.weightOf(word) > 0).toBe(counts);
  });

  test('half where it goes on, and none where it is a second best correction', () => {
    const lanterns = indexProgramme(programme({ title: 'Lanterning' }, { title: 'Lanternums' }));
    const weights = (query: string, ...words: readonly string[]) =>
      words.map(word => find(lanterns, query).words.weightOf(word));
    expect(weights('lante', 'lanterning')).toEqual([0.5]);
    expect(weights('lanternimg', 'lanternums')).toEqual([0]);
  });

  test('rare ones more than common ones', () => {
    const { words } = ask('ceph sourdough');
    expect(words.weightOf('sourdough')).toBeGreaterThan(words.weightOf('ceph'));
    expect(words.weightOf('sourdough')).toBe(1);
  });
});

test('offers the filters of a query without its unknown words only where a talk passes them', () => {
  const index = indexProgramme(
    programme({ title: 'Knots', track: 'Ropes' }, { title: 'Tides', track: 'Water', level: 'expert' }),
  );
  const nearestOf = (query: string) => find(index, query).nearest;
  expect([nearestOf('zzzqqq track:water'), nearestOf('zzzqqq track:ropes level:expert')]).toEqual([
    ['track:water'],
    [],
  ]);
});

test('offers at most three words that are spelt most like one that nothing has', () => {
  const endings = ['a', 'e', 'i', 'o', 'u'];
  const index = indexProgramme(
    programme(...endings.map(ending => ({ title: 'Knots', speakers: [`Ada Maffull${ending}`] }))),
  );
  const { talks, nearest } = find(index, 'mafuly');
  expect([talks, nearest]).toEqual([[], ['maffulla', 'maffulle', 'maffulli']]);
});
