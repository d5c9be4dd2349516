import type { Programme } from '../../programme/programme.ts';
import type { Digest } from '../../store/digests.ts';
import { dayComposer } from '../compose/compose-day.ts';
import { type Planning, planDue } from '../plan/plan.ts';
import { planSoon } from '../plan/plan-soon.ts';
import type { Setting } from '../setting.ts';
import { Editing } from '../tell/editing.ts';
import { tellChanges } from '../tell/tell-changes.ts';
import { clearUp } from './clear-up.ts';
import { FaultLog } from './fault-log.ts';
import { Mistakes } from './mistakes.ts';
import { sendNext } from './send.ts';
import { UnderWay } from './under-way.ts';

/** What changes within a minute is told as one. */
const BURST_MS = 60_000;
/** What is to be sent is looked up more often than what is due. */
const PLAN_EVERY_MS = 1000;

/** Brings what is due to its channels. Any number of processes may do so on one database. */
export class Delivering {
  readonly #setting: Setting;
  readonly #planning: Planning;
  readonly #noticed = new Set<string>();
  readonly #faults: FaultLog;
  readonly #underWay: UnderWay;
  readonly #editing: Editing;
  #told: Programme | undefined;
  #tellAt: number;
  #lookedAt: number | undefined;
  #plannedAt = Number.NEGATIVE_INFINITY;
  #isReady = false;

  constructor(setting: Setting) {
    this.#setting = setting;
    this.#planning = {
      setting,
      composeDay: dayComposer(setting),
      planned: new Map(),
      mistakes: new Mistakes(setting.log),
    };
    this.#faults = new FaultLog(setting.log, setting.now);
    this.#underWay = new UnderWay(this.#faults);
    this.#editing = new Editing(setting, this.#underWay);
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
    return this.#underWay.settled();
  }

  async #work(): Promise<void> {
    const setting = this.#setting;
    await this.#keepToClock();
    this.#isReady = true;
    // The other way round where the clock was set back.
    if (Math.abs(setting.now() - this.#plannedAt) >= PLAN_EVERY_MS) await this.#plan();
    await sendNext(setting, this.#underWay);
    await this.#editing.editStale();
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
