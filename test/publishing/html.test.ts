import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html } from '../../src/publishing/html.ts';
import { hostileText } from '../support/hostile.ts';

test('a text in a page is a text', () => {
  const item = html`<li title="${'a "quoted" \'word\''}">${'<b>&amp;\u0000\ud800\u202e</b>'}</li>`;
  expect(html`<ul>${[item, item]}</ul>`.html).toBe(
    `<ul>${Array(2).fill('<li title="a &#34;quoted&#34; &#39;word&#39;">&#60;b&#62;&#38;amp;&#60;/b&#62;</li>').join('\n')}</ul>`,
  );
});

test('no text opens a tag, an entity or the end of an attribute', () => {
  fc.assert(
    fc.property(hostileText, text => {
      const written = html`${text}`.html;
      expect(written.replace(/&#\d\d;/g, '')).not.toMatch(/[&<>"'\0]|\p{Surrogate}/u);
    }),
  );
});
