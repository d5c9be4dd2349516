import { keepCancelled } from '../programme/joining/counterparts.ts';
import type { Problem } from '../programme/problem.ts';
import type { Programme } from '../programme/programme.ts';
import { type Index, indexInSteps } from '../search/index/index-programme.ts';
import type { Loaded, OtherConference } from '../search/loaded.ts';
import { finish, type Steps } from '../text/steps.ts';
import { type Choice, currentConference, joinProgrammes } from './current-conference.ts';
import { allProblems, type Library } from './library.ts';
import type { LiveConference } from './live-conference.ts';

/** The conference that answers, and the problems of its files. */
export interface LoadedFolder extends Loaded {
  /** Problems of the files and sources. */
  readonly problems: readonly Problem[];
}

/** A conference made ready to answer. */
interface Ready extends Pick<Loaded, 'programme' | 'index'> {
  /** The conference and what counts along with it. */
  readonly shown: readonly Programme[];
  /** These joined, before what vanished is added. */
  readonly read: Programme;
}

/**
 * Chooses among a library's conferences: the current one, with what has no dates. As long as the choice is the same, so
 * is the answer. What was not made ready before a swap is so when it is first asked for.
 */
export class Chooser {
  readonly #library: Pick<Library, 'conferences' | 'problems'>;
  /** The index of each programme is made once, whichever conference is the current one meanwhile. */
  readonly #indexes = new WeakMap<Programme, Index>();
  /** By folder. */
  readonly #ready = new Map<string, Ready>();
  #next: Ready | undefined;
  /** The programmes, by folder, of which digests know talks that vanished before the start: these are in no file. */
  readonly #restored = new Map<string, Programme>();
  #last: { readonly ready: Ready; readonly conferences: unknown; readonly folder: LoadedFolder } | undefined;

  constructor(library: Pick<Library, 'conferences' | 'problems'>) {
    this.#library = library;
  }

  /** Returns the conference that answers at an instant, in milliseconds since 1970; undefined if there is not one talk. */
  choose(nowMs: number): LoadedFolder | undefined {
    const conferences = this.#library.conferences();
    const choice = chooseAmong(conferences, nowMs);
    if (choice.current === undefined) return undefined;
    const ready = this.#answerFor(listShown(choice.current, choice));
    if (this.#last?.ready === ready && this.#last.conferences === conferences) return this.#last.folder;
    const folder = this.#fold(ready, choice, conferences);
    this.#last = { ready, conferences, folder };
    return folder;
  }

  /** Makes ready what will answer once these are the library's conferences, so that a swap takes no time. */
  *prepare(conferences: readonly LiveConference[], nowMs: number): Steps<void> {
    const choice = chooseAmong(conferences, nowMs);
    if (choice.current === undefined) return;
    const shown = listShown(choice.current, choice);
    if (this.#findReady(shown) === undefined) this.#next = yield* this.#makeReady(shown);
    for (const programme of [...choice.undated, ...choice.others]) yield* this.#open(programme);
  }

  /** Lets a programme answer in the place of the same as it was read, without the talks that vanished before. */
  *restore(read: Programme, whole: Programme): Steps<void> {
    const { folder } = whole.conference;
    this.#restored.set(folder, whole);
    const before = this.#ready.get(folder);
    if (before === undefined) return;
    const index = before.programme === read ? yield* this.#open(whole) : undefined;
    const after = index ? { ...before, programme: whole, index } : yield* this.#makeReady(before.shown);
    // A programme that was swapped meanwhile is compared with what people know in its turn.
    if (this.#ready.get(folder) === before) this.#ready.set(folder, after);
  }

  #answerFor(shown: readonly Programme[]): Ready {
    const known = this.#findReady(shown);
    if (known !== undefined) return known;
    const isNext = this.#next !== undefined && isSame(shown, this.#next.shown);
    const ready = isNext && this.#next ? this.#next : finish(this.#makeReady(shown));
    if (isNext) this.#next = undefined;
    const { folder } = ready.read.conference;
    this.#ready.set(folder, ready);
    if (ready.programme === ready.read) this.#restored.delete(folder);
    else this.#restored.set(folder, ready.programme);
    return ready;
  }

  #findReady(shown: readonly Programme[]): Ready | undefined {
    const known = this.#ready.get(shown[0]?.conference.folder ?? '');
    return known !== undefined && isSame(shown, known.shown) ? known : undefined;
  }

  *#makeReady(shown: readonly Programme[]): Steps<Ready> {
    const [current, ...along] = shown;
    if (current === undefined) throw new Error('There is no programme to answer from.');
    const read = joinProgrammes(current, along);
    yield;
    const former = this.#restored.get(read.conference.folder);
    const programme = former === undefined ? read : (yield* keepCancelled(former, read)).programme;
    return { shown, read, programme, index: yield* this.#open(programme) };
  }

  /** Makes an index if there is none; that of the conference before saves most of the work. */
  *#open(programme: Programme): Steps<Index> {
    const known = this.#indexes.get(programme);
    if (known !== undefined) return known;
    const index = yield* indexInSteps(programme, this.#findFormer(programme.conference.folder));
    this.#indexes.set(programme, index);
    return index;
  }

  #findFormer(folder: string): Index | undefined {
    const read = this.#library.conferences().find(({ programme }) => programme.conference.folder === folder);
    return this.#ready.get(folder)?.index ?? (read && this.#indexes.get(read.programme));
  }

  #fold(
    { programme, index, shown }: Ready,
    choice: Choice,
    conferences: readonly LiveConference[],
  ): LoadedFolder {
    const ageOf = (of: Programme) => conferences.find(one => one.programme === of)?.asOf;
    const along = choice.undated.length === 0 ? [] : shown.filter(isNameable);
    const asOther = (of: Programme) => this.#asOther(of, ageOf(of));
    return {
      programme,
      index,
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

/** Whether a conference without dates is one of its own, and not the files that lie beside the others' folders. */
function isNameable({ days, conference }: Programme): boolean {
  return days.length === 0 && (conference.name ?? conference.folder) !== '';
}

function isSame(a: readonly Programme[], b: readonly Programme[]): boolean {
  return a.length === b.length && a.every((programme, i) => programme === b[i]);
}

function oldest(instants: readonly number[]): number | undefined {
  return instants.length === 0 ? undefined : Math.min(...instants);
}
