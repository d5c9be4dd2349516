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

/**
 * The same for a file of a folder, which also stays if it suddenly loses most of its talks, or nearly all slots, rooms or
 * speakers, or talks together with the line break at its end (`isOpenEnded`): then it was probably cut off.
 */
export function mendFile(
  good: Draft | undefined,
  fresh: Draft,
  { isOpenEnded = false }: { readonly isOpenEnded?: boolean } = {},
): Mended<Draft> {
  if (good === undefined || fresh.page !== undefined) return mendDraft(good, fresh);
  const loss = findLoss(good, fresh);
  if (loss !== undefined)
    return keepWhole(
      good,
      fresh,
      `The file has only ${loss.left} of its ${loss.before} ${loss.noun} left; its last good version stays in use. If that is meant, restart Lectern.`,
    );
  const missing = isOpenEnded ? findMissing(good, fresh) : [];
  if (missing.length > 0 && !isBroken(good, fresh))
    return keepWhole(
      good,
      fresh,
      `The file lost ${countTalks(missing)} and the line break at its end, as if it were cut off; its last good version stays in use. If that is meant, end the file with a line break.`,
    );
  return mendDraft(good, fresh);
}

const NEW_MISTAKES = 'The file has mistakes that it did not have before;';

function mendBroken(good: Draft, fresh: Draft): Mended<Draft> {
  const lost = findChanged(good, fresh);
  const isDamaged = lost.length > 1 && lost.length > errorsIn(fresh) - errorsIn(good);
  if (isDamaged || !holdsSomething(fresh))
    return keepWhole(good, fresh, `${NEW_MISTAKES} its last good version stays in use.`);
  const added = new Set(findChanged(fresh, good));
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

/** Half of a smaller number of talks is soon withdrawn. */
const TALKS_MIN = 10;

/** Returns true if more than half of the talks are gone, and what is left is not another programme. */
function hasLostTalks(good: Draft, fresh: Draft): boolean {
  const isCut = good.talks.length >= TALKS_MIN && fresh.talks.length * 2 < good.talks.length;
  return isCut && (fresh.talks.length === 0 || findMissing(fresh, good).length < fresh.talks.length);
}

/** So few slots, rooms or speakers are soon withdrawn on purpose. */
const PARTS_MIN = 8;

/** The parts that all talks may lose where their times or columns cannot be read. */
const PARTS: Readonly<Record<string, (talk: Draft['talks'][number]) => number>> = {
  slots: ({ slots }) => slots.length,
  rooms: ({ slots }) => slots.reduce((sum, { rooms }) => sum + rooms.length, 0),
  speakers: ({ speakers }) => speakers.length,
};

/** Names what a file has lost most of; undefined if its content is about what it was. */
export interface Loss {
  readonly noun: string;
  readonly left: number;
  readonly before: number;
}

export function findLoss(good: Draft, fresh: Draft): Loss | undefined {
  if (hasLostTalks(good, fresh))
    return { noun: 'talks', left: fresh.talks.length, before: good.talks.length };
  for (const [noun, count] of Object.entries(PARTS)) {
    const [before, left] = [good, fresh].map(({ talks }) =>
      talks.reduce((sum, talk) => sum + count(talk), 0),
    );
    if (before !== undefined && left !== undefined && before >= PARTS_MIN && left * 10 <= before)
      return { noun, left, before };
  }
  return undefined;
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

/** Finds the talks of which another has no longer the same id and title: a mistake may run a title into what follows. */
function findChanged(good: Draft, fresh: Draft): Draft['talks'] {
  const identityOf = ({ id, title }: Draft['talks'][number]) => JSON.stringify([id, nameKey(title)]);
  const known = new Set(fresh.talks.map(identityOf));
  return good.talks.filter(talk => !known.has(identityOf(talk)));
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
