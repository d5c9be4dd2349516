import { createHash } from 'node:crypto';
import { importHere } from '../importers/import-aside.ts';
import type { Draft } from '../programme/joining/draft.ts';
import type { Problem } from '../programme/problem.ts';
import { askNamedSource, type Marks, type ProgrammeAnswer, type Web } from '../sources/ask-source.ts';
import type { NamedSource } from '../sources/settings/source-setting.ts';
import { underNewId } from '../text/work-id.ts';
import type { SourceContent } from './data-folder.ts';
import type { KeptAnswers } from './kept-answers.ts';
import { findLoss, type Mended, mendDraft } from './mend.ts';
import type { Timers } from './timers.ts';

export interface PollOptions extends Web {
  readonly kept: KeptAnswers;
  readonly now: () => number;
  readonly timers: Timers;
  /** Called when the content is another one, except while `begin` is waited for. */
  readonly onChange: () => Promise<void>;
  /** Receives faults of our own, after which the source is asked again. */
  readonly onFault: (error: unknown) => void;
}

/** After an answer that was no good the source is asked sooner than it usually is. */
const AGAIN_MS = 60_000;

/** The last good answer. */
interface Good {
  readonly text: Mended<Draft>;
  /** False if the answer was broken or not whole, so that an earlier one stays on disk. */
  readonly isSound: boolean;
  readonly digest: string;
  readonly marks: Marks;
  /** When the source last gave it, in milliseconds since 1970. */
  readonly goodAt: number;
}

/** Asks a source again and again. A bad or empty answer never takes the place of a good one. */
export class SourcePoll {
  readonly #named: NamedSource;
  readonly #options: PollOptions;
  readonly #ending = new AbortController();
  #forgetNext = () => {};
  #good: Good | undefined;
  #trouble: string | undefined;
  /** Problems of the last answer, if that was not used. */
  #problems: readonly Problem[] = [];
  #isConfirmed = false;
  /** When the source was first asked in vain, if it never answered well. */
  #vainSince: number | undefined;
  #doubtedSince: number | undefined;

  constructor(named: NamedSource, options: PollOptions) {
    this.#named = named;
    this.#options = options;
  }

  content(): Pick<SourceContent, 'draft' | 'problems' | 'trouble' | 'asOf'> {
    return {
      draft: this.#good?.text.shown,
      problems: this.#problems,
      trouble: this.#trouble,
      asOf: this.#isConfirmed ? undefined : (this.#good?.goodAt ?? this.#vainSince),
    };
  }

  /** Ends when there is something to show, or the source was asked in vain. From then on it is asked regularly. */
  async begin(): Promise<void> {
    this.#good = await this.#readKept();
    this.#askLater(this.#good === undefined ? await underNewId(() => this.#ask()) : 0);
  }

  end(): void {
    this.#forgetNext();
    this.#ending.abort();
  }

