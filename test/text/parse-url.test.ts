import { expect, test } from 'vitest';
import { parseUrl } from '../../src/text/parse-url.ts';

test('takes an address apart, also beside another one, and nothing else', () => {
  expect(parseUrl('https://example.org/a?b')?.pathname).toBe('/a');
  expect(parseUrl('../c', 'https://example.org/a/b')?.href).toBe('https://example.org/c');
  expect([parseUrl('nowhere'), parseUrl('https://'), parseUrl('')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('reads an address with an ü as often as it is asked to', () => {
  const address = 'https://b\u00fccher.example/\u00fc';
  const read = Array.from({ length: 20_000 }, () => parseUrl(address)?.host);
  expect(new Set(read)).toEqual(new Set(['xn--bcher-kva.example']));
});
