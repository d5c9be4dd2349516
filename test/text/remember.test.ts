import { expect, test } from 'vitest';
import { remember, rememberOf } from '../../src/text/remember.ts';

test('a value is computed once for each text, and again after as many as it may hold', () => {
  const computed: string[] = [];
  const measure = remember(text => {
    computed.push(text);
    return text.length;
  }, 2);
  expect(['a', 'bc', 'a', 'bc', 'def', 'a'].map(measure)).toEqual([1, 2, 1, 2, 3, 1]);
  expect(computed).toEqual(['a', 'bc', 'def', 'a']);
});

test('a value of an object is computed once, also undefined', () => {
  const computed: object[] = [];
  const nameOf = rememberOf((key: { readonly name?: string }) => {
    computed.push(key);
    return key.name;
  });
  const [ada, nobody] = [{ name: 'Ada' }, {}];
  expect([ada, nobody, ada, nobody].map(nameOf)).toEqual(['Ada', undefined, 'Ada', undefined]);
  expect(computed).toEqual([ada, nobody]);
});

test('a text without a value is computed once, too', () => {
  const computed: string[] = [];
  const lengthOf = remember(text => {
    computed.push(text);
    return text === '' ? undefined : text.length;
  });
  expect(['', 'a', ''].map(lengthOf)).toEqual([undefined, 1, undefined]);
  expect(computed).toEqual(['', 'a']);
});
