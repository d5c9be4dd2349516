import type { Answer } from '../search/answer.ts';

/** Below this share of the best score, a talk has only something like a name: "wrong" for "Wrońska". */
const LEAST_SHARE = 0.01;

/** Who names a person wants their talks, and not those in which a word begins like the name. */
export function ofTheName(answer: Answer): Answer {
  if (answer.speakers.length === 0) return answer;
  const least = (answer.scores[0] ?? 0) * LEAST_SHARE;
  const scores = answer.scores.filter(score => score >= least);
  return { ...answer, talks: answer.talks.slice(0, scores.length), scores };
}
