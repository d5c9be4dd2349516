import type { QueryPart } from '../../search/query/query-parts.ts';
import { fold } from '../../text/fold.ts';

/** A word that a person typed outside of filters and quotes. */
export interface TypedWord {
  readonly text: string;
  /** Folded, without the signs around it; empty if it is nothing but signs. */
  readonly form: string;
  /** The place in the typed text, from `start` to before `end`. */
  readonly start: number;
  readonly end: number;
}

/** Han and kana, which are written without spaces. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** Words of time and the small words around them, which tell where one Japanese or Chinese word ends and the next begins. */
const UNSPACED_WORD =
  /(?<=[日号])[和与]|(?<=[日号时点午])的|(?<![月\d])\d{1,2}[日号](?!後)|\d{1,3}(?:分間?|時間)(?!後)|以内|以下|以上|未満|\d{1,2}(?:日後|時間後|分後|時(?:\d{1,2}分|半)?)|最終日|初日|今週|来週|先週|週末|から|まで|以降|明後日|明日|昨日|今日|今天|今夜|今晩|今朝|午前|午後|今|次|何を?|やって|います|ありますか|あります|ですか|です|どこ|発表|講演|トーク|セッション|について|教えて|ください|[はをにのがでとか、。？！]|昼食|昼休み|ランチ|休憩|基調講演|(?<=昼食|昼休み|ランチ|休憩|講演)の?[後前中]|明天|昨天|现在|現在|上午|下午|早上|晚上|[周週][一二三四五六日天](?!刊)|星期[一二三四五六日天]|(?<!\p{sc=Han})[月火水木金土日]曜日?|本日|夕方|(?<=[のは日曜天])(?:朝|夜|晩)/gu;

/** Signs at either end of a word that belong to the sentence. `#` and `@` at the beginning mean something. */
const SIGNS_AROUND = /^[\s¿¡("'“‘„«[{,;:.!?…–—-]+|[\s)"'”’»\]},;:.!?…–—-]+$/gu;

/** Most words are folded by lower case alone. */
const PLAIN = /^[a-z0-9]+$/iu;

/** The words of these parts, in order. */
export function typedWords(parts: readonly QueryPart[]): readonly TypedWord[] {
  const words: TypedWord[] = [];
  for (const { kind, name, text, start } of parts) {
    if (kind !== 'words' || name !== '') continue;
    if (PLAIN.test(text)) words.push(toWord({ text, start }));
    else words.push(...splitUnspaced(text, start).map(toWord));
  }
  return words;
}

interface Piece {
  readonly text: string;
  readonly start: number;
}

function splitUnspaced(text: string, start: number): readonly Piece[] {
  if (!UNSPACED.test(text)) return [{ text, start }];
  const pieces: Piece[] = [];
  let at = 0;
  for (const { 0: word, index } of text.matchAll(UNSPACED_WORD)) {
    if (index > at) pieces.push({ text: text.slice(at, index), start: start + at });
    pieces.push({ text: word, start: start + index });
    at = index + word.length;
  }
  return at < text.length ? [...pieces, { text: text.slice(at), start: start + at }] : pieces;
}

function toWord({ text, start }: Piece): TypedWord {
  if (PLAIN.test(text)) return { text, form: text.toLowerCase(), start, end: start + text.length };
  const form = fold(text).replace(SIGNS_AROUND, '').replaceAll('’', "'");
  return { text, form, start, end: start + text.length };
}
