import { fold } from './fold.ts';

/** How many letters a run has. Single letters and pairs stand in nearly every text, so they tell none from another. */
const RUN = 3;
/** One wrong letter among ten changes three of their eight runs. */
const SHARE_MIN = 0.6;

/** Whether most runs of letters and digits of what was typed are in a text too: it is shortened there, or mistyped. */
export function isLike(typed: string, text: string): boolean {
  const runs = listRuns(typed);
  const known = new Set(listRuns(text));
  const shared = runs.filter(run => known.has(run)).length;
  return runs.length > 0 && shared / runs.length >= SHARE_MIN;
}

function listRuns(text: string): readonly string[] {
  const letters = fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
  return Array.from({ length: Math.max(0, letters.length - RUN + 1) }, (_, at) =>
    letters.slice(at, at + RUN),
  );
}
