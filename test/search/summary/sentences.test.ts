import { expect, test } from 'vitest';
import { splitSentences } from '../../../src/search/summary/sentences.ts';

test.each([
  ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
  ['Dr. Lund met J. Doe vs. Goliath. They talked.', ['Dr. Lund met J. Doe vs. Goliath.', 'They talked.']],
  ['"How much?" is a question. It has an answer.', ['"How much?" is a question.', 'It has an answer.']],
  ['A heading\nthen a line\n\nand  a\tparagraph', ['A heading', 'then a line', 'and a paragraph']],
  ['See node.js 2.0 or e.g. this.', ['See node.js 2.0 or e.g. this.']],
  ['', []],
  [' \n ', []],
])('takes %j apart', (text, sentences) => {
  expect(splitSentences(text)).toEqual(sentences);
});
