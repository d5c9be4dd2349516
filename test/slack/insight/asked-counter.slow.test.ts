import { pino } from 'pino';
import { expect, test } from 'vitest';
import { answer } from '../../../src/conversation/answer.ts';
import { AskedCounter } from '../../../src/slack/insight/asked-counter.ts';
import { answeringFor } from '../../support/answering.ts';
import { harbour } from '../../support/harbour.ts';
import { loadedWith } from '../../support/loaded.ts';
import { manualTimers } from '../../support/manual-timers.ts';
import { store as openStore } from '../../support/store.ts';

test('of very many people on a day the last are counted without words, until the next day', async () => {
  const timers = manualTimers();
  const { askedWords } = openStore({ realNow: timers.now });
  const log = pino({ level: 'silent' });
  const counter = new AskedCounter({ store: askedWords, timers, realNow: timers.now, log });
  const answered = answer('ceph', answeringFor(loadedWith(harbour)));
  const hear = (person: string) => counter.hear(answered, { workspace: 'T1', person });
  const kept = async () => {
    await counter.flush();
    const counts = await askedWords.lastWeek({ workspace: 'T1', conference: 'Lighthouse Days' });
    return new Map(counts.map(({ words, count }) => [words, count]));
  };
  for (let number = 0; number < 100_001; number++) hear(`U${number}`);
  hear('U0');
  expect(await kept()).toEqual(new Map(Object.entries({ ceph: 100_000, '': 1 })));
  await timers.pass(24 * 60 * 60 * 1000);
  hear('U100000');
  expect(await kept()).toEqual(new Map(Object.entries({ ceph: 100_001, '': 1 })));
});
