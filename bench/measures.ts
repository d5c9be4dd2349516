import type { JudgedQuery } from './shared-search.ts';

/** Answers a query with the ids of talks, best first. */
export type Run = (query: string) => readonly string[];

/** In these families a query has several answers, some better than others; in the rest it has one. */
const GRADED = new Set(['speaker', 'surname', 'speaker, misspelt', 'keyword', 'topic']);

const SHOWN = 10;

/** The mean measure of each family: nDCG@10 where answers are graded, else MRR@10. */
export function familyMeans(queries: readonly JudgedQuery[], run: Run): ReadonlyMap<string, number> {
  const names = [...new Set(queries.map(({ family = '' }) => family))];
  return new Map(
    names.map(name => {
      const those = queries.filter(({ family }) => family === name);
      const measure = GRADED.has(name) ? gain : reciprocalRank;
      return [name, mean(those.map(judged => measure(judged, run(judged.query))))];
    }),
  );
}

/** Mean average precision over whole answers. */
export function meanAveragePrecision(queries: readonly JudgedQuery[], run: Run): number {
  return mean(queries.map(judged => averagePrecision(judged, run(judged.query))));
}

export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function reciprocalRank({ relevant }: JudgedQuery, ids: readonly string[]): number {
  const place = ids.slice(0, SHOWN).findIndex(id => (relevant[id] ?? 0) > 0);
  return place < 0 ? 0 : 1 / (place + 1);
}

/** nDCG@10. */
function gain({ relevant }: JudgedQuery, ids: readonly string[]): number {
  const ideal = Object.values(relevant).sort((a, b) => b - a);
  return discounted(ids.map(id => relevant[id] ?? 0)) / discounted(ideal);
}

function discounted(grades: readonly number[]): number {
  return grades
    .slice(0, SHOWN)
    .reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);
}

function averagePrecision({ relevant }: JudgedQuery, ids: readonly string[]): number {
  let found = 0;
  let sum = 0;
  ids.forEach((id, place) => {
    if ((relevant[id] ?? 0) === 0) return;
    found++;
    sum += found / (place + 1);
  });
  return sum / Object.keys(relevant).length;
}
