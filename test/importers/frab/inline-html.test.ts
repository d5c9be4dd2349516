import { describe, expect, it } from 'vitest';
import { escapeInlineHtml } from '../../../src/importers/frab/inline-html.ts';

const event = (inner: string) =>
  `<schedule><day><room name="Quay"><event id="1">${inner}</event></room></day></schedule>`;

describe('HTML that nobody escaped', () => {
  it.each([
    ['<title>The <em>real</em> cost</title>', '<title>The &lt;em>real&lt;/em> cost</title>'],
    [
      '<abstract lang="en"><p>A &amp; b</p></abstract>',
      '<abstract lang="en">&lt;p>A &amp;amp; b&lt;/p></abstract>',
    ],
    ['<title>A < b & c</title>', '<title>A &lt; b &amp; c</title>'],
    ['<abstract>One<br>two</abstract>', '<abstract>One&lt;br>two</abstract>'],
    ['<abstract><code>x</code></abstract>', '<abstract>&lt;code>x&lt;/code></abstract>'],
    ['<person id="3">Ada <b>Lund</b></person>', '<person id="3">Ada &lt;b>Lund&lt;/b></person>'],
    [
      '<abstract><i>a</i><![CDATA[<b>&]]><!-- <i>c</i> --></abstract>',
      '<abstract>&lt;i>a&lt;/i><![CDATA[<b>&]]><!-- <i>c</i> --></abstract>',
    ],
  ])('of %s is escaped', (given, escaped) => expect(escapeInlineHtml(event(given))).toBe(event(escaped)));

  it.each([
    '<title>A &lt;em>b&lt;/em> &amp; c</title>',
    '<abstract><![CDATA[<p>One.</p></abstract>]]></abstract>',
    '<persons><person>Ada</person></persons><do_it>now</do_it>',
    '<title>Ceph <em>at</em><abstract>No end</abstract>',
    '<abstract><i>a</i><![CDATA[',
    '',
  ])('is not found in %s', given => expect(escapeInlineHtml(event(given))).toBe(event(given)));

  it.each(['<title>', '<em>', '<title><em>', '<![CDATA[<em>', '<title/>', '<', '</title>'])(
    'is looked for in a megabyte of %j without delay',
    piece => {
      const text = `<em>${piece.repeat(1_000_000 / piece.length)}`;
      expect(escapeInlineHtml(text)).toBe(text);
    },
  );
});
