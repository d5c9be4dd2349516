import { expect, test } from 'vitest';
import { ownTextMistakes, plainOwnText } from '../../../src/conversation/digest/own-texts.ts';

const NONE = { intro: '', closing: '', sponsor: '', sponsorLink: '' };

test('a text loses what nobody sees', () => {
  expect(plainOwnText('  Good\u0000 morning \r\n\r\n\r\n Coffee\t\ud800 ')).toBe('Good  morning\nCoffee');
});

test.each(['\u202e', '\u200b \ufeff', '\u200d', '\u2066\u2069\n'])('%j is no text', text => {
  expect(plainOwnText(text)).toBe('');
});

test('a text keeps its emoji and loses a turned direction of writing', () => {
  expect(plainOwnText('Hello 👩\u200d💻 \u202eolleh')).toBe('Hello 👩\u200d💻 olleh');
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

test.each(['https://localhost', 'https://example', 'https:example.org', 'https://example.'])(
  '%s is no link of a sponsor',
  sponsorLink => {
    expect(ownTextMistakes({ ...NONE, sponsor: 'Net Loft', sponsorLink })).toEqual({
      sponsorLink: "The sponsor's link should be a web address that begins with https://",
    });
  },
);
