import { isHeld, type Talk } from '../programme/talk.ts';
import { ABSTRACT, FIELDS, TITLE } from './index/fields.ts';
import type { Index } from './index/index-programme.ts';
import { documentFrequency, talkIn } from './index/postings.ts';
import { formIn } from './text/token-code.ts';

/** As many as Lucene's MoreLikeThis takes. With more, words that every talk has outweigh its topic. */
const TERMS_MAX = 25;
/** One rare word in common is chance. */
const SHARED_MIN = 2;

/**
 * The talks that are most like a talk, best first: those with its most telling terms, which are frequent in its title and
 * abstract and rare in the programme. Talks of its own speakers are left out, and what nobody can go to.
 */
export function findSimilar(talk: Talk, index: Index, limit: number): readonly Talk[] {
  const number = index.talks.indexOf(talk);
  if (number === -1) return [];
  const { stems } = index;
  const scores = new Map<number, { score: number; shared: number }>();
  for (const { term, idf } of tellingTerms(number, index))
    for (let place = stems.starts[term] ?? 0; place < (stems.ends[term] ?? 0); place++) {
      const other = talkIn(stems.codes[2 * place] ?? 0);
      const before = scores.get(other) ?? { score: 0, shared: 0 };
      scores.set(other, {
        score: before.score + idf * idf * (stems.impacts[2 * place + 1] ?? 0),
        shared: before.shared + 1,
      });
    }
  const own = new Set(talk.speakers.map(({ id }) => id));
  const isOther = (other: Talk) => isHeld(other) && !other.speakers.some(({ id }) => own.has(id));
  const ranked = [...scores]
    .filter(([other, { shared }]) => other !== number && shared >= SHARED_MIN)
    .sort(([a, one], [b, two]) => two.score - one.score || a - b);
  const titles = new Set([index.titleKeys[number]]);
  const found: Talk[] = [];
  for (const [other] of ranked) {
    const [similar, title] = [index.talks[other], index.titleKeys[other]];
    if (similar === undefined || titles.has(title) || !isOther(similar)) continue;
    // A talk that is held several times stands in several entries of one title.
    titles.add(title);
    found.push(similar);
    if (found.length === limit) break;
  }
  return found;
}

interface TellingTerm {
  readonly term: number;
  readonly idf: number;
}

/**
 * The stems of a talk's title and abstract that tell most: the rarer the more, since the function words of a language for
 * which there is no list of them are frequent too. One that no other talk has tells nothing.
 */
function tellingTerms(number: number, index: Index): readonly TellingTerm[] {
  const { tokens, vocabulary, isStopWord, stems, talks } = index;
  const counts = new Map<number, number>();
  for (const field of [TITLE, ABSTRACT]) {
    const start = number * FIELDS.length + field;
    for (const code of tokens.codes.subarray(tokens.starts[start], tokens.ends[start])) {
      const form = formIn(code);
      const term = vocabulary.stemOfForm[form] ?? 0;
      if (isStopWord[form] === 0) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
  }
  return [...counts]
    .flatMap(([term, count]) => {
      const frequency = documentFrequency(stems, term);
      const idf = Math.log(1 + (talks.length - frequency + 0.5) / (frequency + 0.5));
      return frequency < 2 ? [] : { term, idf, weight: idf * idf * (1 + Math.log(count)) };
    })
    .sort((a, b) => b.weight - a.weight || a.term - b.term)
    .slice(0, TERMS_MAX);
}
