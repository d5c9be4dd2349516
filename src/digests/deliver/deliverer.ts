import type { Programme } from '../../programme/programme.ts';
import type { Digest } from '../../store/digests.ts';
import { dayComposer } from '../compose/compose-day.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import { type Planning, planDue } from '../plan/plan-days.ts';
import { planSoon } from '../plan/plan-reminders.ts';
import { MessageEditor } from '../tell/message-editor.ts';
import { tellChanges } from '../tell/tell-changes.ts';
import { clearUp } from './clear-up.ts';
import { FaultLog, Mistakes } from './faults.ts';
import { InFlight } from './in-flight.ts';
import { sendNext } from './send.ts';

/** What changes within a minute is told as one. */
const BURST_MS = 60_000;
/** What is to be sent is looked up more often than what is due. */
const PLAN_EVERY_MS = 1000;

/** Brings what is due to its channels. Any number of processes may do so on one database. */
export class Deliverer {
  readonly #setting: DeliveryContext;
  readonly #planning: Planning;
  readonly #noticed = new Set<string>();
  readonly #faults: FaultLog;
  readonly #inFlight = new InFlight();
  readonly #editor: MessageEditor;
  #told: Programme | undefined;
  #tellAt: number;
  #lookedAt: number | undefined;
  #plannedAt = Number.NEGATIVE_INFINITY;
  #isReady = false;

  constructor(setting: DeliveryContext) {
    this.#setting = setting;
    this.#planning = {
      setting,
      composeDay: dayComposer(setting),
      planned: new Map(),
      mistakes: new Mistakes(setting.log),
    };
    this.#faults = new FaultLog(setting.log, setting.now);
    this.#editor = new MessageEditor(setting);
    // What changed while no process was there is told at once.
    this.#tellAt = setting.now();
  }

  /** Whether the database could be used since the start. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** Looks once what is to be done, and begins it. What the database does not allow now is done another time. */
  async tick(): Promise<void> {
    try {
      await this.#work();
      this.#faults.wentWell();
    } catch (error) {
      this.#faults.report(error);
    }
  }

  /** Resolves once Slack has answered all that was sent, and the answers are recorded. */
  settled(): Promise<void> {
    return this.#inFlight.settled();
  }

  async #work(): Promise<void> {
    const setting = this.#setting;
    await this.#keepToClock();
    this.#isReady = true;
    // The other way round where the clock was set back.
    if (Math.abs(setting.now() - this.#plannedAt) >= PLAN_EVERY_MS) await this.#plan();
    this.#finishLater(await sendNext(setting, this.#inFlight.count));
    this.#finishLater(await this.#editor.editStale());
  }

  /** A call to Slack that takes its time holds up no other. */
  #finishLater(calls: readonly Promise<void>[]): void {
    for (const call of calls) void this.#inFlight.track(call.catch(error => this.#faults.report(error)));
  }

  /** At the start, and whenever the clock was set back: nothing is dated later than now. */
  async #keepToClock(): Promise<void> {
    const { store, now } = this.#setting;
    const at = now();
    const before = this.#lookedAt;
    if (before === undefined || at < before) {
      await store.digests.orderedBy(at);
      await store.sending.clockIs(at, before === undefined ? 0 : before - at);
      this.#tellAt = Math.min(this.#tellAt, at + BURST_MS);
    }
    this.#lookedAt = at;
  }

  async #plan(): Promise<void> {
    const setting = this.#setting;
    const now = setting.now();
    const digests = await setting.store.digests.all();
    await this.#tellChanges(digests);
    const isAll = await planDue(digests, this.#planning);
    await planSoon(digests, { ...this.#planning, noticed: this.#noticed });
    await clearUp(setting);
    if (isAll) this.#plannedAt = now;
  }

  async #tellChanges(digests: readonly Digest[]): Promise<void> {
    const { programme } = this.#setting.current();
    const now = this.#setting.now();
    if (programme === this.#told) {
      this.#tellAt = now + BURST_MS;
      return;
    }
    if (now < this.#tellAt) return;
    await tellChanges(digests, this.#planning);
    this.#told = programme;
  }
}

/** How soon what is due is seen; a message that has to wait for its channel's second waits at most this longer. */
const TICK_MS = 250;

/** Delivers from now on, until it is stopped; what is under way is then finished. */
export function startDeliverer(setting: DeliveryContext): { isReady(): boolean; stop(): Promise<void> } {
  const delivering = new Deliverer(setting);
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const tick = async (): Promise<void> => {
    await delivering.tick();
    if (isStopped) return;
    timer = setTimeout(() => {
      ticking = tick();
    }, TICK_MS);
  };
  let ticking = tick();
  return {
    isReady: () => delivering.isReady,
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await ticking;
      await delivering.settled();
    },
  };
}
