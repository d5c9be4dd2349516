import { createHash } from 'node:crypto';
import type { ImportOptions } from '../importers/format.ts';
import { importFile } from '../importers/import-file.ts';
import type { Draft } from '../programme/joining/draft.ts';
import {
  askSource,
  headersOf,
  type Marks,
  type ProgrammeAnswer,
  type Variable,
} from '../sources/ask-source.ts';
import type { Fetch } from '../sources/fetch-source.ts';
import { type Named, namedSources, type Source } from '../sources/settings/source-setting.ts';
import type { FolderContent } from './folder-reader.ts';
import type { KeptAnswers } from './kept-answers.ts';
import { type Mended, mendDraft } from './mend.ts';
import type { Timers } from './timers.ts';

/** A source as it counts now. */
interface SourceState {
  /** The last good answer; undefined before the first one. */
  readonly draft: Draft | undefined;
  /** Problems of the last answer and what is done about them, in whole sentences. */
  readonly trouble: string | undefined;
  /** When the source last answered well; nothing where that was the last time it was asked. */
  readonly asOf: number | undefined;
}

interface SourcePoll {
  state(): SourceState;
  /** Ends when there is something to show, or the source was asked in vain. From then on it is asked regularly. */
  begin(): Promise<void>;
  end(): void;
}

interface PollOptions {
  readonly source: Source;
  /** The name of the source in problems and talks. */
  readonly path: string;
  /** How its answers are to be read. */
  readonly settings: ImportOptions;
  readonly kept: KeptAnswers;
  readonly variable: Variable;
  readonly fetch: Fetch;
  readonly now: () => number;
  readonly timers: Timers;
  /** Told when `state` is another one, except while `begin` is waited for. */
  readonly changed: () => void;
  /** Told of faults of our own, after which the source is asked again. */
  readonly onFault: (error: unknown) => void;
}

/** After an answer that was no good the source is asked sooner than it usually is. */
const AGAIN_MS = 60_000;

/** An answer that has lost most of its talks is likelier an accident than a decision, unless it stays so this long. */
const BELIEVED_AFTER_MS = 30 * 60_000;
/** Half of a smaller number of talks is soon withdrawn. */
const DOUBTED_FROM = 10;

/** Asks a source again and again. A bad or empty answer never takes the place of a good one. */
function pollSource({ source, path, settings, kept, now, timers, ...options }: PollOptions): SourcePoll {
  const ending = new AbortController();
  let forgetNext = () => {};
  let good: Good | undefined;
  let trouble: string | undefined;
  let isConfirmed = false;
  let doubtedSince: number | undefined;

  const takeGood = async ({ draft, bytes, marks }: ProgrammeAnswer & { readonly kind: 'fresh' }) => {
    const digest = digestOf(bytes);
    const goodAt = now();
    // Bytes that are known already make no new programme, whatever their marks are.
    const text = digest === good?.digest ? good.text : mendDraft(good?.text.good, draft);
    good = { text, digest, marks, goodAt };
    await kept.write(source, { bytes, goodAt, ...marks });
  };
  const confirmGood = async () => {
    if (good === undefined) return;
    good = { ...good, goodAt: now() };
    await kept.confirm(source, good.goodAt);
  };
  /** Returns the reason to distrust an answer that is otherwise in order; undefined if there is none. */
  const doubt = (answer: ProgrammeAnswer): string | undefined => {
    const all = good?.text.good.talks.length ?? 0;
    const left = answer.kind === 'fresh' ? answer.draft.talks.length : all;
    if (all < DOUBTED_FROM || left * 2 >= all) {
      doubtedSince = undefined;
      return undefined;
    }
    doubtedSince ??= now();
    if (now() - doubtedSince >= BELIEVED_AFTER_MS) return undefined;
    const { host } = new URL(source.url);
    return `What ${host} sent has only ${left} of ${all} talks; if it still says so in half an hour, the others are taken for cancelled.`;
  };
  /** Takes an answer and tells how long to wait before the next question. */
  const take = async (answer: ProgrammeAnswer): Promise<number> => {
    const wrong =
      whatIsWrong(answer, { before: good?.text.good, host: new URL(source.url).host }) ?? doubt(answer);
    isConfirmed = wrong === undefined;
    trouble =
      wrong &&
      `${wrong} ${good === undefined ? 'Nothing of this source is known yet.' : 'What it said before stays.'}`;
    try {
      if (wrong === undefined) await (answer.kind === 'fresh' ? takeGood(answer) : confirmGood());
    } catch (error) {
      // Asked without marks the source sends everything again, which is then kept as soon as that is possible.
      good &&= { ...good, marks: { ...good.marks, etag: undefined, lastModified: undefined } };
      trouble = `The answer cannot be kept on disk (${codeOf(error)}), so a restart would not have it.`;
    }
    const retryAfterMs = answer.kind === 'failed' ? (answer.retryAfterMs ?? 0) : 0;
    return wrong === undefined ? source.everyMs : Math.max(retryAfterMs, Math.min(AGAIN_MS, source.everyMs));
  };
  const ask = async (): Promise<number> => {
    const filled = headersOf(source, options.variable);
    if ('mistake' in filled) return take({ kind: 'failed', message: `${filled.mistake}.` });
    const { signal } = ending;
    const question = { url: source.url, headers: filled.headers, path, settings, known: good?.marks, signal };
    const answer = await askSource({ ...question, fetch: options.fetch });
    return signal.aborted ? source.everyMs : take(answer);
  };
  const fault = (error: unknown): number => {
    options.onFault(error);
    return source.everyMs;
  };
  const askLater = (delayMs: number) => {
    if (ending.signal.aborted) return;
    forgetNext = timers.after(delayMs, async () => {
      const next = await ask().catch(fault);
      if (!ending.signal.aborted) options.changed();
      askLater(next);
    });
  };

  return {
    state: () => ({
      draft: good?.text.shown,
      trouble,
      asOf: isConfirmed ? undefined : good?.goodAt,
    }),
    begin: async () => {
      const found = await kept.read(source);
      const draft = found && importFile({ path, bytes: found.bytes }, settings);
      if (found !== undefined && draft !== undefined && holdsSomething(draft)) {
        const { bytes, goodAt, ...marks } = found;
        good = { text: mendDraft(undefined, draft), digest: digestOf(bytes), marks, goodAt };
        askLater(0);
      } else askLater(await ask().catch(fault));
    },
    end: () => {
      forgetNext();
      ending.abort();
    },
  };
}

