import { fold } from '../programme/fold.ts';
import { STOP_WORDS } from './stop-words.ts';
import type { Word } from './words.ts';

const TALKS = new Set(
  'talk talks talking session sessions presentation presentations speak speaks speaking speaker speakers'.split(
    ' ',
  ),
);
const LINKS = new Set('about on by from of with regarding'.split(' '));
const REQUESTS = new Set('find give list like know looking please search see show tell want'.split(' '));

/** More words than this make a title or a sentence of a text. */
const LENGTH_MAX = 8;

/**
 * What a question asks for, as people write it to a colleague: of `who is talking about ceph` and of `any sessions on
 * ceph` it is `ceph`. All words where a query asks in no such way.
 */
export function askedFor<T extends Word>(words: readonly T[]): readonly T[] {
  const forms = words.slice(0, LENGTH_MAX).map(word => fold(word.text));
  const talks = forms.findIndex(form => !STOP_WORDS.has(form) && !REQUESTS.has(form));
  const isAsked = TALKS.has(forms[talks] ?? '') && LINKS.has(forms[talks + 1] ?? '');
  const asked = isAsked ? words.slice(talks + 2) : [];
  return asked.length > 0 ? asked : words;
}
