import { compile, type HtmlToTextOptions } from 'html-to-text';

/**
 * Converts a text field to what a person reads. HTML becomes plain text with paragraphs, bullets and the URLs of its
 * links; Markdown stays, except for tags in it. No file says which of the two a field holds, so each field is judged by
 * itself. Remaining entities are decoded once.
 */
export function toReadableText(raw: string): string {
  if (!/[<&\r]/.test(raw)) return raw;
  const text = raw.slice(0, MARKUP_MAX).replace(/\r\n?/g, '\n');
  if (BLOCK_TAG.test(text)) return convertFlowing(keepLines(dropOddLinks(text)));
  if (INLINE_TAG.test(text)) return convertLines(dropOddLinks(text));
  if (ENTITY.test(text)) return convertLines(text.replaceAll('<', '&lt;'));
  return raw.replace(/\r\n?/g, '\n');
}

/** Converts a name, which has no room for the address to which it links. */
export function toReadableName(raw: string): string {
  return toReadableText(raw).replace(/\s*\(https?:\/\/[^\s()]*\)/g, '');
}

/** Characters; five times as many as are kept of any field. It bounds the work that a hostile field can cause. */
const MARKUP_MAX = 100_000;

/** Tags that are common in HTML and rare in Markdown. `<br>` is in Markdown too. */
const BLOCK_TAG =
  /<\/(?:p|ul|ol|li|dl|dt|dd|div|section|article|h[1-6]|table|caption|t[dhr]|pre|blockquote|figure|figcaption|center)\s*>|<(?:p|li|ul|ol|dl|dt|dd|table|t[dhr]|div)(?:\s[^<>]*)?>/i;

/** A single opening tag may be a type parameter, `Vec<a>`; so a closing tag, an image or a break is needed. */
const INLINE_TAG =
  /<\/(?:a|b|i|u|s|em|strong|span|font|code|tt|del|ins|strike|sub|sup|small|big|cite|q|kbd|mark|abbr|acronym|samp|var|dfn|label|time|summary|details)\s*>|<(?:br|hr)\s*\/?>|<img\s[^<>]*>/i;

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,31}\d{0,2});/i;

const OPTIONS: HtmlToTextOptions = {
  formatters: {
    line: (element, walk, builder) => {
      builder.openBlock({ leadingLineBreaks: 1 });
      walk(element.children, builder);
      builder.closeBlock({ trailingLineBreaks: 1 });
    },
    cell: (element, walk, builder) => {
      builder.addInline(' ');
      walk(element.children, builder);
      builder.addInline(' ');
    },
  },
  wordwrap: false,
  // Thousands of nested tags would exhaust the stack.
  limits: { maxDepth: 100, ellipsis: '' },
  selectors: [
    { selector: 'a', options: { linkBrackets: ['(', ')'], hideLinkHrefIfSameAsText: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'ul', options: { itemPrefix: '- ' } },
    // Else their text runs into that of the next one.
    ...[
      'address',
      'caption',
      'center',
      'dd',
      'details',
      'dl',
      'dt',
      'fieldset',
      'figcaption',
      'figure',
      'hgroup',
      'legend',
      'li',
      'option',
      'section',
      'summary',
      'tr',
    ].map(selector => ({ selector, format: 'line' })),
    ...['td', 'th', 'button'].map(selector => ({ selector, format: 'cell' })),
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(selector => ({ selector, options: { uppercase: false } })),
  ],
};
// Creating a converter takes longer than converting most texts, and many programmes are without markup.
const convertFlowing = createConverter({ preserveNewlines: false });
const convertLines = createConverter({ preserveNewlines: true });

function createConverter(options: HtmlToTextOptions): (html: string) => string {
  let convert: ((html: string) => string) | undefined;
  return html => {
    convert ??= compile({ ...OPTIONS, ...options });
    return convert(html);
  };
}

/**
 * FOSDEM's speakers write lists as lines that begin with `*` inside a `<p>`, and separate paragraphs by an empty line.
 */
function keepLines(html: string): string {
  return html.replace(/\n[ \t]*(?=[*•+-] |\d+[.)] )/g, '<br>').replace(/\n[ \t]*\n/g, '<br><br>');
}

/** Keeps only URLs of the web: no `mailto:`, no `#top`, no path on an unknown host. */
function dropOddLinks(html: string): string {
  return html.replace(/\bhref\s*=\s*(["'])(?!https?:)[^"'<>]*\1/gi, '');
}
