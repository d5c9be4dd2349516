import { describe, expect, test } from 'vitest';
import { find } from '../../src/search/find.ts';
import { indexProgramme } from '../../src/search/index-programme.ts';
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
    },
    {
      id: 'night',
      title: 'Networks at night',
      abstract: 'What a Ceph team learned of switches.',
      speakers: ['Ana Pérez', 'Stefano Maffulli: Stefano looks after a community.'],
      track: 'Networking',
      slots: [slot('2027-05-11T09:00', 'Quay Room')],
      languages: ['es'],
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
const ids = (query: string) => ask(query).talks.map(match => match.talk.id);

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
    expect(answer.talks.map(match => match.talk.id)).toEqual(['a', 'b']);
  });

  test('what has all words above what has one of them often', () => {
    const some = programme(
      { id: 'both', title: 'Ports and tides' },
      { id: 'one', title: 'Tides', abstract: 'Tides, tides and tides.' },
    );
    expect(find(indexProgramme(some), 'tides ports').talks[0]?.talk.id).toBe('both');
  });

  test('a title that is the query above longer ones', () => {
    const some = programme(
      { id: 'long', title: 'Update on Ironic' },
      { id: 'short', title: 'Ironic update' },
    );
    expect(find(indexProgramme(some), 'ironic update').talks[0]?.talk.id).toBe('short');
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
    ['today', 'day:today', ['ceph']],
    ['a language', 'lang:es', ['night']],
    ['filters that all have to hold', 'track:storage day:today', ['ceph']],
    ['a filter alone by time, what has none last', 'track:storage', ['ceph', 'bread']],
  ])('%s', (_what, query, expected) => {
    const found = ids(query);
    expect(query.startsWith('-ceph') ? [...found].sort() : found).toEqual(expected);
  });
});

describe('explains', () => {
  test('what it took a misspelt word for', () => {
    expect(ask('cehp cluster').correction).toBe('ceph cluster');
    expect(ask('ceph cluster').correction).toBeUndefined();
    expect(ask('ceph clust').correction).toBeUndefined();
  });

  test('that there is no such filter, and searches it as words', () => {
    expect(ask('foo:ceph').notes).toEqual(['There is no filter “foo:”; it was searched as words.']);
    expect(ids('foo:ceph')).toEqual(['ceph', 'night', 'bread']);
  });

  test('that a phrase stands nowhere, and searches its words', () => {
    const answer = ask('"cluster ceph"');
    expect(answer.notes).toEqual(['No talk has “cluster ceph” word for word; its words were searched.']);
    expect(answer.talks[0]?.talk.id).toBe('ceph');
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

  test('rare ones more than common ones', () => {
    const { words } = ask('ceph sourdough');
    expect(words.weightOf('sourdough')).toBeGreaterThan(words.weightOf('ceph'));
    expect(words.weightOf('sourdough')).toBe(1);
  });
});
