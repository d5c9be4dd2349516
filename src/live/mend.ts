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
 * nothing but mistakes. A mistake that cost more than one talk damaged the
 * file, whose last good version then stays as a whole. Otherwise the talks missing from it now are kept, since a slip of
 * the hand cancels no talk, and talks that it did not have before wait, since a repair may take them away again. In a file
 * without new mistakes, what is gone was meant to go.
 */
export function mendDraft(good: Draft | undefined, fresh: Draft): Mended<Draft> {
  if (good !== undefined && fresh.page !== undefined) return keepOtherPages(good, fresh);
  if (good === undefined) return { shown: fresh, good: fresh };
  return isBroken(good, fresh) ? mendBroken(good, fresh) : { shown: fresh, good: fresh };
}

/** The same for a file of a folder, which also stays if it suddenly loses nearly all its slots. */
export function mendFile(good: Draft | undefined, fresh: Draft): Mended<Draft> {
  const isCutOff = good !== undefined && fresh.page === undefined && hasLostSlots(good, fresh);
  return isCutOff ? keepWhole(good, fresh, describeLoss(good, fresh)) : mendDraft(good, fresh);
}

const NEW_MISTAKES = 'The file has mistakes that it did not have before;';

function mendBroken(good: Draft, fresh: Draft): Mended<Draft> {
  const lost = findMissing(good, fresh);
  const isDamaged = lost.length > 1 && lost.length > errorsIn(fresh) - errorsIn(good);
  if (isDamaged || !holdsSomething(fresh))
    return keepWhole(good, fresh, `${NEW_MISTAKES} its last good version stays in use.`);
  const added = new Set(findMissing(fresh, good));
  const outcomes = [
    ...(lost.length === 0
      ? []
      : [`${countTalks(lost)} missing from it now ${lost.length === 1 ? 'is' : 'are'} kept`]),
    ...(added.size === 0
      ? []
      : [`${countTalks([...added])} new in it ${added.size === 1 ? 'waits' : 'wait'} until it is in order`]),
  ];
  if (outcomes.length === 0) return { shown: fresh, good };
  const note = warning(fresh.file, `${NEW_MISTAKES} ${outcomes.join(', and ')}.`);
  const talks = [...fresh.talks.filter(talk => !added.has(talk)), ...lost];
  return { shown: { ...fresh, talks, problems: [...fresh.problems, note] }, good };
}

function keepWhole(good: Draft, fresh: Draft, message: string): Mended<Draft> {
  return { shown: { ...good, problems: [...fresh.problems, warning(fresh.file, message)] }, good };
}

function countTalks({ length }: Draft['talks']): string {
  return length === 1 ? 'a talk' : `${length} talks`;
}

/** So few slots are soon withdrawn on purpose. */
const SLOTS_MIN = 8;

/** Returns true if nine in ten slots are gone, as in a file that was cut off or whose times cannot be read. */
export function hasLostSlots(good: Draft, fresh: Draft): boolean {
  const before = countSlots(good);
  return before >= SLOTS_MIN && countSlots(fresh) * 10 <= before;
}

export function countSlots({ talks }: Draft): number {
  return talks.reduce((sum, { slots }) => sum + slots.length, 0);
}

function describeLoss(good: Draft, fresh: Draft): string {
  return `The file has only ${countSlots(fresh)} of its ${countSlots(good)} slots left; its last good version stays in use. If that is meant, restart Lectern.`;
}

/** A talk or person that is not on this page of an answer may be on another, so it is kept and never cancelled. */
function keepOtherPages(good: Draft, fresh: Draft): Mended<Draft> {
  const talks = [...fresh.talks, ...findMissing(good, fresh)];
  const people = [...(fresh.people ?? []), ...findMissingPeople(good, fresh)];
  const shown = { ...fresh, talks, ...(people.length > 0 && { people }) };
  return { shown, good: shown };
}

function findMissingPeople(
  { people: before = [] }: Draft,
  { people = [] }: Draft,
): NonNullable<Draft['people']> {
  const ids = new Set(people.map(({ id }) => id));
  const names = new Set(people.map(({ name }) => nameKey(name)));
  return before.filter(({ id, name }) => !(id !== undefined && ids.has(id)) && !names.has(nameKey(name)));
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