interface Good {
  readonly text: Mended<Draft>;
  readonly digest: string;
  readonly marks: Marks;
  readonly goodAt: number;
}

function whatIsWrong(
  answer: ProgrammeAnswer,
  { before, host }: { readonly before: Draft | undefined; readonly host: string },
): string | undefined {
  if (answer.kind === 'failed') return answer.message;
  if (answer.kind === 'unchanged') return undefined;
  const { draft } = answer;
  const [error] = draft.problems.filter(({ severity }) => severity === 'error');
  if (!holdsSomething(draft))
    return `What ${host} sent holds no talks${error === undefined ? '.' : `: ${error.message}`}`;
  if (draft.talks.length === 0 && before !== undefined && before.talks.length > 0)
    return `What ${host} sent has lost all its talks.`;
  return undefined;
}

function holdsSomething({ talks, people = [] }: Draft): boolean {
  return talks.length > 0 || people.length > 0;
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
}

/** One source as it counts now, and the `conference.yml` that names it. */
export interface NamedSource extends SourceState {
  readonly source: Source;
  readonly settingsPath: string;
}

/** All sources that the settings name. */
export interface SourcePolls {
  /** Begins with what is new in the settings and ends what is no longer there. */
  keepTo(settings: FolderContent['settings']): Promise<void>;
  states(): readonly NamedSource[];
  end(): void;
}

type Surroundings = Omit<PollOptions, 'source' | 'path' | 'settings'>;

export function sourcePolls(surroundings: Surroundings): SourcePolls {
  const running = new Set<SourcePoll>();
  let polls = new Map<string, { readonly poll: SourcePoll; readonly named: Named }>();
  return {
    keepTo: async settings => {
      const next: typeof polls = new Map();
      const begun: Promise<void>[] = [];
      for (const named of settings.flatMap(namedSources)) {
        const known = polls.get(named.key);
        const poll = known?.poll ?? pollSource({ ...surroundings, ...named });
        if (known === undefined) {
          running.add(poll);
          begun.push(poll.begin());
        }
        next.set(named.key, { poll, named });
      }
      const isOver = [...polls].filter(([key]) => !next.has(key));
      for (const [, { poll }] of isOver) {
        running.delete(poll);
        poll.end();
      }
      // A new source is waited for, so that what it takes over from another one is never missing in between.
      await Promise.all(begun);
      polls = next;
    },
    states: () =>
      [...polls.values()].map(({ poll, named }) => ({
        ...poll.state(),
        source: named.source,
        settingsPath: named.settingsPath,
      })),
    end: () => {
      for (const poll of running) poll.end();
    },
  };
}
