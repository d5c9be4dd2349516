import { Deliverer } from '../../src/digests/deliver/deliverer.ts';
import type { DeliveryContext, Outcome } from '../../src/digests/delivery-context.ts';
import type { DigestMessages } from '../../src/digests/messages.ts';
import { Chooser } from '../../src/live/choose-programme.ts';
import type { Programme } from '../../src/programme/programme.ts';
import type { Message } from '../../src/store/delivery.ts';
import type { Digest } from '../../src/store/digests.ts';
import type { Store } from '../../src/store/open.ts';
import { finishInSlices } from '../../src/text/steps.ts';
import { createLog } from '../../src/wiring/log.ts';
import { digest } from './digests.ts';
import { lighthouse } from './lighthouse-days.ts';
import { loadedWith } from './loaded.ts';
import { plainWords } from './plain-words.ts';
import { store as openTestStore } from './store.ts';

/** A message as the channel has it. */
interface Posted {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | undefined;
  readonly at: number;
  readonly text: string;
}

/** What Slack answers to the next posts; after that it takes everything. Undefined arrives and is answered. */
type NextAnswer = Exclude<Outcome, { kind: 'posted' }> | 'lost answer' | 'taken';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

export interface Desk {
  /** A test may put other functions into it. */
  readonly context: Mutable<Omit<DeliveryContext, 'messages'>> & { messages: Mutable<DigestMessages> };
  readonly store: Store;
  readonly posted: Posted[];
  /** What the log says, a line each. */
  readonly log: Record<string, unknown>[];
  readonly answers: NextAnswer[];
  /** The topics that were set, each with its channel. */
  readonly topics: (readonly [channel: string, words: string])[];
  now: number;
  show(programme: Programme): void;
  /** A process that delivers; a new one is what a restart makes. */
  process(): Deliverer;
  /** Lets time pass: by seconds while much is going on, else by minutes, over many hours by ten of them. At each step every process looks once. */
  until(instant: number | string, options?: { readonly by?: readonly Deliverer[] }): Promise<void>;
  /** The texts in a channel, the time of day before each. */
  in(channel: string): readonly string[];
}

export interface DeskOptions {
  readonly programme: Programme;
  readonly at: number | string;
  readonly store?: Store;
  readonly sessionsAPart?: number;
  readonly rehearsal?: boolean;
  /** The channels of another desk, as after a restart. */
  readonly posted?: Posted[];
}

/** The channel and the owner of a digest that a test does not give others. */
export const LOBBY = 'C0LOBBY001';
export const OWNER = 'U0MIRA0001';

/** A desk with one digest, for eight in the morning of UTC, two seconds before that. */
export async function withDigest(
  given: Partial<Digest> = {},
  options: Partial<DeskOptions> = {},
): Promise<Desk> {
  const made = desk({ programme: lighthouse, at: '2027-05-11T07:59:58Z', ...options });
  await made.store.digests.save(digest({ timeZone: 'UTC', ...given }));
  return made;
}

/** The same five minutes after eight, with the first day posted. */
export async function posted(...given: Parameters<typeof withDigest>): Promise<Desk> {
  const made = await withDigest(...given);
  await made.until('2027-05-11T08:05Z');
  return made;
}

/** Makes calls that can begin now, all at once. */
export async function makeAll(calls: readonly (() => Promise<void>)[]): Promise<void> {
  await Promise.all(calls.map(call => call()));
}

