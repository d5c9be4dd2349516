import { pino } from 'pino';
import { expect, test } from 'vitest';
import { answerNobody } from '../../src/wiring/answer-nobody.ts';
import { programme } from '../support/conference.ts';
import { harbour } from '../support/harbour.ts';
import { loadedWith } from '../support/loaded.ts';
import { store } from '../support/store.ts';

const log = pino({ level: 'silent' });
const now = () => Date.UTC(2027, 4, 11, 7);

test('answers without a person, and leaves nothing behind', async () => {
  const { stars } = store();
  await answerNobody(loadedWith(harbour), { stars, now, log });
  expect(await stars.countAll()).toBe(0);
});

test('meets a fault of the programme as a person would', async () => {
  const { stars } = store();
  const broken = {
    ...programme(),
    get conference(): never {
      throw new Error('The programme is broken.');
    },
  };
  const loaded = { ...loadedWith(harbour), programme: broken };
  await expect(answerNobody(loaded, { stars, now, log })).rejects.toThrow('The programme is broken.');
});
