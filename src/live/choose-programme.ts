import { succeed } from '../programme/joining/counterparts.ts';
import type { Problem } from '../programme/problem.ts';
import type { Programme } from '../programme/programme.ts';
import { type FindIndexed, type Index, indexInSteps } from '../search/index/index-programme.ts';
import type { Loaded, OtherConference } from '../search/loaded.ts';
import { finish, type Steps } from '../text/steps.ts';
import { type Choice, currentConference, joinProgrammes } from './current-conference.ts';
import { allProblems, type Library } from './library.ts';
import type { LiveConference } from './live-conference.ts';
import { isNameable, isSame } from './seen-conferences.ts';

/** The conference that answers, and the problems of its files. */
export interface LoadedFolder extends Loaded {
  /** Problems of the files and sources. */
  readonly problems: readonly Problem[];
}

/** A conference made ready to answer. */
interface Ready extends Pick<Loaded, 'programme' | 'index'> {
  /** The conference and what counts along with it, as they were read. */
  readonly shown: readonly Programme[];
  /** The same with the talks that vanished. */
  readonly whole: readonly Programme[];
}

/**
 * Chooses among a library's conferences: the current one, with what has no dates. As long as the choice is the same, so
 * is the answer. What was not made ready before a swap is so when it is first asked for.
 */
export class Chooser {
  readonly #library: Pick<Library, 'conferences' | 'problems'>;
  readonly #find: FindIndexed | undefined;
  /** The index of each programme is made once, whichever conference is the current one meanwhile. */
  readonly #indexes = new WeakMap<Programme, Index>();
  /** By folder. */
  readonly #ready = new Map<string, Ready>();
  #next: Ready | undefined;
  /** The programmes, by folder, of which people know talks that vanished before the start: these are in no file. */
  readonly #restored = new Map<string, Programme>();
  /** The same for each programme as it was read, with the talks that vanished. */
  readonly #whole = new WeakMap<Programme, Programme>();
  #last:
    | {
        readonly ready: Ready;
        readonly conferences: unknown;
        readonly minute: number;
        readonly folder: LoadedFolder;
      }
    | undefined;

  /** `find` knows texts that were indexed before. */
  constructor(library: Pick<Library, 'conferences' | 'problems'>, find?: FindIndexed) {
    this.#library = library;
    this.#find = find;
  }

  /** Returns the conference that answers at an instant, in milliseconds since 1970; undefined if there is not one talk. */
  choose(nowMs: number): LoadedFolder | undefined {
    const conferences = this.#library.conferences();
    // Each answer asks, and the day, which chooses, changes at a full minute.
    const minute = Math.floor(nowMs / 60_000);
    const last = this.#last;
    if (last?.conferences === conferences && last.minute === minute) return last.folder;
    const choice = chooseAmong(conferences, nowMs);
    if (choice.current === undefined) return undefined;
    const ready = this.#answerFor(listShown(choice.current, choice));
    const isSameFolder = last?.ready === ready && last.conferences === conferences;
    const folder = isSameFolder ? last.folder : this.#fold(ready, choice, conferences);
    this.#last = { ready, conferences, minute, folder };
    return folder;
  }

