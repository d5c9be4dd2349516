import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escapeMarkup, toUri } from '../../src/exporters/escape.ts';
import { toReadableText } from '../../src/importers/reading/readable-text.ts';

it.each(['a < b', 'R&D', '<3', 'Vec<T>', 'AT&T', '<a', '<b>', '*bold*', ''])('%j needs no escape', text =>
  expect(escapeMarkup(text)).toBe(text),
);

it.each([
  ['</p> & more', '&lt;/p> &amp; more'],
  ['<br>', '&lt;br>'],
  ['<IMG src=x>', '&lt;IMG src=x>'],
  ['&amp; < b', '&amp;amp; &lt; b'],
  ['&#8217;', '&amp;#8217;'],
  ['&nbsp;', '&amp;nbsp;'],
])('%j is written as %j', (text, escaped) => expect(escapeMarkup(text)).toBe(escaped));

it('comes back as it was where a reader looks for markup', () => {
  const part = fc.constantFrom(
    '<',
    '>',
    '</p>',
    '<br>',
    '<b',
    '&',
    '&amp;',
    '&lt;',
    '&#60;',
    ';',
    'a',
    ' b',
    '<li>',
    '<i>x</i>',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), parts => {
      const text = parts.join('');
      if (escapeMarkup(text) !== text) expect(toReadableText(escapeMarkup(text)).trim()).toBe(text.trim());
    }),
  );
});

it.each([
  ['https://example.org', 'https://example.org/'],
  ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
  ['https://example.org/a|b [c]', 'https://example.org/a%7Cb%20%5Bc%5D'],
  ['https://example.org/%zz%20', 'https://example.org/%25zz%20'],
  ['https://bücher.example/ü#a#b', 'https://xn--bcher-kva.example/%C3%BC#a%23b'],
  ['ftp://example.org', undefined],
  ['javascript:alert(1)', undefined],
  ['https://', undefined],
  ['', undefined],
])('writes %j as %j', (address, uri) => expect(toUri(address)).toBe(uri));
