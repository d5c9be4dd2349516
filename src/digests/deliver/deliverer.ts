import { findProgrammeDay } from '../../programme/moment.ts';
import type { Programme } from '../../programme/programme.ts';
import { conferencesOf } from '../../search/loaded.ts';
import { type Delivery, digestOf, type NewDelivery } from '../../store/delivery.ts';
import type { Digest, DigestKey } from '../../store/digests.ts';
import { StoreFault } from '../../store/store-fault.ts';
import { groupByEach } from '../../text/keys.ts';
import { underNewId } from '../../text/work-id.ts';
import { dayComposer } from '../compose/compose-day.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import { remindOfStarred } from '../mine/remind.ts';
import { dayToTell } from '../plan/due.ts';
import { ownerNotice } from '../plan/new-deliveries.ts';
import { type Planning, planDue } from '../plan/plan-days.ts';
import { planReminders } from '../plan/plan-reminders.ts';
import { planRoomNotices } from '../rooms/plan-room-notices.ts';
import { TopicPlanner } from '../rooms/plan-topics.ts';
import { MessageEditor } from '../tell/message-editor.ts';
import { tellChanges } from '../tell/tell-changes.ts';
import { doubt, repeatUnanswered } from './doubt.ts';
import { DigestFaults, FaultLog } from './faults.ts';
import { InFlight } from './in-flight.ts';
import { type InFlightByWorkspace, sendNext } from './send.ts';

/** How soon a due message is seen. */
const TICK_MS = 250;

/** How the last look for work found the database; unknown until the first look. */
export type StoreState = 'unknown' | 'ok' | 'unavailable';

/** Delivers until it is stopped; calls that are in flight are then finished. */
export function startDeliverer(context: DeliveryContext): {
  storeState(): StoreState;
  stop(): Promise<void>;
} {
  const deliverer = new Deliverer(context);
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const tick = async (): Promise<void> => {
    await deliverer.tick();
    if (isStopped) return;
    timer = setTimeout(() => {
      ticking = tick();
    }, TICK_MS);
  };
  let ticking = tick();
  return {
    storeState: () => deliverer.storeState,
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await ticking;
      await deliverer.settled();
    },
  };
}

/** Changes within this time are told in one reply. */
const BURST_MS = 60_000;
/** Planning is done less often than sending. */
const PLAN_EVERY_MS = 1000;

/** Brings due messages to their channels. Any number of processes may do so on one database. */
export class Deliverer {
  readonly #context: DeliveryContext;
  readonly #planning: Planning;
  readonly #reminded = new Set<string>();
  readonly #starsLooked = new Set<string>();
  readonly #noticed = new Set<string>();
  readonly #topics: TopicPlanner;
  readonly #faults: FaultLog;
  readonly #inFlight = new InFlight();
  readonly #sending: InFlightByWorkspace = new Map();
  readonly #editor: MessageEditor;
  #told: readonly Programme[] | undefined;
  #tellAt: number;
  #lookedAt: number | undefined;
  #plannedAt = Number.NEGATIVE_INFINITY;
  #storeState: StoreState = 'unknown';