  /**
   * Makes ready what will answer once these are the library's conferences, so that a swap takes no time. Returns the
   * indexes, first that of the conference that is asked if none is named.
   */
  *prepare(conferences: readonly LiveConference[], nowMs: number): Steps<readonly Index[]> {
    const choice = chooseAmong(conferences, nowMs);
    if (choice.current === undefined) return [];
    const shown = listShown(choice.current, choice);
    const known = this.#findReady(shown);
    if (known === undefined) this.#next = yield* this.#makeReady(shown);
    const indexes = [known ?? this.#next].flatMap(ready => ready?.index ?? []);
    for (const programme of [...choice.undated, ...choice.others])
      indexes.push(yield* this.#open(yield* this.#complete(programme)));
    return indexes;
  }

  /** Lets a programme answer in the place of the same as it answered before, without talks that vanished before the start. */
  *restore(before: Programme, whole: Programme): Steps<void> {
    this.#restored.set(whole.conference.folder, whole);
    const concerned = [...this.#ready].filter(([, ready]) => ready.whole.includes(before));
    for (const { programme } of this.#library.conferences())
      if ((this.#whole.get(programme) ?? programme) === before) this.#whole.set(programme, whole);
    if (!concerned.some(([, ready]) => ready.whole[0] === before)) yield* this.#open(whole);
    for (const [folder, ready] of concerned) {
      const after = yield* this.#makeReady(ready.shown);
      // A programme that was swapped meanwhile is compared with what people know in its turn.
      if (this.#ready.get(folder) === ready) this.#ready.set(folder, after);
    }
    this.#last = undefined;
  }

  #answerFor(shown: readonly Programme[]): Ready {
    const known = this.#findReady(shown);
    if (known !== undefined) return known;
    const isNext = this.#next !== undefined && isSame(shown, this.#next.shown);
    const ready = isNext && this.#next ? this.#next : finish(this.#makeReady(shown));
    if (isNext) this.#next = undefined;
    this.#ready.set(ready.programme.conference.folder, ready);
    return ready;
  }

  #findReady(shown: readonly Programme[]): Ready | undefined {
    const known = this.#ready.get(shown[0]?.conference.folder ?? '');
    return known !== undefined && isSame(shown, known.shown) ? known : undefined;
  }

  *#makeReady(shown: readonly Programme[]): Steps<Ready> {
    const whole: Programme[] = [];
    for (const read of shown) whole.push(yield* this.#complete(read));
    const [current, ...along] = whole;
    if (current === undefined) throw new Error('There is no programme to answer from.');
    yield;
    const programme = joinProgrammes(current, along);
    yield;
    return { shown, whole, programme, index: yield* this.#open(programme) };
  }

  /** Adds the talks that vanished before the start, of which people know. */
  *#complete(read: Programme): Steps<Programme> {
    const { folder } = read.conference;
    const [known, former] = [this.#whole.get(read), this.#restored.get(folder)];
    if (known !== undefined || former === undefined) return known ?? read;
    const whole = (yield* succeed(former, read)).programme;
    this.#whole.set(read, whole);
    if (whole === read) this.#restored.delete(folder);
    else this.#restored.set(folder, whole);
    return whole;
  }

  /** Makes an index if there is none; that of the conference before saves most of the work. */
  *#open(programme: Programme): Steps<Index> {
    const known = this.#indexes.get(programme);
    if (known !== undefined) return known;
    const former = this.#findFormer(programme.conference.folder);
    const index = yield* indexInSteps(programme, former, this.#find);
    this.#indexes.set(programme, index);
    return index;
  }

  #findFormer(folder: string): Index | undefined {
    const read = this.#library.conferences().find(({ programme }) => programme.conference.folder === folder);
    const whole = read && (this.#whole.get(read.programme) ?? read.programme);
    return this.#ready.get(folder)?.index ?? (whole && this.#indexes.get(whole));
  }

  #fold(
    { programme, index, shown, whole }: Ready,
    choice: Choice,
    conferences: readonly LiveConference[],
  ): LoadedFolder {
    const ageOf = (of: Programme) => conferences.find(one => one.programme === of)?.asOf;
    const along = choice.undated.length === 0 ? [] : shown.filter(isNameable);
    const asOther = (of: Programme) => this.#asOther(finish(this.#complete(of)), ageOf(of));
    return {
      programme,
      index,
      joined: whole.length === 1 ? undefined : whole,
      problems: allProblems(this.#library),
      others: [
        ...along.map(of => ({ ...asOther(of), isAlong: true as const })),
        ...choice.others.map(asOther),
      ],
      asOf: oldest(shown.flatMap(of => ageOf(of) ?? [])),
    };
  }

  #asOther(programme: Programme, asOf: number | undefined): OtherConference {
    const { name, folder } = programme.conference;
    return {
      name: name ?? (folder || 'DATA_DIR'),
      programme,
      asOf,
      open: () => ({ programme, index: finish(this.#open(programme)), asOf, others: [] }),
    };
  }
}

function chooseAmong(conferences: readonly LiveConference[], nowMs: number): Choice {
  const withTalks = conferences.flatMap(({ programme }) => (programme.talks.length > 0 ? programme : []));
  return currentConference(withTalks, nowMs);
}

function listShown(current: Programme, { undated }: Choice): readonly Programme[] {
  return [current, ...undated];
}

function oldest(instants: readonly number[]): number | undefined {
  return instants.length === 0 ? undefined : Math.min(...instants);
}
