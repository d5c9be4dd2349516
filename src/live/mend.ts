import type { Draft } from '../programme/joining/draft.ts';
import type { Problem } from '../programme/problem.ts';
import type { ConferenceFile } from '../sources/settings/conference-file.ts';
import { nameKey } from '../text/fold.ts';

/** A file as it is shown, and as it was when it was last in order: the two differ while it is broken. */
export interface Mended<T> {
  readonly shown: T;
  readonly good: T;
}

/**
 * The good content of a file stays when its new text is broken. It is broken if it has more mistakes than before, or
 * nothing but mistakes; then the talks missing from it now are kept, since a slip of the hand cancels no talk. In a
 * file without new mistakes, what is gone was meant to go.
 */
export function mendDraft(good: Draft | undefined, fresh: Draft): Mended<Draft> {
  if (good !== undefined && fresh.page !== undefined) return keepOtherPages(good, fresh);
  if (good === undefined || !isBroken(good, fresh)) return { shown: fresh, good: fresh };
  const lost = lostTalks(good, fresh);
  if (lost.length === 0 && holdsSomething(fresh)) return { shown: fresh, good };
  const stays =
    lost.length === 0
      ? 'its last good version stays in use'
      : lost.length === 1
        ? 'a talk missing from it now is kept'
        : `${lost.length} talks missing from it now are kept`;
  const note = warning(fresh.file, `The file has mistakes that it did not have before; ${stays}.`);
  const problems = [...fresh.problems, note];
  if (!holdsSomething(fresh)) return { shown: { ...good, problems }, good };
  return { shown: { ...fresh, talks: [...fresh.talks, ...lost], problems }, good };
}

/** A talk that is not on this page of an answer may be on another, so it is kept and never cancelled. */
function keepOtherPages(good: Draft, fresh: Draft): Mended<Draft> {
  const shown = { ...fresh, talks: [...fresh.talks, ...findMissing(good, fresh)] };
  return { shown, good: shown };
}

/** The same for a `conference.yml`, which stays as a whole: half of it may mean something else. */
export function mendSettings(
  path: string,
  good: ConferenceFile | undefined,
  fresh: ConferenceFile,
): Mended<ConferenceFile> {
  if (good === undefined || errorsIn(fresh) <= errorsIn(good)) return { shown: fresh, good: fresh };
  const note = warning(
    path,
    'The file has mistakes that it did not have before; its last good version stays in use.',
  );
  return { shown: { ...good, problems: [...fresh.problems, note] }, good };
}

function isBroken(good: Draft, fresh: Draft): boolean {
  const errors = errorsIn(fresh);
  const isNone = errors > 0 || fresh.format === 'unknown';
  return errors > errorsIn(good) || (isNone && holdsSomething(good) && !holdsSomething(fresh));
}

/** As many talks as before are all there, if under other names. */
function lostTalks(good: Draft, fresh: Draft): Draft['talks'] {
  return fresh.talks.length >= good.talks.length ? [] : findMissing(good, fresh);
}

/** Finds the talks whose id and title are both gone. */
function findMissing(good: Draft, fresh: Draft): Draft['talks'] {
  const ids = new Set(fresh.talks.map(talk => talk.id));
  const titles = new Set(fresh.talks.map(talk => nameKey(talk.title)));
  return good.talks.filter(
    ({ id, title }) => !(id !== undefined && ids.has(id)) && !titles.has(nameKey(title)),
  );
}

function holdsSomething({ talks, people = [], trackNames }: Draft): boolean {
  return talks.length > 0 || people.length > 0 || Object.keys(trackNames).length > 0;
}

function errorsIn({ problems }: { readonly problems: readonly Problem[] }): number {
  return problems.filter(({ severity }) => severity === 'error').length;
}

function warning(file: string, message: string): Problem {
  return { severity: 'warning', file, line: undefined, item: undefined, message };
}
