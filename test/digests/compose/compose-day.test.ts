import { expect, test } from 'vitest';
import { joinProgrammes } from '../../../src/live/current-conference.ts';
import type { Programme } from '../../../src/programme/programme.ts';
import { programme } from '../../support/conference.ts';
import { LOBBY, OWNER, posted, withDigest } from '../../support/desk.ts';
import { digest } from '../../support/digests.ts';
import {
  hour,
  lighthouse,
  lighthouseBut,
  lighthouseDays,
  lighthouseTalks,
  session,
} from '../../support/lighthouse-days.ts';
import { loadedWith } from '../../support/loaded.ts';

function lines(texts: readonly string[]): readonly (readonly string[])[] {
  return texts.map(text => text.slice(9).split('\n'));
}

test('the next day begins with what changed since', async () => {
  const made = await posted();
  made.show(lighthouseDays(lighthouseBut('Keepers', { slots: [hour('2027-05-12', '13:00')] })));
  await made.until('2027-05-12T08:00:10Z');
  expect(lines(made.in(LOBBY)).at(-1)).toEqual([
    '2027-05-12 by U0MIRA0001',
    '! Keepers: Wed 12 May 09:00 → 13:00',
    'Keepers, Wed 12 May 13:00–14:00, Quay Hall',
  ]);
});

test.each([
  ['08:00', false, '2027-05-11'],
  ['18:00', true, '2027-05-10'],
])('one at %s that skips days says since when', async (timeOfDay, eve, since) => {
  const days = (time: string) => lighthouseDays([...lighthouseTalks, session('Wreck', '2027-05-14', time)]);
  const made = await withDigest(
    { timeOfDay, eve, days: ['2027-05-11', '2027-05-14'] },
    { programme: days('12:00'), at: '2027-05-10T07:00Z' },
  );
  await made.until('2027-05-12T09:00Z');
  made.show(days('13:00'));
  await made.until('2027-05-14T08:00:10Z');
  expect(lines(made.in(LOBBY)).at(-1)?.slice(0, 3)).toEqual([
    '2027-05-14 by U0MIRA0001',
    `Since ${since}`,
    '! Wreck: Fri 14 May 12:00 → 13:00',
  ]);
});

test('one that skips days counts from its own last post, whatever others posted since', async () => {
  const days = (time: string) => lighthouseDays([...lighthouseTalks, session('Wreck', '2027-05-14', time)]);
  const made = await withDigest(
    { days: ['2027-05-11', '2027-05-14'] },
    { programme: days('12:00'), at: '2027-05-10T07:00Z' },
  );
  await made.store.digests.save(digest({ id: 'daily', channel: 'C0DAILY', timeZone: 'UTC' }));
  await made.until('2027-05-11T09:00Z');
  made.show(days('13:00'));
  await made.until('2027-05-12T09:00Z');
  made.show(days('14:00'));
  await made.until('2027-05-14T08:05Z');
  expect([LOBBY, 'C0DAILY'].map(channel => lines(made.in(channel)).at(-1)?.slice(0, 3))).toEqual([
    ['2027-05-14 by U0MIRA0001', 'Since 2027-05-11', '! Wreck: Fri 14 May 12:00 → 14:00'],
    ['2027-05-14 by U0MIRA0001', 'Since 2027-05-12', '! Wreck: Fri 14 May 13:00 → 14:00'],
  ]);
});

test('another event in the place of the first begins its days without a list of what is new', async () => {
  const made = await posted();
  made.show(lighthouseDays([session('Something else', '2027-05-12', '12:00')]));
  await made.until('2027-05-12T08:00:10Z');
  expect(lines(made.in(LOBBY)).at(-1)).toEqual([
    '2027-05-12 by U0MIRA0001',
    'Something else, Wed 12 May 12:00–13:00, Quay Hall',
  ]);
});

test('says that it is a rehearsal', async () => {
  const made = await withDigest({}, { rehearsal: true });
  await made.until('2027-05-11T08:00Z');
  expect(lines(made.in(LOBBY))[0]?.[0]).toBe(`Rehearsal. 2027-05-11 by ${OWNER}`);
});

test('a workspace that does not see the abstracts has the new talk as new, although another one knew it from them', async () => {
  const abstracts = programme([session('Wreck', '2027-05-12', '12:00', { slots: [] })], {
    name: 'Abstracts',
  });
  const made = await withDigest({ id: 'both', workspace: 'T1', channel: 'C1' });
  await made.store.digests.save(digest({ id: 'dated', workspace: 'T2', channel: 'C2', timeZone: 'UTC' }));
  const see = (dated: Programme) => {
    const joined = [dated, abstracts];
    const both = loadedWith(joinProgrammes(dated, [abstracts]), { joined });
    made.context.current = () => both;
    made.context.currentIn = workspace => (workspace === 'T1' ? both : loadedWith(dated));
  };
  see(lighthouse);
  await made.until('2027-05-11T08:05Z');
  see(lighthouseDays([...lighthouse.talks, session('Wreck', '2027-05-12', '12:00')]));
  await made.until('2027-05-12T08:00:10Z');
  const news = ['C1', 'C2'].map(channel => lines(made.in(channel)).at(-1)?.[1]);
  expect(news).toEqual(Array(2).fill('! New: Wreck, Wed 12 May 12:00–13:00, Quay Hall'));
});
