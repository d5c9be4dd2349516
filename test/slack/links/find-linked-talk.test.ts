import { pino } from 'pino';
import { expect, test } from 'vitest';
import { joinProgrammes } from '../../../src/live/current-conference.ts';
import { conferenceKey } from '../../../src/programme/conference.ts';
import { findCardTalk, findLinkedTalk, withChanges } from '../../../src/slack/links/find-linked-talk.ts';
import { entityId } from '../../../src/slack/links/talk-entity.ts';
import { programme, talk } from '../../support/conference.ts';
import { loadedWith } from '../../support/loaded.ts';

const page = (id: string) => [
  { kind: 'web' as const, url: `https://talks.example.org/${id}?a=1&b=2`, title: '' },
];
const made = programme(['ceph', 'fog'].map(id => talk({ id, links: page(id) })));
const [ceph] = made.talks;

test('finds a talk by its address, also with & as Slack escapes it', async () => {
  const loaded = loadedWith(made);
  const found = { talk: ceph, programme: made };
  expect(await findLinkedTalk('https://talks.example.org/ceph?b=2&a=1', loaded)).toEqual(found);
  expect(await findLinkedTalk('https://talks.example.org/ceph?b=2&amp;a=1', loaded)).toEqual(found);
  expect(await findLinkedTalk('https://talks.example.org/ceph', loaded)).toBeUndefined();
});

test('a talk of a conference without dates is found in its own conference', async () => {
  const dated = programme([talk({ id: 'ceph' })], { name: 'Harbour Days', folder: 'harbour' });
  const joined = [dated, made];
  const loaded = loadedWith(joinProgrammes(dated, [made]), { joined });
  expect(await findLinkedTalk('https://talks.example.org/ceph?a=1&b=2', loaded)).toEqual({
    talk: ceph,
    programme: made,
  });
});

test('finds the talk of a card by its id, however long that is', async () => {
  const id = `ceph/${'x'.repeat(300)}`;
  const long = programme([talk({ id })], { folder: 'harbour' });
  const [only] = long.talks;
  if (only === undefined) throw new Error('There is no talk.');
  const cardId = entityId(only, long);
  expect(cardId.length).toBeLessThanOrEqual(255);
  expect(await findCardTalk({ url: '', id: cardId }, loadedWith(long))).toEqual({
    talk: only,
    programme: long,
  });
});

test('says how a talk changed in the last week, and goes without if the database does not tell', async () => {
  if (ceph === undefined) throw new Error('There is no talk.');
  const now = () => Date.UTC(2027, 4, 11);
  const log = pino({ level: 'silent' });
  const told = (talkId: string, at: number) =>
    ({ of: async () => [{ talkId, change: 'Moved', at }] }) as never;
  const found = { talk: ceph, programme: made };
  const changeOf = async (news: never) => (await withChanges([found], { news, now, log }))[0]?.change;
  expect(await changeOf(told('ceph', Date.UTC(2027, 4, 10)))).toBe('Moved');
  expect(await changeOf(told('ceph', Date.UTC(2027, 3, 10)))).toBeUndefined();
  expect(await changeOf(told('fog', Date.UTC(2027, 4, 10)))).toBeUndefined();
  expect(await changeOf({ of: () => Promise.reject(new Error('down')) } as never)).toBeUndefined();
});

test('reads the news of a conference once for all of its talks', async () => {
  const reads: string[] = [];
  const of = async (conference: string) => {
    reads.push(conference);
    return [{ talkId: 'ceph', change: 'Moved', at: 1000 }];
  };
  const found = made.talks.slice(0, 2).map(talk => ({ talk, programme: made }));
  const context = { news: { of } as never, now: () => 2000, log: pino({ level: 'silent' }) };
  const changed = await withChanges(found, context);
  expect(changed.map(({ talk, change }) => [talk, change])).toEqual(
    found.map(({ talk }) => [talk, talk.id === 'ceph' ? 'Moved' : undefined]),
  );
  expect([found.length, reads]).toEqual([2, [conferenceKey(made.conference)]]);
});
