import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutOwnTexts, partsOfOrder } from '../../../src/conversation/digest/cut-own-texts.ts';

test.each<[string, ReturnType<typeof cutOwnTexts>]>([
  ['daily 08:00', { order: 'daily 08:00' }],
  ['daily 08:00 intro Hello', { order: 'daily 08:00', intro: 'Hello' }],
  ['daily 08:00 intro:Hello', { order: 'daily 08:00', intro: 'Hello' }],
  ['daily 08:00 Intro: “Hello”', { order: 'daily 08:00', intro: 'Hello' }],
  ['daily 08:00 with an intro Hello', { order: 'daily 08:00', intro: 'Hello' }],
  ['8 Uhr mit Einleitung Hallo Schluss: Bis bald', { order: '8 Uhr', intro: 'Hallo', closing: 'Bis bald' }],
  ['08:00 closing: Bye intro: Hello', { order: '08:00', intro: 'Hello', closing: 'Bye' }],
  ['08:00 closing line: See you', { order: '08:00', closing: 'See you' }],
  ['8h mot de fin À demain', { order: '8h', closing: 'À demain' }],
  ['毎日8時 冒頭文：おはよう 結び：また明日', { order: '毎日8時', intro: 'おはよう', closing: 'また明日' }],
  [
    '08:00, intro: "Good morning!", closing: "Bye"',
    { order: '08:00,', intro: 'Good morning!', closing: 'Bye' },
  ],
  ['08:00 intro »Moin!« closing „Tschüß“', { order: '08:00', intro: 'Moin!', closing: 'Tschüß' }],
  ['08:00 intro “Say "hi"!” closing: Bye', { order: '08:00', intro: 'Say "hi"!', closing: 'Bye' }],
  ['intro: "Hello" daily 08:00', { order: 'daily 08:00', intro: 'Hello' }],
  ['08:00 intro "Hello" track:storage', { order: '08:00 track:storage', intro: 'Hello' }],
  ['08:00 intro "Ceph" is back', { order: '08:00 is back', intro: 'Ceph' }],
  ['08:00 intro Welcome to the closing day!', { order: '08:00', intro: 'Welcome to the closing day!' }],
  ['08:00 intro A quiet room, closing at 6', { order: '08:00', intro: 'A quiet room, closing at 6' }],
  ['08:00 intro Zum Schluss gibt es Kuchen', { order: '08:00', intro: 'Zum Schluss gibt es Kuchen' }],
  ['08:00 intro In conclusion we say hi', { order: '08:00', intro: 'In conclusion we say hi' }],
  [
    '08:00 intro Here is a short intro to the day',
    { order: '08:00', intro: 'Here is a short intro to the day' },
  ],
  ['08:00 intro Hi. intro: again', { order: '08:00', intro: 'Hi. intro: again' }],
  ['08:00 intro "The closing: cake" at 6', { order: '08:00 at 6', intro: 'The closing: cake' }],
  [
    '08:00 intro See "the closing: cake" closing: Bye',
    {
      order: '08:00',
      intro: 'See "the closing: cake"',
      closing: 'Bye',
    },
  ],
  ['08:00 track:intro', { order: '08:00 track:intro' }],
  ['08:00 track:"the closing keynote"', { order: '08:00 track:"the closing keynote"' }],
  ['08:00 without intro', { order: '08:00', intro: '' }],
  ['08:00 no intro, no closing line.', { order: '08:00', intro: '', closing: '' }],
  ['8 Uhr ohne Einleitung Schluss Bis bald', { order: '8 Uhr', intro: '', closing: 'Bis bald' }],
  ['08:00 intro Hi without closing', { order: '08:00', intro: 'Hi without closing' }],
])('%s', (text, parts) => {
  expect(cutOwnTexts(text)).toEqual(parts);
});

test('the parts are what was typed', () => {
  const words = fc.constantFrom(
    'intro',
    'closing:',
    'no intro',
    '"',
    '«Hi»',
    'daily',
    ',',
    ' ',
    'mit Schluss',
    '“',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), typed => {
      const text = typed.join(' ');
      const parts = partsOfOrder(text);
      expect(parts.map(({ raw }) => raw).join('')).toBe(text);
      expect(parts.filter(({ name }) => name !== 'order').length).toBeLessThanOrEqual(2);
    }),
    { numRuns: 200 },
  );
});
