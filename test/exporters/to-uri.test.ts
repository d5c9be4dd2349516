import { expect, it } from 'vitest';
import { toUri } from '../../src/exporters/to-uri.ts';

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
