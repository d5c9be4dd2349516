import { nameKey } from '../../text/fold.ts';
import { groupByEach } from '../../text/keys.ts';
import { mapInSteps, type Steps } from '../../text/steps.ts';
import { createIdResolver, createProgramme, type Programme } from '../programme.ts';
import { keepSlotNumbers } from '../slot-numbers.ts';
import { roomsOf, type Talk, timesOf } from '../talk.ts';
import { areNearTitles, createCandidateFinder, distinctivePart } from './near-match.ts';

/**
 * For each talk of the first programme the same talk in the second: what has the same guid, else the same id and title, else title and
 * speakers, else a title that no other has; else the same id, unless the source counts anew each time; else what has
 * another title at the same time and place, or a slip mended in it. Sheets without ids need the last ones: there every
 * change would else read as one talk cancelled and another one added.
 */
export function* matchTalks(before: Programme, after: Programme): Steps<ReadonlyMap<Talk, Talk>> {
  const found = new TalkMatcher(before.talks, after.talks);
  const ways = [
    () => found.same(),
    () => found.byOwnKey(({ guid }) => guid),
    () => found.byId(after, (former, talk) => nameKey(former.title) === nameKey(talk.title)),
    () => found.byKey(talk => [contentKey(talk), timesOf(talk)].join('\n')),
    () => found.byKey(contentKey),
    () => found.byOwnKey(({ title }) => nameKey(title)),
    () => isRenumbered(found.pairs, after) || found.byId(after, () => true),
    () => found.byOwnKey(placeKey),
    () => found.byOwnLikeness(nearKeys, (former, talk) => areNearTitles(former.title, talk.title)),
  ];
  yield* mapInSteps(ways, pair => pair());
  return found.pairs;
}

/** Talks that are not paired yet. They are paired in one way after the other, the surest first. */
class TalkMatcher {
  readonly pairs = new Map<Talk, Talk>();
  readonly #paired = new Set<Talk>();
  #before: readonly Talk[];
  #after: readonly Talk[];

  constructor(before: readonly Talk[], after: readonly Talk[]) {
    this.#before = before;
    this.#after = after;
  }

  /** Those that did not change in between. */
  same(): void {
    const before = new Set(this.#before);
    for (const talk of this.#after) if (before.has(talk)) this.#pair(talk, talk);
    this.#before = this.#left();
    this.#after = this.#free();
  }

  byId({ talk }: Programme, isSame: (former: Talk, talk: Talk) => boolean): void {
    for (const former of this.#left()) {
      const same = talk(former.id);
      if (same !== undefined && !this.#paired.has(same) && isSame(former, same)) this.#pair(former, same);
    }
  }

  /** Those of one key in their order. */
  byKey(keyOf: (talk: Talk) => string): void {
    const free = groupByEach(this.#free(), talk => [keyOf(talk)]);
    const used = new Map<string, number>();
    for (const former of this.#left()) {
      const key = keyOf(former);
      const place = used.get(key) ?? 0;
      const talk = free.get(key)?.[place];
      if (talk === undefined) continue;
      used.set(key, place + 1);
      this.#pair(former, talk);
    }
  }

  /** Those that alone have a key, before and after. */
  byOwnKey(keyOf: (talk: Talk) => string | undefined): void {
    const keysOf = (talk: Talk) => [keyOf(talk)].filter(key => key !== undefined);
    const free = groupByEach(this.#free(), keysOf);
    for (const [key, [former, ...otherFormers]] of groupByEach(this.#left(), keysOf)) {
      const [talk, ...others] = free.get(key) ?? [];
      if (former === undefined || talk === undefined) continue;
      if (otherFormers.length === 0 && others.length === 0) this.#pair(former, talk);
    }
  }

  /** Those that are like each other and like no other with a key in common. */
  byOwnLikeness(
    keysOf: (talk: Talk) => readonly string[],
    areAlike: (former: Talk, talk: Talk) => boolean,
  ): void {
    const left = this.#left();
    const formersLike = createCandidateFinder(left, keysOf);
    const talksLike = createCandidateFinder(this.#free(), keysOf);
    for (const former of left) {
      const [talk, ...others] = talksLike(former).filter(one => areAlike(former, one));
      if (talk === undefined || others.length > 0) continue;
      if (formersLike(talk).filter(one => areAlike(one, talk)).length === 1) this.#pair(former, talk);
    }
  }

  #pair(former: Talk, talk: Talk): void {
    this.pairs.set(former, talk);
    this.#paired.add(talk);
  }

  #left(): readonly Talk[] {
    return this.#before.filter(talk => !this.pairs.has(talk));
  }

  #free(): readonly Talk[] {
    return this.#after.filter(talk => !this.#paired.has(talk));
  }
}

/** Whether an id has gone from one talk to another, as the numbers of rows do when a row comes in above. */
function isRenumbered(pairs: ReadonlyMap<Talk, Talk>, after: Programme): boolean {
  return [...pairs].some(([former, talk]) => former.id !== talk.id && after.talk(former.id) !== undefined);
}

/** Nobody is in two places at once. Without a person or a time that says nothing. */
function placeKey(talk: Talk): string | undefined {
  const people = peopleKey(talk);
  return people === undefined || talk.slots.length === 0
    ? undefined
    : [people, timesOf(talk), roomsOf(talk)].join('\n');
}

function peopleKey({ speakers }: Talk): string | undefined {
  return speakers.length === 0
    ? undefined
    : speakers
        .map(speaker => speaker.id)
        .sort()
        .join('\n');
}

/** Requires the same people, and titles that are near. */
function nearKeys(talk: Talk): readonly string[] {
  const people = peopleKey(talk);
  if (people === undefined) return [];
  const same = `${people}\n${distinctivePart(talk.title)}`;
  return [
    same,
    ...nameKey(talk.title)
      .split('-')
      .map(word => `${same}\n${word}`),
  ];
}

function contentKey(talk: Talk): string {
  return [nameKey(talk.title), peopleKey(talk)].join('\n');
}

/** A programme as people should see it after it was read anew. */
export interface Succession {
  /** The new programme and, as cancelled, every talk that only the former one has. */
  readonly programme: Programme;
  /** False if the two have no talk in common; `programme` is then the new one as it was read. */
  readonly isSameEvent: boolean;
}

/**
 * Keeps as cancelled the talks that vanished from the sources, so that people who look for them learn of it, and the numbers
 * of slots, by which their notices are found. Two programmes without a common talk are different events under one name, so
 * nothing of the former is kept.
 */
export function* succeed(before: Programme, after: Programme): Steps<Succession> {
  const kept = yield* matchTalks(before, after);
  if (kept.size === 0) return { programme: after, isSameEvent: false };
  const formerOf = new Map([...kept].map(([former, talk]) => [talk, former]));
  const talks = yield* mapInSteps(after.talks, talk => keepSlotNumbers(formerOf.get(talk) ?? talk, talk));
  const gone = before.talks.filter(talk => !kept.has(talk));
  if (gone.length === 0 && talks.every((talk, place) => talk === after.talks[place]))
    return { programme: after, isSameEvent: true };
  const withOwnId = createIdResolver(after);
  const cancelled = gone.map(talk => ({ ...withOwnId(talk), status: 'cancelled' as const }));
  return { programme: createProgramme(after.conference, [...talks, ...cancelled]), isSameEvent: true };
}
