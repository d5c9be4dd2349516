import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressKey, readWebAddress } from '../../src/text/web-address.ts';

const keyOf = (address: string) => {
  const read = readWebAddress(address);
  return read && addressKey(read);
};

test('is the same for each way of writing an address', () => {
  const same = [
    'https://talks.example.org/2027/talk/ABCDEF',
    'http://talks.example.org/2027/talk/ABCDEF',
    'https://talks.example.org/2027/talk/ABCDEF/',
    'https://www.talks.example.org/2027/talk/ABCDEF',
    'HTTPS://Talks.Example.ORG/2027/talk/ABCDEF',
    'https://talks.example.org:443/2027/talk/ABCDEF',
    'http://talks.example.org:80/2027/talk/ABCDEF//',
    'https://talks.example.org./2027/talk/ABCDEF',
    'https://mira:secret@talks.example.org/2027/talk/ABCDEF',
    'https://talks.example.org/2027/talk/ABCDEF#abstract',
    'https://talks.example.org/2027/talk/ABCDEF?utm_source=news&utm_medium=mail&fbclid=1',
    'https://talks.example.org/2027/./talk/x/../%41BCDEF',
  ];
  expect(new Set(same.map(keyOf))).toEqual(new Set(['talks.example.org/2027/talk/ABCDEF']));
});

test('keeps all that may lead to another page', () => {
  const others = [
    'https://talks.example.org/2027/talk/ABCDEF',
    'https://talks.example.org/2027/talk/abcdef',
    'https://talks.example.org/2026/talk/ABCDEF',
    'https://talks.example.org:8443/2027/talk/ABCDEF',
    'https://example.org/2027/talk/ABCDEF',
    'https://talks.example.org/2027/talk/ABCDEF?id=5',
    'https://talks.example.org/2027/talk/ABCDEF?id=6',
    'https://talks.example.org/2027/talk/ABC/DEF',
    'https://talks.example.org/2027/talk/ABC%2FDEF',
    'https://talks.example.org/',
  ];
  expect(new Set(others.map(keyOf)).size).toBe(others.length);
});

test('reads letters in one encoding, and parameters in any order', () => {
  expect(
    new Set(['é', '%C3%A9', '%c3%a9', 'e%CC%81'].map(word => keyOf(`https://a.example/${word}`))),
  ).toEqual(new Set(['a.example/%C3%A9']));
  expect(keyOf('https://a.example/?b=2&a=1&gclid=x')).toBe('a.example/?a=1&b=2');
  expect(keyOf('https://bücher.example/')).toBe('xn--bcher-kva.example/');
  expect(keyOf('https://a.example/100%-ceph')).toBe('a.example/100%-ceph');
});

test.each([
  'ftp://a.example/',
  'mailto:mira@a.example',
  'javascript:alert(1)',
  '/talk/5',
  'a.example/5',
  '',
  `https://a.example/${'x'.repeat(3000)}`,
])('%s is none', address => {
  expect(readWebAddress(address)).toBeUndefined();
});

const piece = fc.constantFrom(
  ...[
    '/',
    '//',
    '.',
    '..',
    '%',
    '%2F',
    '%zz',
    '%C3',
    'é',
    'A',
    'a',
    '1',
    ' ',
    '+',
    ':',
    '@',
    '\ud800',
    '<',
    '|',
  ],
  ...['?', '&', '=', '#', 'utm_x=1', '\n', '\0'],
);
const tail = fc.array(piece, { maxLength: 15 }).map(pieces => pieces.join(''));

test('takes any text, and reads what it has made in the same way again', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('https://a.example/', 'http://a.example', 'https:', ''),
      tail,
      (begin, end) => {
        const key = keyOf(`${begin}${end}`);
        if (key !== undefined) expect(keyOf(`https://${key}`)).toBe(key);
      },
    ),
  );
});
