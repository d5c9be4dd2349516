import { expect, test } from 'vitest';
import { splitSentences } from '../../../src/search/summary/sentences.ts';

test.each([
  ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
  ['Dr. Lund met J. Doe vs. Goliath. They talked.', ['Dr. Lund met J. Doe vs. Goliath.', 'They talked.']],
  ['"How much?" is a question. It has an answer.', ['"How much?" is a question.', 'It has an answer.']],
  ['A heading\nthen a line\n\nand  a\tparagraph', ['A heading', 'then a line', 'and a paragraph']],
  ['See node.js 2.0 or e.g. this.', ['See node.js 2.0 or e.g. this.']],
  ['All of C# and .NET at sea. More.', ['All of C# and .NET at sea.', 'More.']],
  ['ASP.NET, C#.NET and (.NET Core) sail.', ['ASP.NET, C#.NET and (.NET Core) sail.']],
  ['We end (here).Then we go on.', ['We end (here).', 'Then we go on.']],
  ['A dock. NET is a word.', ['A dock.', 'NET is a word.']],
  ['Boote, z. B. Fähren, d. h. Schiffe. Mehr.', ['Boote, z. B. Fähren, d. h. Schiffe.', 'Mehr.']],
  ['Boote, z.B. Fähren, u.a. Schiffe. Mehr.', ['Boote, z.B. Fähren, u.a. Schiffe.', 'Mehr.']],
  ['Es sind ca. Hundert bzw. Tausend. Mehr.', ['Es sind ca. Hundert bzw. Tausend.', 'Mehr.']],
  ['Der 3. Oktober ist frei. Ja.', ['Der 3. Oktober ist frei.', 'Ja.']],
  ['Un barco, p. ej. Santa Ana, en EE. UU. Es azul.', ['Un barco, p. ej. Santa Ana, en EE. UU.', 'Es azul.']],
  ['Un port, p. ex. Brest, avec M. Lund. Bien.', ['Un port, p. ex. Brest, avec M. Lund.', 'Bien.']],
  ['The U.S. Navy sails. So do we.', ['The U.S. Navy sails.', 'So do we.']],
  ['It sails in the U.S. We watch.', ['It sails in the U.S.', 'We watch.']],
  ['Ada is a Ph.D. Student of Lund et al. Here.', ['Ada is a Ph.D. Student of Lund et al.', 'Here.']],
  ['Ropes, masts, etc. We show them.', ['Ropes, masts, etc.', 'We show them.']],
  ['E.g. Ropes, i.e. Lines, vs. Chains.', ['E.g. Ropes, i.e. Lines, vs. Chains.']],
  ['At 9 a.m. Monday. At 9 p.m. We leave.', ['At 9 a.m. Monday.', 'At 9 p.m.', 'We leave.']],
  ['Prof. Dr. O. J. Lund of Quay Inc. Bergen.', ['Prof. Dr. O. J. Lund of Quay Inc. Bergen.']],
  [
    'Pier No. Seven is new. Is it? No. Lund says so.',
    ['Pier No. Seven is new.', 'Is it?', 'No.', 'Lund says so.'],
  ],
  ['Keep ropes in mind. Knots follow.', ['Keep ropes in mind.', 'Knots follow.']],
  ['1. Cast off\n2. Sail', ['1. Cast off', '2. Sail']],
  ['By Prof.\nThen we sail.', ['By Prof.', 'Then we sail.']],
  ['港です。船です。', ['港です。', '船です。']],
  ['', []],
  [' \n ', []],
])('takes %j apart', (text, sentences) => {
  expect(splitSentences(text)).toEqual(sentences);
});
