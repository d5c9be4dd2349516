import { withoutUnseen } from './html.ts';

/** Invisible, and ends what programs take for an address or a name (U+2060). */
const WORD_JOINER = '\u2060';

/**
 * Writes a text on one line so that it means nothing in Markdown: neither what CommonMark formats, also at the beginning of
 * a line, nor what programs add to it: tables, maths, emoji by name, mentions, and links of bare addresses. These look at
 * the text after it was formatted, so that no backslash keeps them away; a word joiner does.
 */
export function markdownText(text: string): string {
  return withoutUnseen(text)
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>~|$^=#@!]|&(?=#?[\p{L}\p{N}]+;)/gu, '\\$&')
    .replace(/^(?:[-+]|\d+(?=[.)]))/, (start: string) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
    .replace(/[#@](?=[\p{L}\p{N}_])|[a-z](?=:\/\/)|\bwww(?=\.)|:(?=[\w+-]+:)/giu, `$&${WORD_JOINER}`);
}
