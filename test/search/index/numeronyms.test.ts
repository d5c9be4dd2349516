import { expect, test } from 'vitest';
import { find } from '../../../src/search/find.ts';
import { indexProgramme } from '../../../src/search/index/index-programme.ts';
import { programme } from '../build.ts';

const index = indexProgramme(
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
  const found = find(index, query).talks.map(({ id }) => id);
  expect(found.sort()).toEqual(ids);
});
