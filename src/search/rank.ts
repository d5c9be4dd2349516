import { adjacency } from './adjacency.ts';
import type { Index } from './index-programme.ts';
import { scoreTalks } from './score.ts';
import type { Term } from './terms.ts';
import { TUNE } from './tune.ts';

export interface Ranked {
  readonly talk: number;
  readonly score: number;
}

const RERANKED = 200;

export function rank(index: Index, terms: readonly Term[], allowed: (talk: number) => boolean): Ranked[] {
  const { total, covered, named } = scoreTalks(index, terms);
  const ranked: { talk: number; score: number }[] = [];
  total.forEach((score, talk) => {
    if (score > 0 && allowed(talk)) ranked.push({ talk, score: score * (covered[talk] ?? 0) });
  });
  const order = (a: Ranked, b: Ranked) => b.score - a.score || a.talk - b.talk;
  ranked.sort(order);
  const key = terms.map(term => term.form).join(' ');
  const top = ranked.splice(0, RERANKED).map(({ talk, score }) => {
    const share = named[talk] ?? 0;
    const boost =
      1 +
      TUNE.share * share +
      (share > 0.999 ? TUNE.all : 0) +
      (terms.length > 1 ? TUNE.adjacent * adjacency(index, talk, terms) : 0) +
      (index.titleKeys[talk] === key ? TUNE.title : 0);
    return { talk, score: score * boost };
  });
  return [...top.sort(order), ...ranked];
}
