import { describe, expect, test } from 'vitest';
import { find } from '../../../src/search/find.ts';
import { indexProgramme } from '../../../src/search/index/index-programme.ts';
import { findNumeronyms, matchNumeronyms } from '../../../src/search/index/numeronyms.ts';
import { programme } from '../build.ts';

test.each([
  ['k8s', [{ form: 0, first: 'k', last: 's', length: 10 }]],
  ['i18n', [{ form: 0, first: 'i', last: 'n', length: 20 }]],
  ['a6b', [{ form: 0, first: 'a', last: 'b', length: 8 }]],
  ['a5b', []],
  ['e2e', []],
  ['s3', []],
  ['k8ss', []],
  ['ab8s', []],
  ['v100s', []],
  ['8s', []],
])('%s as a numeronym', (form, found) => {
  expect(findNumeronyms([form])).toEqual(found);
});

describe('matches', () => {
  const index = indexProgramme(
    programme(
      { title: 'Kubernetes', abstract: 'Keystrokes and keystrokes.' },
      { title: 'Kubernetes again', abstract: 'Kilogrammes here.' },
      { title: 'A k8s', abstract: 'Keystrokes and kubernetes.' },
      { title: 'Kittenless', abstract: 'Catamarans.' },
    ),
  );
  const matches = (text: string) => matchNumeronyms(index, text).map(form => index.vocabulary.forms[form]);

  test('the two words of a numeronym that most talks have', () => {
    expect(matches('k8s')).toEqual(['kubernetes', 'keystrokes']);
  });

  test('the numeronym of a word', () => {
    expect(matches('kubernetes')).toEqual(['k8s']);
    expect(matches('keystrokes')).toEqual(['k8s']);
  });

  test.each([['kilogrammes'], ['catamarans'], ['k7s'], ['e2e'], ['']])('nothing for %j', text => {
    expect(matches(text)).toEqual([]);
  });
});

const ports = indexProgramme(
  programme(
    { id: 'z', title: 'Internationalization of ports' },
    { id: 'zz', title: 'More internationalization' },
    { id: 's', title: 'Internationalisation of ports' },
    { id: 'ss', title: 'More internationalisation' },
    { id: 'other', title: 'Institutionalisation of ports' },
    { id: 'dozen', title: 'Kubernetes' },
    { id: 'harbour', title: 'Harbour' },
    { id: 'harvester', title: 'Harvester' },
  ),
);

test.each([
  ['the two words that most talks have', 'i18n', ['s', 'ss', 'z', 'zz']],
  ['a word of eight letters or more', 'h7r', ['harvester']],
  ['no shorter one', 'h5r', []],
  ['no word of another length', 'k9s', []],
])('a numeronym stands for %s', (_which, query, ids) => {
  const found = find(ports, query).talks.map(({ id }) => id);
  expect(found.sort()).toEqual(ids);
});
