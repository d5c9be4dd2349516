import type { AskedWords } from '../people/asked.ts';
import { fold } from '../text/fold.ts';
import type { Answer } from './answer.ts';
import type { Search } from './search.ts';
import { searchWords } from './widening.ts';

/** The words that an answer searched, or the fact that it lacks, without whoever asked; undefined for all other answers. */
export function askedBy(answered: Answer): AskedWords | undefined {
  switch (answered.kind) {
    case 'results':
      return { outcome: 'found', words: keptWords(topicOf(answered.results.search)) };
    case 'none':
      return { outcome: 'none', words: keptWords(topicOf(answered.results.search)) };
    case 'practical':
      return { outcome: 'no fact', words: keptWords(answered.topic) };
    default:
      return undefined;
  }
}

/** The same topic is one search, whichever day is meant. */
function topicOf(search: Search): string {
  const { filters: all, phrases } = search.query;
  if (all.length === 0 && phrases.length === 0) return search.topic;
  const filters = all.filter(({ name }) => name !== 'day' && name !== 'time');
  return searchWords(search, { filters, without: [] });
}

/** Longer texts are pasted or tell a story, and may say who wrote them. */
const LENGTH_MAX = 60;
const WORDS_MAX = 6;

/** E-mail and web addresses, also written with "(at)" or without "https://", and names on social networks. */
const ADDRESS =
  /[@＠]|%40|:\/\/|\bwww\.|[([{] ?at ?[)\]}]|\bat [^ ]+\.\p{L}{2}|[\p{L}\p{Nd}]\.\p{L}{2,}[/?#]/u;

/** Phone numbers, booking codes, ids: five digits or more, with what may stand between them. */
const LONG_NUMBER = /\p{Nd}(?:[^\p{L}\p{Nd}]{0,3}\p{Nd}){4}/u;

/** Ids and secrets: letters and digits mixed in a long word. */
const MIXED_WORD = /(?=[\p{L}_-]*\p{Nd})[\p{L}\p{Nd}_-]{12,}/u;

/** Slack's ids of people, channels and workspaces. */
const SLACK_ID = /\b[ucdgtwe]\p{Nd}[\p{L}\p{Nd}]{6,}/u;

const TELLING = [ADDRESS, LONG_NUMBER, MIXED_WORD, SLACK_ID];

/** None of those fits letters and spaces alone. */
const LETTERS = /^[a-z ]*$/;

/** Up to WORDS_MAX words of letters, as most topics are. */
const PLAIN = /^[a-z]+(?: [a-z]+){0,5}$/;

/** Folded; empty for words that may tell of a person, which are counted without them. */
function keptWords(typed: string): string {
  const folded = fold(typed);
  if (folded.length <= LENGTH_MAX && PLAIN.test(folded)) return folded;
  // PostgreSQL refuses NUL.
  const words = folded.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const isLong = words.length > LENGTH_MAX || words.split(' ').length > WORDS_MAX;
  const mayTell = !LETTERS.test(words) && TELLING.some(pattern => pattern.test(words));
  return isLong || mayTell ? '' : words;
}
