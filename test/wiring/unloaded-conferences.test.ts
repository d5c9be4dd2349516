import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { LiveConference } from '../../src/live/live-conference.ts';
import type { Store } from '../../src/store/open.ts';
import { StoreFault } from '../../src/store/store-fault.ts';
import { UnloadedConferences } from '../../src/wiring/unloaded-conferences.ts';
import { programme } from '../support/conference.ts';
import { manualTimers } from '../support/manual-timers.ts';
import { store as openStore } from '../support/store.ts';

function live(name: string): LiveConference {
  return { programme: programme(undefined, { name }), problems: [], asOf: undefined, trouble: undefined };
}

const SENTENCE =
  'People have stars, alerts or calendar feeds of a conference that is not loaded any more. If its name was changed, they see none of these until conference.yml has the old name again.';

/** A library with a conference, and a person in each of two workspaces who starred a talk of Spring. */
async function opened(count?: (store: Store) => Store['countPeopleElsewhere']) {
  const store = openStore();
  for (const workspace of ['T1', 'T2'])
    await store.stars.star({ workspace, person: 'U1', conference: 'Spring', talk: 'fog' }, 1000);
  let conferences = [live('Spring')];
  let onSwap = () => {};
  const timers = manualTimers();
  const log: object[] = [];
  let asked: Promise<unknown> = Promise.resolve();
  const counting = count?.(store) ?? store.countPeopleElsewhere;
  const unloaded = new UnloadedConferences({
    store: {
      countPeopleElsewhere: loaded => {
        const answer = counting(loaded);
        asked = answer;
        return answer;
      },
    },
    library: {
      conferences: () => conferences,
      subscribe: listener => {
        onSwap = () => listener({ before: [], after: [] });
        return () => {
          onSwap = () => {};
        };
      },
    },
    timers,
    log: pino({ level: 'warn', base: null, timestamp: false }, { write: line => log.push(JSON.parse(line)) }),
  });
  const logged = () => log.splice(0).map(line => ({ ...line, level: undefined }));
  /** The lines that were logged since, once a reload has these conferences. */
  const reload = async (...names: readonly string[]) => {
    conferences = names.map(live);
    onSwap();
    await Promise.allSettled([asked]);
    await new Promise(resolve => setImmediate(resolve));
    return logged();
  };
  return { unloaded, timers, reload, logged };
}

const told = { level: undefined, conference: 'Spring', people: 2, msg: SENTENCE };

test('a conference of which people have something is told once after its name was changed, and again the next time', async () => {
  const { unloaded, reload } = await opened();
  await unloaded.start();
  expect(await reload('Spring')).toEqual([]);
  expect(await reload('Spring 2027')).toEqual([told]);
  expect(await reload('Spring 2027')).toEqual([]);
  expect(await reload('Spring 2027', 'Pier')).toEqual([]);
  expect(await reload('Pier', 'Spring')).toEqual([]);
  expect(await reload('Pier')).toEqual([told]);
  unloaded.stop();
  expect(await reload('Spring')).toEqual([]);
  expect(await reload('Pier')).toEqual([]);
});

test('it is told after a database that is away at the start', async () => {
  let isAway = true;
  const { unloaded, timers, reload, logged } = await opened(store => async loaded => {
    if (isAway) throw new StoreFault('gone', 'The database is gone.');
    return store.countPeopleElsewhere(loaded);
  });
  await unloaded.start();
  expect(await reload('Pier')).toEqual([]);
  isAway = false;
  await timers.pass(60_000);
  expect(logged()).toEqual([told]);
  unloaded.stop();
});
