import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLines } from '../../../src/importers/reading/clean.ts';
import { toReadableText } from '../../../src/importers/reading/readable-text.ts';
import { hostileText } from '../../support/hostile.ts';

function check(raw: string, expected: string): void {
  expect(cleanLines(toReadableText(raw))).toBe(expected);
}

describe('readable text', () => {
  it.each([
    ['paragraphs', '<p>One\nline.</p>\n<p>Two.</p>', 'One line.\n\nTwo.'],
    ['lists', '<p>See:</p><ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>', 'See:\n\n- a\n- b\n- c'],
    ['numbered lists', '<ol><li>a</li><li>b</li></ol>', '1. a\n2. b'],
    ['lists typed as lines in a paragraph', '<p>See:\n* a\n* b</p>', 'See:\n* a\n* b'],
    ['paragraphs typed as empty lines', '<p>One.\n\nTwo.</p>', 'One.\n\nTwo.'],
    ['headings, in their own case', '<h2>Why Ceph?</h2><p>So.</p>', 'Why Ceph?\n\nSo.'],
    ['links', '<p>By <a href="https://example.org/x">us</a>.</p>', 'By us (https://example.org/x).'],
    [
      'links that name themselves',
      '<p><a href="https://example.org">https://example.org</a></p>',
      'https://example.org',
    ],
    ['links that lead nowhere', '<p><a href="mailto:a@b.example">Us</a> <a href="#x">up</a></p>', 'Us up'],
    [
      'tables, a line for each row',
      '<p>Plan:</p><table><caption>Day</caption><thead><tr><th>Time</th><th>Topic</th></tr></thead><tbody><tr><td>09:30</td><td>Moor<b>ings</b></td></tr>\n<tr>\n<td>10:00</td>\n<td>Quay</td></tr></tbody></table><p>Done.</p>',
      'Plan:\n\nDay\nTime Topic\n09:30 Moorings\n10:00 Quay\n\nDone.',
    ],
    ['cells without an end', '<table><tr><td>a<td>b<tr><td>c</table>', 'a b\nc'],
    [
      'terms and their explanations',
      'For:<dl><dt>Level</dt><dd>Beginner</dd><dt>Bring</dt><dd>a rope</dd></dl>',
      'For:\nLevel\nBeginner\nBring\na rope',
    ],
    ['items without a list', '<li>One</li><li>Two</li>', 'One\nTwo'],
    ['line breaks in paragraphs', '<p>One<br>two<BR/>three</p>', 'One\ntwo\nthree'],
    ['line breaks in cells', '<table><tr><td>a<br>b</td><td>c</td></tr></table>', 'a\nb c'],
    ['headings in the middle', 'One<h3>Two</h3>three', 'One\n\nTwo\n\nthree'],
    ['code of several lines', 'Type<pre>a b\n  c</pre>then', 'Type\n\na b\nc\n\nthen'],
    [
      'sections, figures and quotes',
      '<section>a</section><section>b</section><figure>c<figcaption>d</figcaption></figure><blockquote>e</blockquote>f',
      'a\nb\nc\nd\n\n> e\n\nf',
    ],
    ['a summary and its details', '<details><summary>More</summary>Text</details>', 'More\nText'],
    ['keys', 'Press <kbd>q</kbd><kbd>w</kbd> now', 'Press qw now'],
    ['pictures and scripts', '<p>a<img src="x.png" alt="b"><script>alert(1)</script></p>', 'a'],
    ['entities in HTML', '<p>Tom &amp; Zo&euml;&#8217;s &amp;lt;</p>', 'Tom & Zoë’s &lt;'],
  ])('makes plain text of HTML: %s', (_, raw, expected) => check(raw, expected));

  it.each([
    ['plain text', 'One.\r\n\r\nTwo,\nthree.', 'One.\n\nTwo,\nthree.'],
    [
      'Markdown',
      '**One** [x](https://example.org) <https://example.org>\n* a',
      '**One** [x](https://example.org) <https://example.org>\n* a',
    ],
    ['type parameters', 'Why Vec<a> and Map<b, i> are a < b', 'Why Vec<a> and Map<b, i> are a < b'],
    ['line breaks of HTML in Markdown', '* a<br>b\n* c<br/>d', '* a\nb\n* c\nd'],
    ['emphasis of HTML in Markdown', '# A <b>bold</b> move\n\n* x', '# A bold move\n\n* x'],
    ['entities, once', 'Tom &amp; Zo&#xeb; &amp;amp; a<b &nope; R&D', 'Tom & Zoë &amp; a<b &nope; R&D'],
  ])('leaves what is no HTML: %s', (_, raw, expected) => check(raw, expected));

  it('reads anything at all', () => {
    fc.assert(
      fc.property(hostileText, fc.constantFrom('', '<p>', '</p>', '<br>', '&amp;'), (text, tag) => {
        expect(typeof toReadableText(text + tag)).toBe('string');
      }),
    );
  });

  it.each(['<div>', '<p>', '<ul><li>', '<a href="', '<', '&', '\n', '\n* ', 'href='])(
    'is not kept long by a megabyte of %j',
    piece => {
      const text = toReadableText(`${piece.repeat(1_000_000 / piece.length)}</p>`);
      expect(text.length).toBeLessThanOrEqual(1_000_004);
    },
  );
});