  async #readKept(): Promise<Good | undefined> {
    const { path, settings, source } = this.#named;
    const found = await this.#options.kept.read(source);
    if (found === undefined) return undefined;
    const { bytes, goodAt, ...marks } = found;
    const { importFile = importHere } = this.#options;
    const draft = await importFile({ path, bytes }, settings);
    return hasContent(draft)
      ? { text: mendDraft(undefined, draft), isSound: true, digest: digestOf(bytes), marks, goodAt }
      : undefined;
  }

  #askLater(delayMs: number): void {
    if (this.#ending.signal.aborted) return;
    this.#forgetNext = this.#options.timers.after(delayMs, () => underNewId(() => this.#askAgain()));
  }

  async #askAgain(): Promise<void> {
    const next = await this.#ask();
    if (!this.#ending.signal.aborted) await this.#options.onChange();
    this.#askLater(next);
  }

  /** Asks once, and returns how long to wait before the next time, in milliseconds. */
  async #ask(): Promise<number> {
    const { signal } = this.#ending;
    const { everyMs } = this.#named.source;
    try {
      const known = this.#good?.marks;
      const answer = await askNamedSource(this.#named, { ...this.#options, known, signal });
      return signal.aborted ? everyMs : await this.#take(answer);
    } catch (error) {
      this.#options.onFault(error);
      return everyMs;
    }
  }

  async #take(answer: ProgrammeAnswer): Promise<number> {
    const { everyMs } = this.#named.source;
    const wrong = this.#findWrong(answer);
    this.#isConfirmed = wrong === undefined;
    this.#problems = wrong !== undefined && answer.kind === 'fresh' ? listOthers(answer.draft) : [];
    if (wrong === undefined) {
      this.#trouble = await this.#keep(answer);
      return this.#good?.text.shown.page === undefined ? everyMs : Math.min(AGAIN_MS, everyMs);
    }
    if (this.#good === undefined) this.#vainSince ??= this.#options.now();
    const stays =
      this.#good === undefined ? 'There is no earlier copy to use.' : 'The last good copy stays in use.';
    this.#trouble = `${wrong} ${stays}`;
    const retryAfterMs = answer.kind === 'failed' ? (answer.retryAfterMs ?? 0) : 0;
    return Math.max(retryAfterMs, Math.min(AGAIN_MS, everyMs));
  }

  /** Returns the reason not to use an answer, as a sentence; undefined if it is good. */
  #findWrong(answer: ProgrammeAnswer): string | undefined {
    const { host } = new URL(this.#named.source.url);
    const good = this.#good?.text.good;
    const fault = findFault(answer, { good, host });
    if (fault !== undefined) return fault;
    const now = this.#options.now();
    const doubt = answer.kind === 'fresh' && good && findDoubt(answer.draft, { good, host });
    this.#doubtedSince = doubt ? (this.#doubtedSince ?? now) : undefined;
    const isBelieved = now - (this.#doubtedSince ?? now) >= BELIEVED_AFTER_MS;
    return doubt && !isBelieved ? doubt : undefined;
  }

  /** Keeps a good answer, also on disk. Returns the trouble with that, if there is some. */
  async #keep(answer: ProgrammeAnswer): Promise<string | undefined> {
    const { kept, now } = this.#options;
    const { source } = this.#named;
    const goodAt = now();
    try {
      if (answer.kind === 'fresh') {
        const { draft, bytes, marks } = answer;
        this.#good = takeGood(this.#good, { draft, digest: digestOf(bytes), marks, goodAt });
        if (this.#good.isSound) await kept.write(source, { bytes, goodAt, ...marks });
      } else if (this.#good !== undefined) {
        this.#good = { ...this.#good, goodAt };
        if (this.#good.isSound) await kept.confirm(source, goodAt);
      }
      return undefined;
    } catch (error) {
      // Asked without marks the source sends everything again, which is then kept as soon as that is possible.
      this.#good &&= {
        ...this.#good,
        marks: { address: this.#good.marks.address, etag: undefined, lastModified: undefined },
      };
      return `The answer cannot be kept on disk (${codeOf(error)}), so it will be missing after a restart.`;
    }
  }
}

/** Bytes that are known already make no new programme, whatever their marks are. */
function takeGood(
  before: Good | undefined,
  { draft, ...fresh }: Omit<Good, 'text' | 'isSound'> & { readonly draft: Draft },
): Good {
  if (before !== undefined && fresh.digest === before.digest)
    return { ...fresh, text: before.text, isSound: before.isSound };
  const text = mendDraft(before?.text.good, draft);
  return { ...fresh, text, isSound: text.good === draft };
}

interface Judging<T> {
  readonly good: T;
  readonly host: string;
}

function findFault(answer: ProgrammeAnswer, { good, host }: Judging<Draft | undefined>): string | undefined {
  if (answer.kind === 'failed') return answer.message;
  if (answer.kind === 'unchanged') return undefined;
  const { draft } = answer;
  const error = draft.problems.find(({ severity }) => severity === 'error');
  if (!hasContent(draft)) return `The answer of ${host} has no talks${error ? `: ${error.message}` : '.'}`;
  if (draft.talks.length === 0 && good !== undefined && good.talks.length > 0)
    return `The answer of ${host} has no talks any more.`;
  return undefined;
}

/** An answer that has lost most of its talks is likelier an accident than a decision, unless it stays so this long. */
const BELIEVED_AFTER_MS = 30 * 60_000;
/** Returns the reason to distrust an answer that is otherwise in order; undefined if there is none. */
function findDoubt(fresh: Draft, { good, host }: Judging<Draft>): string | undefined {
  const loss = fresh.page === undefined ? findLoss(good, fresh) : undefined;
  if (loss === undefined) return undefined;
  const { noun, left, before } = loss;
  const then = noun === 'talks' ? 'the others count as cancelled' : 'it is believed';
  return `The answer of ${host} has only ${left} of ${before} ${noun}; if that is still so in half an hour, ${then}.`;
}

/** The problems of an answer that is not used, besides the error that says so. */
function listOthers({ problems }: Draft): readonly Problem[] {
  const error = problems.find(({ severity }) => severity === 'error');
  return problems.filter(problem => problem !== error);
}

function hasContent({ talks, people = [] }: Draft): boolean {
  return talks.length > 0 || people.length > 0;
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
}