/** Everything that delivery works with: a store, a clock that a test moves, and channels that remember what came. */
export function desk({
  programme,
  at,
  store = openTestStore(),
  sessionsAPart = 3,
  rehearsal = false,
  posted = [],
}: DeskOptions): Desk {
  const log: Record<string, unknown>[] = [];
  const answers: NextAnswer[] = [];
  const topics: (readonly [string, string])[] = [];
  let loaded = loadedWith(programme);
  const show = (next: Programme) => {
    loaded = loadedWith(next);
  };
  const arrive = (channel: string, { text }: Message, threadTs: string | undefined): Outcome => {
    const ts = `${posted.length + 1}.0`;
    posted.push({ channel, ts, threadTs, at: made.now, text });
    return { kind: 'posted', channel, ts };
  };
  const made: Desk = {
    store,
    posted,
    log,
    answers,
    topics,
    now: typeof at === 'number' ? at : Date.parse(at),
    context: {
      store,
      current: () => loaded,
      currentIn: () => made.context.current(),
      areChoicesKnown: () => true,
      remember: async (_read, whole) => show(whole),
      messages: plainWords(sessionsAPart),
      zoneOf: async () => 'Europe/Madrid',
      post: async (channel, message, { threadTs }) => {
        const answer = answers.shift() ?? 'taken';
        if (answer === 'taken') return arrive(channel, message, threadTs);
        if (answer !== 'lost answer') return answer;
        arrive(channel, message, threadTs);
        return { kind: 'unknown', reason: 'reset' };
      },
      edit: async ({ channel, ts }, { text }) => {
        const index = posted.findIndex(each => each.channel === channel && each.ts === ts);
        const message = posted[index];
        if (message === undefined) return { kind: 'forbidden', reason: 'message_not_found' };
        posted[index] = { ...message, text };
        return { kind: 'posted', channel, ts };
      },
      setTopic: async (channel, words) => {
        const answer = answers.shift() ?? 'taken';
        if (answer !== 'taken' && answer !== 'lost answer') return answer;
        if (topics.at(-1)?.[1] !== words) topics.push([channel, words]);
        return answer === 'taken'
          ? { kind: 'posted', channel, ts: '0' }
          : { kind: 'unknown', reason: 'reset' };
      },
      homeWorkspace: () => 'T0HARBOUR1',
      organisersOf: () => [OWNER],
      now: () => made.now,
      random: () => 1,
      rehearsal,
      log: createLog({ level: 'info', secrets: [], write: line => log.push(JSON.parse(line)) }),
    },
    show,
    process: () => new Deliverer(made.context),
    until: async (instant, { by = [made.process()] } = {}) => {
      const begin = made.now;
      const end = typeof instant === 'number' ? instant : Date.parse(instant);
      while (made.now <= end) {
        for (const each of by) await each.tick();
        for (const each of by) await each.settled();
        const isBusy =
          end - begin < 100_000 || made.now - begin < 5000 || made.now - (posted.at(-1)?.at ?? 0) < 3000;
        made.now = isBusy
          ? made.now + 1000
          : Math.min(
              nextOf(end - begin > 6 * HOUR_MS ? 600_000 : 60_000, made.now),
              Math.max(end, made.now + 1),
            );
      }
    },
    in: channel =>
      posted
        .filter(each => each.channel === channel)
        .map(({ at: when, text }) => `${new Date(when).toISOString().slice(11, 19)} ${text}`),
  };
  return made;
}

/** Lets several conferences answer, each in its days, as folders of data do. Returns a function that shows others. */
export function withConferences(
  made: Desk,
  programmes: readonly Programme[],
): (programmes: readonly Programme[]) => void {
  const live = (programme: Programme) => ({ programme, problems: [], asOf: undefined, trouble: undefined });
  let conferences = programmes.map(live);
  const chooser = new Chooser({ conferences: () => conferences, problems: () => [] });
  made.context.current = () => {
    const chosen = chooser.choose(made.now);
    if (chosen === undefined) throw new Error('No conference has a talk.');
    return chosen;
  };
  made.context.remember = (read, whole) => finishInSlices(chooser.restore(read, whole));
  return next => {
    conferences = next.map(live);
  };
}

const HOUR_MS = 60 * 60 * 1000;

function nextOf(stepMs: number, now: number): number {
  return Math.floor(now / stepMs) * stepMs + stepMs;
}
