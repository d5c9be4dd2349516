import { describe, expect, test } from 'vitest';
import {
  emptyDayNote,
  languageTags,
  noValueNote,
  unknownDayNote,
  unknownNameNote,
} from '../../../src/search/filter/filter-notes.ts';
import { programme, slot } from '../build.ts';

const bare = programme({ title: 'Tides' });

const oneOfEach = programme({
  title: 'Tides',
  track: 'Storage',
  level: 'Beginner',
  languages: ['en'],
  speakers: ['Ana Pérez'],
  slots: [slot('2027-05-11T09:00', 'Quay Room')],
});

const nine = programme(
  ...Array.from({ length: 9 }, (_, at) => ({
    title: `Knots ${at}`,
    track: `Track ${at + 1}`,
    speakers: [`${at} Lund`],
    languages: [['de', 'en', 'fr'][at % 3] ?? ''],
    slots: [slot(`2027-05-1${at % 3}T09:00`)],
  })),
);

describe('a filter without a value may have', () => {
  test.each([
    ['speaker', 'Type a name after “speaker:”, such as speaker:"Ana Pérez".'],
    ['track', 'Type a track after “track:”: Storage.'],
    ['room', 'Type a room after “room:”: Quay Room.'],
    ['level', 'Type a level after “level:”: Beginner.'],
    ['day', 'Type a day after “day:”: Tue 11 May.'],
    ['lang', 'Type a language after “lang:”: en.'],
  ] as const)('one %s', (name, note) => {
    expect(noValueNote(name, oneOfEach)).toBe(note);
  });

  test.each([
    ['speaker', 'Type a name after “speaker:”.'],
    ['track', 'Type a track after “track:”.'],
    ['day', 'Type a day after “day:”.'],
    ['lang', 'Type a language after “lang:”.'],
  ] as const)('any %s if there is none', (name, note) => {
    expect(noValueNote(name, bare)).toBe(note);
  });

  test('eight of many, and how many more there are', () => {
    const tracks = Array.from({ length: 8 }, (_, at) => `Track ${at + 1}`);
    expect(noValueNote('track', nine)).toBe(`Type a track after “track:”: ${tracks.join(', ')} or 1 more.`);
  });

  test('no name without letters, and long ones cut', () => {
    const odd = programme({ title: 'x', track: ' ' }, { title: 'x', track: `Long ${'y'.repeat(100)}` });
    expect(noValueNote('track', odd)).toBe(`Type a track after “track:”: Long ${'y'.repeat(54)}….`);
  });
});

describe('a value that is not there', () => {
  test.each([
    ['speaker', 'There is no speaker “x” in the programme.'],
    ['track', 'There is no track “x” in the programme.'],
    ['room', 'There is no room “x” in the programme.'],
    ['level', 'There is no level “x” in the programme.'],
    ['lang', 'There is no language “x” in the programme. There is en.'],
  ] as const)('as %s', (name, note) => {
    expect(unknownNameNote({ name, value: 'x' }, oneOfEach)).toBe(note);
  });

  test('as a language, with those that talks have', () => {
    expect(unknownNameNote({ name: 'lang', value: 'x' }, nine)).toBe(
      'There is no language “x” in the programme. There are de, en and fr.',
    );
    expect(unknownNameNote({ name: 'lang', value: 'x' }, bare)).toBe(
      'There is no language “x” in the programme. It does not say in which languages talks are given.',
    );
  });
});

describe('a day', () => {
  test.each([
    ['that is none', unknownDayNote('x', nine), 'There is no day “x” in the programme.'],
    ['without talks', emptyDayNote('2027-05-14', nine), 'Nothing is scheduled on Fri 14 May.'],
  ])('%s is said with all days', (_which, note, start) => {
    expect(note).toBe(`${start} The days are Mon 10 May, Tue 11 May and Wed 12 May.`);
  });

  test('is said with the only one', () => {
    expect(emptyDayNote('2027-05-14', oneOfEach)).toBe(
      'Nothing is scheduled on Fri 14 May. The only day is Tue 11 May.',
    );
  });

  test('is not said to be empty in a programme without times', () => {
    expect(unknownDayNote('x', bare)).toBe('There is no day “x” in the programme. There are no times yet.');
    expect(emptyDayNote('2027-05-14', bare)).toBe('There are no times yet.');
  });
});

test('languages are listed once, sorted', () => {
  expect([languageTags(nine), languageTags(bare)]).toEqual([['de', 'en', 'fr'], []]);
});
