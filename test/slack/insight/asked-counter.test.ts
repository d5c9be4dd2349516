import { pino } from 'pino';
import { expect, test } from 'vitest';
import { answer } from '../../../src/conversation/answer.ts';
import type { AskedCount } from '../../../src/people/asked.ts';
import { AskedCounter } from '../../../src/slack/insight/asked-counter.ts';
import type { Store } from '../../../src/store/open.ts';
import { StoreFault } from '../../../src/store/store-fault.ts';
import { answeringFor } from '../../support/answering.ts';
import { programme, talk } from '../../support/conference.ts';
import { harbour } from '../../support/harbour.ts';
import { loadedWith } from '../../support/loaded.ts';
import { manualTimers } from '../../support/manual-timers.ts';
import { database, execute, store as openStore } from '../../support/store.ts';

const HERE = { workspace: 'T1', conference: 'Lighthouse Days' };
const MIRA = { workspace: 'T1', person: 'U0MIRA0001' };
const JUNE = { workspace: 'T1', person: 'U0JUNE0002' };
const DAY_MS = 24 * 60 * 60 * 1000;
const log = pino({ level: 'silent' });
const context = answeringFor(loadedWith(harbour));

function counting({ url = database() } = {}) {
  const timers = manualTimers();
  const store = openStore({ url, realNow: timers.now });
  const counter = new AskedCounter({ store: store.askedWords, timers, realNow: timers.now, log });
  const ask = (typed: string, by: { workspace: string; person: string | undefined } = MIRA) =>
    counter.hear(answer(typed, context), by);
  const kept = async () =>
    (await store.askedWords.lastWeek(HERE)).map(({ words, count }) => `${count} ${words}`);
  return { ask, counter, kept, store, timers, url };
}

test('counts are written down every half a minute, and when Lectern stops', async () => {
  const { ask, counter, kept, timers } = counting();
  await counter.start();
  ask('ceph');
  ask('ceph', JUNE);
  expect(await kept()).toEqual([]);
  await timers.pass(30_000);
  expect(await kept()).toEqual(['2 ceph']);
  ask('zeppelins');
  await counter.stop();
  expect(await kept()).toEqual(['2 ceph', '1 zeppelins']);
});

test('the same words of one person count once a day, and no person is written down', async () => {
  const { ask, counter, kept, timers, url } = counting();
  for (const typed of ['ceph', 'CEPH', 'where is the ceph talk?', 'ceph tuesday']) ask(typed);
  ask('ceph', JUNE);
  ask('ceph', { ...MIRA, workspace: 'T2' });
  ask('ceph', { workspace: 'T1', person: undefined });
  await counter.flush();
  expect(await kept()).toEqual(['3 ceph']);
  await timers.pass(DAY_MS);
  ask('ceph');
  await counter.flush();
  expect(await kept()).toEqual(['4 ceph']);
  const rows = JSON.stringify(await execute(url, 'select * from asked_words'));
  expect(rows).not.toMatch(/U0|MIRA|JUNE/);
});

test('the same words count again at another conference, and where nobody finds them', async () => {
  const { counter, ask, store } = counting();
  const other = answeringFor(loadedWith(programme([talk()], { name: 'Other Days' })));
  const none = answeringFor(loadedWith(programme([], { name: 'Lighthouse Days' })));
  ask('ceph');
  counter.hear(answer('ceph', other), MIRA);
  counter.hear(answer('ceph', none), MIRA);
  await counter.flush();
  const counts = async (conference: string) =>
    (await store.askedWords.lastWeek({ ...HERE, conference })).map(({ outcome, count }) => [outcome, count]);
  expect(await counts('Lighthouse Days')).toEqual([
    ['found', 1],
    ['none', 1],
  ]);
  expect(await counts('Other Days')).toEqual([['found', 1]]);
});

test('counts wait in memory while the database is away', async () => {
  const timers = manualTimers();
  const { askedWords } = openStore();
  let isAway = true;
  const added: (readonly AskedCount[])[] = [];
  const away: Pick<Store['askedWords'], 'add' | 'forgetOld'> = {
    add: async counts => {
      if (isAway) throw new StoreFault('gone', 'The database is away.');
      added.push(counts);
    },
    forgetOld: () => askedWords.forgetOld(),
  };
  const counter = new AskedCounter({ store: away, timers, realNow: timers.now, log });
  await counter.start();
  counter.hear(answer('ceph', context), MIRA);
  await timers.pass(30_000);
  counter.hear(answer('ceph', context), JUNE);
  isAway = false;
  await timers.pass(30_000);
  expect(added).toEqual([[{ ...HERE, outcome: 'found', words: 'ceph', count: 2 }]]);
});

test('while the database is away, words wait up to a limit, and more are counted without them', async () => {
  const added: AskedCount[] = [];
  let isAway = true;
  const store: Pick<Store['askedWords'], 'add' | 'forgetOld'> = {
    add: async counts => {
      if (isAway) throw new StoreFault('gone', 'The database is away.');
      added.push(...counts);
    },
    forgetOld: async () => {},
  };
  const timers = manualTimers();
  const counter = new AskedCounter({ store, timers, realNow: timers.now, log });
  const answered = answer('ceph', context);
  const ask = (conference: string) => {
    const other = programme([], { name: conference });
    counter.hear({ ...answered, context: { ...answered.context, programme: other } }, MIRA);
  };
  for (let number = 0; number < 5000; number++) ask(`Days ${number}`);
  await counter.flush();
  for (const conference of ['Days 1', 'Days 5000', 'Days 5000', 'Days 5001']) ask(conference);
  isAway = false;
  await counter.flush();
  const counted = (words: string) => added.filter(each => each.words === words);
  expect(counted('ceph').map(({ count }) => count)).toEqual(Array(5000).fill(1));
  expect(counted('').map(({ conference, count }) => [conference, count])).toEqual([
    ['Days 5000', 1],
    ['Days 5001', 1],
  ]);
});

test('words that the database refuses are counted without them, and hold up no others', async () => {
  const { counter, ask, kept, store } = counting();
  const refusing = new AskedCounter({
    store: {
      add: async counts => {
        if (counts.some(({ words }) => words === 'ceph')) throw new Error('invalid byte sequence');
        await store.askedWords.add(counts);
      },
      forgetOld: () => store.askedWords.forgetOld(),
    },
    ...{ timers: manualTimers(), realNow: () => 0, log },
  });
  refusing.hear(answer('ceph', context), MIRA);
  await refusing.flush();
  refusing.hear(answer('fog', context), MIRA);
  await refusing.flush();
  ask('zeppelins');
  await counter.flush();
  expect(await kept()).toEqual(['1 ', '1 fog', '1 zeppelins']);
});

test('what waits of a workspace that uninstalled Lectern is not written down', async () => {
  const { ask, counter, kept, store } = counting();
  ask('ceph');
  ask('ceph', { ...MIRA, workspace: 'T2' });
  counter.forget('T1');
  await counter.flush();
  expect(await kept()).toEqual([]);
  expect(await store.askedWords.lastWeek({ ...HERE, workspace: 'T2' })).toHaveLength(1);
});

test('what is older than eight days is deleted, also if nobody asks', async () => {
  const { ask, counter, timers, url } = counting();
  ask('ceph');
  await counter.start();
  const count = async () => (await execute(url, 'select words from asked_words')).length;
  await timers.pass(7 * DAY_MS);
  expect(await count()).toBe(1);
  await timers.pass(DAY_MS);
  expect(await count()).toBe(0);
  await counter.stop();
});
