import { isBetweenWords } from '../../text/display.ts';
import type { TextSpan } from '../text/tokenizer.ts';

/** A summary as parts of a text, which nothing has put together yet. */
export interface Excerpt {
  /** The text that the parts and the matches are places in. */
  readonly text: string;
  /** In the order of the text. Others are left out in between. */
  readonly parts: readonly TextSpan[];
  /** Stands before or behind them where more of a sentence is left out; empty if nothing is. */
  readonly before: string;
  readonly after: string;
  /** The query's words in the whole text, in order. */
  readonly matches: readonly TextSpan[];
}

/** Stands between two parts. */
export const GAP = ' … ';

export function textOf({ text, parts, before, after }: Excerpt): string {
  let shown = before;
  for (let at = 0; at < parts.length; at++) {
    const { start = 0, end = 0 } = parts[at] ?? {};
    shown += (at === 0 ? '' : GAP) + text.slice(start, end);
  }
  return shown + after;
}

/** The first so many characters of a longer excerpt, with "…" behind them. */
export function cutExcerpt(excerpt: Excerpt, length: number): Excerpt {
  const parts: TextSpan[] = [];
  let at = excerpt.before.length;
  let after = '…';
  for (const { start, end } of excerpt.parts) {
    if (parts.length > 0) {
      after = `${GAP.slice(0, Math.max(0, length - at))}…`;
      at += GAP.length;
    }
    if (at >= length) break;
    parts.push({ start, end: Math.min(end, start + length - at) });
    after = '…';
    at += end - start;
  }
  return { ...excerpt, before: excerpt.before.slice(0, length), parts, after };
}

/** False if a word may be cut, since a part of a word may be another word. */
export function isOfWholeWords({ text, parts, before }: Excerpt): boolean {
  for (const { start, end } of parts) {
    if (start > 0 && text[start - 1] !== ' ') return false;
    // ".NET" is "NET" behind a sign.
    if (before !== '' && text[start] === '.') return false;
    if (!isBetweenWords(text, end)) return false;
  }
  return true;
}