  constructor(context: DeliveryContext) {
    this.#context = context;
    this.#planning = {
      context,
      composeDay: dayComposer(context),
      planned: new Map(),
      faults: new DigestFaults(context.log),
    };
    this.#faults = new FaultLog(context.log, context.now);
    this.#topics = new TopicPlanner(context);
    this.#editor = new MessageEditor(context);
    // Changes from before the start are told at once.
    this.#tellAt = context.now();
  }

  get storeState(): StoreState {
    return this.#storeState;
  }

  /** Looks once for work and begins it. Never throws: work that the database does not allow now is done later. */
  tick(): Promise<void> {
    return underNewId(() => this.#look());
  }

  /** Resolves once Slack has answered all calls and the answers are recorded. */
  settled(): Promise<void> {
    return this.#inFlight.settled();
  }

  async #look(): Promise<void> {
    try {
      await this.#work();
      this.#storeState = 'ok';
      this.#faults.reportSuccess();
    } catch (error) {
      this.#storeState = error instanceof StoreFault ? 'unavailable' : 'ok';
      this.#faults.report(error);
    }
  }

  async #work(): Promise<void> {
    const context = this.#context;
    await this.#followClock();
    if (this.#storeState === 'unknown') this.#storeState = 'ok';
    // The difference is negative if the clock was set back.
    const isTime = Math.abs(context.now() - this.#plannedAt) >= PLAN_EVERY_MS;
    if (isTime && context.areChoicesKnown()) await this.#plan();
    this.#finishLater(await sendNext(context, this.#sending));
    this.#finishLater(await this.#editor.editStale());
  }

  /** A slow call to Slack holds up no other. */
  #finishLater(calls: readonly (() => Promise<void>)[]): void {
    const finish = (call: () => Promise<void>) => call().catch(error => this.#faults.report(error));
    for (const call of calls) void this.#inFlight.track(underNewId(() => finish(call)));
  }

  /** At the start and after the clock was set back, no row may date from the future. */
  async #followClock(): Promise<void> {
    const { store, now } = this.#context;
    const at = now();
    const before = this.#lookedAt;
    if (before === undefined || at < before) {
      await store.digests.adjustToClock(at);
      await store.sending.adjustToClock(at, before === undefined ? 0 : before - at);
      this.#tellAt = Math.min(this.#tellAt, at + BURST_MS);
    }
    this.#lookedAt = at;
  }

  async #plan(): Promise<void> {
    const context = this.#context;
    const now = context.now();
    const digests = await context.store.digests.all();
    await this.#tellChanges(digests);
    const isAll = await planDue(digests, this.#planning);
    await planReminders(digests, { ...this.#planning, reminded: this.#reminded });
    await planRoomNotices(digests, { context, noticed: this.#noticed });
    await this.#topics.plan(digests);
    await remindOfStarred(context, this.#starsLooked);
    await clearUp(context);
    if (isAll) this.#plannedAt = now;
  }

  async #tellChanges(digests: readonly Digest[]): Promise<void> {
    const told = this.#told ?? [];
    const programmes = conferencesOf(this.#context.current());
    const changed = programmes.filter(programme => !told.includes(programme));
    const now = this.#context.now();
    if (changed.length === 0) {
      this.#tellAt = now + BURST_MS;
      return;
    }
    const isUrgent = changed.some(programme => {
      const before = told.find(({ conference }) => conference.folder === programme.conference.folder);
      return before !== undefined && areIdsExchanged(before, programme);
    });
    if (now < this.#tellAt && !isUrgent) return;
    await tellChanges(changed, digests, this.#planning);
    this.#told = programmes;
  }
}

/**
 * Whether an id has gone from one talk to another, as the numbers of rows do when a row comes in above. Until stars have
 * followed, they stand at other talks, so that this cannot wait for the end of a burst.
 */
function areIdsExchanged(before: Programme, after: Programme): boolean {
  const idsOf = groupByEach(after.talks, ({ title }) => [title]);
  return before.talks.some(({ id, title }) => {
    const now = after.talk(id);
    const isAnother = now !== undefined && now.title !== title;
    return isAnother && (idsOf.get(title) ?? []).some(each => each.id !== id);
  });
}

/** Three times as long as a process waits for Slack's answer: one that has not recorded it by then has ended. */
const SENDING_MS = 30_000;

/**
 * Settles what was left behind: messages that are too late, that a process was killed over, or that nobody answered, and
 * acts that are kept no longer.
 */
export async function clearUp(context: DeliveryContext): Promise<void> {
  const { sending, acts } = context.store;
  await acts.forgetOld();
  await giveUp(await sending.overdue(context.now()), context);
  for (const delivery of await sending.stuck(context.now() - SENDING_MS)) await doubt(delivery, context);
  await repeatUnanswered(context);
}

async function giveUp(late: readonly Delivery[], context: DeliveryContext): Promise<void> {
  if (late.length === 0) return;
  const notices: NewDelivery[] = [];
  for (const those of groupByEach(late, ({ workspace, digestId }) => [`${workspace} ${digestId}`]).values()) {
    const [first] = those;
    if (first !== undefined) notices.push(...(await missedNotices(digestOf(first), those, context)));
  }
  await context.store.sending.recordMissed(late, notices);
}

/** One notice tells the owner of all days that were missed. */
async function missedNotices(
  key: DigestKey,
  late: readonly Delivery[],
  { store, messages, log, now, currentIn }: DeliveryContext,
): Promise<readonly NewDelivery[]> {
  const days = [...new Set(late.filter(({ part }) => part.kind === 'day').map(({ day }) => day))].sort();
  log.warn(
    { workspace: key.workspace, digest: key.id, days, messages: late.length },
    'Messages were too late and are not posted.',
  );
  const digest = await store.digests.find(key);
  const [day, until] = [days.at(-1), late.at(-1)?.until];
  // The owner of a paused digest knows that nothing comes.
  if (digest === undefined || digest.paused || day === undefined || until === undefined) return [];
  const today = findProgrammeDay(now(), currentIn(key.workspace).programme.conference);
  const message = messages.missedNotice(digest, days, dayToTell(today, digest));
  const part = { kind: 'notice', about: 'missed', until } as const;
  return [ownerNotice(digest, { day, part }, { message, now: now() })];
}
