import { pino } from 'pino';
import { expect, test } from 'vitest';
import { answeringNobody } from '../../src/wiring/answer-nobody.ts';
import { programme } from '../support/conference.ts';
import { harbour } from '../support/harbour.ts';
import { loadedWith } from '../support/loaded.ts';
import { manualTimers } from '../support/manual-timers.ts';
import { store } from '../support/store.ts';

test('answers without a person, and leaves nothing behind', async () => {
  const { stars } = store();
  const timers = manualTimers();
  const log = pino({ level: 'silent' });
  const nobody = answeringNobody(loadedWith(harbour), { stars, now: timers.now, timers, log });
  await nobody.first();
  nobody.othersSoon();
  await timers.pass(1000);
  expect(await stars.countAll()).toBe(0);
});

test('logs a fault that a person would meet, the first time and later', async () => {
  const { stars } = store();
  const timers = manualTimers();
  const lines: { readonly msg: string; readonly err: { readonly message: string } }[] = [];
  const log = pino({}, { write: line => void lines.push(JSON.parse(line)) });
  const broken = {
    ...programme(),
    get conference(): never {
      throw new Error('The programme is broken.');
    },
  };
  const loaded = { ...loadedWith(harbour), programme: broken };
  const nobody = answeringNobody(loaded, { stars, now: timers.now, timers, log });
  const fault = {
    msg: 'Lectern failed to answer before it was asked; the first answer may be slow.',
    err: 'The programme is broken.',
  };
  await nobody.first();
  expect(lines.map(({ msg, err }) => ({ msg, err: err.message }))).toEqual([fault]);
  nobody.othersSoon();
  await timers.pass(1000);
  expect(lines.map(({ msg, err }) => ({ msg, err: err.message }))).toEqual([fault, fault]);
});
