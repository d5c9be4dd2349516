import { expect, test } from 'vitest';
import { cutOwnTexts, ownTextMistakes, plainOwnText } from '../../../src/conversation/digest/own-texts.ts';

const NONE = { intro: '', closing: '', sponsor: '', sponsorLink: '' };

test.each([
  ['daily 08:00', { order: 'daily 08:00' }],
  ['daily 08:00 intro Hello', { order: 'daily 08:00', intro: 'Hello' }],
  ['daily 08:00 Intro: “Hello”', { order: 'daily 08:00', intro: 'Hello' }],
  ['8 Uhr Einleitung Hallo Schluss Bis bald', { order: '8 Uhr', intro: 'Hallo', closing: 'Bis bald' }],
  ['08:00 closing Bye intro Hello', { order: '08:00', intro: 'Hello', closing: 'Bye' }],
  ['08:00 track:intro', { order: '08:00 track:intro' }],
])('%s', (text, parts) => {
  expect(cutOwnTexts(text)).toEqual(parts);
});

test('a text loses what nobody sees', () => {
  expect(plainOwnText('  Good\u0000 morning \r\n\r\n\r\n Coffee\t\ud800 ')).toBe('Good  morning\nCoffee');
});

test.each([
  [{ intro: 'x'.repeat(301) }, { intro: 'The intro may have 300 characters and has 301.' }],
  [{ sponsor: 'Net Loft', sponsorLink: 'https://example.org/?a=1' }, {}],
  [
    { sponsor: 'Net Loft', sponsorLink: 'javascript:alert(1)' },
    { sponsorLink: "The sponsor's link should be a web address that begins with https://" },
  ],
  [
    { sponsorLink: 'https://example.org' },
    { sponsorLink: 'Write the sponsor, too: a link has no words of its own.' },
  ],
])('%j has the mistakes %j', (texts, mistakes) => {
  expect(ownTextMistakes({ ...NONE, ...texts })).toEqual(mistakes);
});
