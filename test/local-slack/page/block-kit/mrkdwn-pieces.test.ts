import { describe, expect, test } from 'vitest';
import { type Piece, piecesOf } from '../../../../src/local-slack/page/block-kit/mrkdwn-pieces.ts';

/** Pieces in a short form: marks as tags, what Slack makes as `[kind ...]`. */
function drawn(pieces: readonly Piece[]): string {
  return pieces.map(draw).join('');
}

function draw(piece: Piece): string {
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
      return `(${piece.kind} ${drawn(piece.pieces)})`;
  }
}

describe('mrkdwn is taken apart as Slack does', () => {
  test.each([
    ['plain', 'plain'],
    ['a *b* c', 'a (bold b) c'],
    ['*a _b_ c*', '(bold a (italic b) c)'],
    ['~gone~', '(strike gone)'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['snake_case_name', 'snake_case_name'],
    ['`*not bold*`', '(code *not bold*)'],
    ['```a\nb```', '(preformatted a\nb)'],
    ['&lt;script&gt; &amp;amp;', '<script> &amp;'],
    ['<@U1> and <@U2|mira>', '[@U1 ] and [@U2 mira]'],
    ['<#C1|lobby>', '[#C1 lobby]'],
    ['<!channel>', '[@channel ]'],
    ['<!subteam^S1|@crew>', '[@S1 @crew]'],
    ['<https://example.org/a|a &amp; b>', '[https://example.org/a a & b]'],
    ['*<https://example.org>*', '(bold [https://example.org ])'],
    ['<!date^1810018500^{date} at {time}|then>', '[1810018500 {date} at {time} then]'],
    ['&gt; said\nnot', '(quote said)\nnot'],
    ['&lt;!channel&gt;', '<!channel>'],
  ])('%s', (mrkdwn, expected) => {
    expect(drawn(piecesOf(mrkdwn))).toBe(expected);
  });
});
