import { expect, test } from 'vitest';
import { formsOf, isInnerPart, tokenize } from '../../../src/search/text/tokenizer.ts';

test.each([
  ['Ceph at sea.', ['Ceph', 'at', 'sea']],
  ['SR-IOV, node.js & CI/CD', ['SR-IOV', 'node.js', 'CI/CD']],
  ['don’t (stop)', ['don’t', 'stop']],
  ['soft\u00adhyphen and\u00a0space', ['soft\u00adhyphen', 'and', 'space']],
  [
    'C++, C#, a .NET (.env) at the end.Next ...and #tag',
    ['C++', 'C#', 'a', '.NET', '.env', 'at', 'the', 'end.Next', 'and', 'tag'],
  ],
  ['issue #12, issue#12, 1+1', ['issue', '12', 'issue', '12', '1', '1']],
  ['東京で分散', ['東京', 'で', '分散']],
  ['เครือข่ายคอมพิวเตอร์', ['เครือ', 'ข่าย', 'คอมพิวเตอร์']],
  [
    'Tie up. Wait; go (at 5.30). Été, nai\u0308ve, x-',
    ['Tie', 'up', 'Wait', 'go', 'at', '5.30', 'Été', 'nai\u0308ve', 'x'],
  ],
  ['', []],
])('the words of %j', (text, words) => {
  expect(tokenize(text).map(word => word.text)).toEqual(words);
});

test('know where they stand', () => {
  expect(tokenize('at 東京で')).toEqual([
    { text: 'at', start: 0, end: 2 },
    { text: '東京', start: 3, end: 5 },
    { text: 'で', start: 5, end: 6 },
  ]);
});

test.each([
  ['Ceph', ['ceph']],
  ['Größe', ['grosse']],
  ['don’t', ['dont']],
  ['SR-IOV', ['sriov', 'sr', 'iov']],
  ['CI/CD/CT', ['cicdct', 'ci', 'cd', 'ct']],
  ['OpenStack', ['openstack', 'open', 'stack']],
  ['C++', ['c++']],
  ['C#', ['c#']],
  ['.NET', ['dotnet', 'net']],
  ['ASP.NET', ['aspnet', 'asp', 'net']],
  ['O’Brien', ['obrien', 'brien']],
  ['D’Angelo', ['angelo', 'dangelo']],
  ["L'année-lumière", ['anneelumiere', 'annee', 'lumiere', 'lanneelumiere']],
  ["dell'arte", ['arte', 'dellarte']],
  ["you'll", ['youll']],
  ['ﬁｌｅ', ['file']],
  ['SDNs', ['sdns']],
  ['iSCSI', ['iscsi']],
  ['soft\u00adhyphen', ['softhyphen']],
  ['a/path/of/many/parts', ['a', 'path', 'of', 'many', 'parts']],
  ['x'.repeat(100), ['x'.repeat(40)]],
])('%s is looked up as %j', (word, forms) => {
  expect(formsOf(word)).toEqual(forms);
});

test('a part is inside a word where no sign sets it apart', () => {
  expect(['openstack', 'open', 'stack'].map(form => isInnerPart('OpenStack', form))).toEqual([
    false,
    true,
    true,
  ]);
  expect(['sriov', 'sr', 'iov'].map(form => isInnerPart('SR-IOV', form))).toEqual([false, false, false]);
});
