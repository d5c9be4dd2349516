import { isObject, textOf } from '../../json.ts';
import { Mrkdwn } from './text.tsx';

/** plain_text as it is; mrkdwn with its marks. */
export function TextObject({ text }: { readonly text: unknown }) {
  const words = wordsOf(text);
  return isObject(text) && text.type === 'mrkdwn' ? <Mrkdwn text={words} /> : words;
}

/** The words of a text object alone, for labels that take nothing else. */
export function wordsOf(text: unknown): string {
  return isObject(text) ? (textOf(text.text) ?? '') : '';
}
