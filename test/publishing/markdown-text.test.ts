import { expect, test } from 'vitest';
import { markdownText } from '../../src/publishing/markdown-text.ts';

test.each([
  [
    'Ceph at sea: nodes, lifejackets (and more) at 9.30',
    'Ceph at sea: nodes, lifejackets (and more) at 9.30',
  ],
  ['*bold* _it_ ~no~ `code`', '\\*bold\\* \\_it\\_ \\~no\\~ \\`code\\`'],
  ['[click](https://e.example)', '\\[click\\](https\u2060://e.example)'],
  ['www.e.example and WWW.e.example', 'www\u2060.e.example and WWW\u2060.e.example'],
  ['<b onload=x>&lt;', '\\<b onload\\=x\\>\\&lt;'],
  ['Tide & Turbine, R&D &#38; AT&T;', 'Tide & Turbine, R&D \\&\\#\u206038; AT\\&T;'],
  ['@here ask ada@e.example about #12', '\\@\u2060here ask ada\\@\u2060e.example about \\#\u206012'],
  [':smile: at 10:30', ':\u2060smile: at 10:30'],
  ['C# and $1 | $2', 'C\\# and \\$1 \\| \\$2'],
  ['- a list', '\\- a list'],
  ['2. second', '2\\. second'],
  ['2027) last', '2027\\) last'],
  ['3 nodes', '3 nodes'],
  ['  one\n\n# two\u2028three ', 'one \\# two three'],
  ['\u202eright to left\u0000\ud800', 'right to left'],
])('%j means nothing in Markdown', (text, written) => {
  expect(markdownText(text)).toBe(written);
});
