import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMrkdwn, type Piece, parseMrkdwn } from '../../../src/local-slack/text/mrkdwn.ts';
import type { TextReader } from '../../../src/local-slack/text/reader.ts';
import { codePoint } from '../../support/code-point.ts';

const inMadrid: TextReader = {
  timeZone: 'Europe/Madrid',
  now: Date.UTC(2027, 4, 18, 6),
  findName: id => ({ U1: 'mira', C1: 'lobby' })[id],
};

/** Pieces in a short form: marks as `(kind ...)`, everything in angle brackets as `[...]`. */
function draw(pieces: readonly Piece[]): string {
  return pieces.map(drawPiece).join('');
}

function drawPiece(piece: Piece): string {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'code':
    case 'preformatted':
      return `(${piece.kind} ${piece.text})`;
    case 'link':
      return `[${piece.url} ${piece.label ?? ''}]`;
    case 'mention':
      return `[${piece.sign}${piece.id} ${piece.label ?? ''}]`;
    case 'date':
      return `[${piece.seconds} ${piece.format} ${piece.fallback}]`;
    default:
      return `(${piece.kind} ${draw(piece.pieces)})`;
  }
}

describe('parseMrkdwn', () => {
  it.each([
    ['plain', 'plain'],
    ['', ''],
    ['a *b* c', 'a (bold b) c'],
    ['*a _b_ c*', '(bold a (italic b) c)'],
    ['*_both_*', '(bold (italic both))'],
    ['~gone~', '(strike gone)'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['* a*', '* a*'],
    ['*a *', '*a *'],
    ['snake_case_name', 'snake_case_name'],
    ['*a\nb*', '*a\nb*'],
    ['(*b*), "_i_"', '((bold b)), "(italic i)"'],
    ['`*not bold*`', '(code *not bold*)'],
    ['```a\nb```', '(preformatted a\nb)'],
    ['```open', '```open'],
    ['&lt;script&gt; &amp;amp;', '<script> &amp;'],
    ['<@U1> and <@U2|mira>', '[@U1 ] and [@U2 mira]'],
    ['<#C1|lobby> <#C2|>', '[#C1 lobby] [#C2 ]'],
    ['<!channel> <!here|here>', '[@channel ] [@here here]'],
    ['<!subteam^S1|@crew> <!subteam^S2>', '[@S1 crew] [@S2 ]'],
    ['<https://example.org/a|a &amp; b|c>', '[https://example.org/a a & b|c]'],
    ['<https://example.org/?a=1&amp;b=2>', '[https://example.org/?a=1&b=2 ]'],
    ['*<https://example.org>*', '(bold [https://example.org ])'],
    ['*a <https://example.org/*|*> b*', '(bold a [https://example.org/* *] b)'],
    ['*a `*` b*', '(bold a (code *) b)'],
    ['<!date^1810018500^{date} at {time}|then>', '[1810018500 {date} at {time} then]'],
    ['&gt; said\nnot', '(quote said)\nnot'],
    ['a\n&gt;*said*', 'a\n(quote (bold said))'],
    ['not &gt; said', 'not > said'],
    ['`a`&gt; b', '(code a)> b'],
    ['*&gt; b*', '(bold > b)'],
    ['<@U1>*a*', '[@U1 ]*a*'],
    ['&lt;!channel&gt;', '<!channel>'],
  ])('%s', (mrkdwn, expected) => {
    expect(draw(parseMrkdwn(mrkdwn))).toBe(expected);
  });

  it('never throws, and keeps an escaped text without marks as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: codePoint }), text => {
        const plain = text.replace(/[*_~`>]/g, '');
        const escaped = plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
        expect(draw(parseMrkdwn(escaped))).toBe(plain);
      }),
    );
  });

  it('never throws, whatever marks there are', () => {
    const marks = fc.constantFrom(
      '*',
      '_',
      '~',
      '`',
      '```',
      '<',
      '>',
      '|',
      '@',
      '#',
      '!date^',
      '\n',
      ' ',
      'a',
      '&gt;',
    );
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 40 }), parts => {
        expect(Array.isArray(parseMrkdwn(parts.join('')))).toBe(true);
        expect(typeof formatMrkdwn(parts.join(''), inMadrid)).toBe('string');
      }),
    );
  });
});

describe('formatMrkdwn', () => {
  it.each([
    ['a &amp; b &lt;c&gt;', 'a & b <c>'],
    ['&amp;lt;', '&lt;'],
    ['<https://example.org/a|The talk>', 'The talk'],
    ['<https://example.org/a>', 'https://example.org/a'],
    ['<mailto:desk@example.org>', 'desk@example.org'],
    ['<@U1> in <#C1>', '@mira in #lobby'],
    ['<@U1|mira c> in <#C1|hall>', '@mira c in #hall'],
    ['<@U9> <#C9|>', '@U9 #C9'],
    ['<!here> <!here|here> <!subteam^S1|@crew> <!subteam^S2>', '@here @here @crew @S2'],
    ['*bold* _slanted_ ~struck~', 'bold slanted struck'],
    ['*_both_*', 'both'],
    ['*<https://example.org|linked>*', 'linked'],
    ['2 * 3 * 4 and snake_case_name', '2 * 3 * 4 and snake_case_name'],
    ['`*code*` and ```a\n*b*```', '*code* and a\n*b*'],
    ['&gt; quoted', '> quoted'],
    ['<!date^1810620000^{date_short_pretty} at {time}|18 May 08:00 CEST>', 'today at 08:00'],
    ['<!date^1810706400^{date_pretty}^https://example.org|x>', 'tomorrow'],
    ['<!date^soon^{time}|some day>', 'some day'],
  ])('%s', (written, expected) => {
    expect(formatMrkdwn(written, inMadrid)).toBe(expected);
  });

  it('shows the fallback of a date to a reader without a zone', () => {
    expect(formatMrkdwn('<!date^1810620000^{time}|18 May 08:00 &amp; CEST>')).toBe('18 May 08:00 & CEST');
  });
});
