import { describe, expect, test } from 'vitest';
import { help, introduction } from '../../../src/slack/views/help.ts';
import { expectValidMessage } from '../../support/block-kit.ts';
import { programme, talk } from '../../support/conference.ts';
import { harbour } from '../../support/harbour.ts';
import { loadedWith } from '../../support/loaded.ts';
import { read } from '../../support/read.ts';

test('help shows what can be typed, with examples of this programme', () => {
  const message = help({ ...loadedWith(harbour), prefix: '' });
  expectValidMessage(message);
  expect(read(message.blocks)).toEqual([
    'Find a talk',
    [
      'Lectern knows 9 talks by 2 speakers of Lighthouse Days.',
      'Type /talk and what you remember: a topic, half a title, a name. Misspellings are fine.',
      '"two words" finds this phrase, -word leaves out talks with that word, speaker: and track: narrow the search.',
      'now, next, today, a weekday, a date or tuesday 14:00 show what is on; room: and track: narrow it down.',
      'mine shows the talks that you starred; mine tuesday morning, mine storage, mine clashes and mine free some of them.',
      'settings are your reminders, changes and quiet hours, and Forget me; changes are those of today, news those of the last week.',
      'tracks, rooms and speakers list all of them.',
      'alert ceph tells you when a new talk is about it; alert lists your alerts. | In a channel, mention me with your words; in a direct message, just type them.',
      "Organisers: /talk digest posts each day's sessions in a channel; digest list shows the channel's digests, digest off removes them.",
    ].join(' | '),
    'Try',
    '[/talk ceph][/talk Ada Lund][/talk track:people][/talk 11 May]',
    'Tracks',
    '[People][Storage]',
  ]);
  expect(message.text).toBe(
    'Lectern knows 9 talks by 2 speakers of Lighthouse Days. Type /talk and what you remember. /talk ceph, /talk Ada Lund, /talk track:people, /talk 11 May',
  );
});

describe('other conferences', () => {
  const other = (name: string) => ({ name, programme: harbour, open: () => loadedWith(harbour) });
  const named = (...names: readonly string[]) =>
    read(help({ ...loadedWith(harbour, { others: names.map(other) }), prefix: '' }).blocks)[1]?.split(' | ');

  test('are named', () => {
    expect(named('Bow Days', 'Stern Days')?.[7]).toBe(
      'conference:name searches another conference: Bow Days, Stern Days.',
    );
  });

  test('with long names are shortened', () => {
    expect(named(...Array.from({ length: 50 }, () => 'Bow Days'))?.[7]?.length).toBeLessThan(360);
  });
});

test.each([
  [
    'nothing',
    programme([]),
    'Lectern has no programme yet: an organiser can drop its files into the data folder.',
  ],
  ['one talk', programme([talk()]), 'Lectern knows 1 talk by 1 speaker of Lighthouse Days.'],
  [
    'breaks',
    programme([talk(), talk({ id: 'coffee', kind: 'break', speakers: [] })]),
    'Lectern knows 1 talk by 1 speaker of Lighthouse Days.',
  ],
  [
    'no name',
    programme([talk({ speakers: [] })], { name: undefined }),
    'Lectern knows 1 talk by 0 speakers.',
  ],
])('the introduction to a programme with %s', (_what, of, words) => {
  expect(introduction(of)).toBe(words);
});
