import type { Clock } from './clock.ts';
import type { Identifiers } from './identifiers.ts';

/** Slack: a trigger_id is good for three seconds and one use. */
const lifetimeMs = 3000;

export interface Trigger {
  readonly user: string;
  readonly channel?: string;
  /** The id of the modal in which the person acted, if they did. */
  readonly fromView?: string;
}

export type TriggerRefusal = 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';

/** The trigger_ids that the app was given; each opens one modal. */
export class Triggers {
  readonly #issued = new Map<string, Trigger & { readonly issuedAt: number; exchanged: boolean }>();
  readonly #clock: Clock;
  readonly #identifiers: Identifiers;

  constructor(clock: Clock, identifiers: Identifiers) {
    this.#clock = clock;
    this.#identifiers = identifiers;
  }

  issue(trigger: Trigger): string {
    const id = this.#identifiers.nextTriggerId();
    this.#issued.set(id, { ...trigger, issuedAt: this.#clock.now(), exchanged: false });
    return id;
  }

  /** Uses a trigger_id up. Returns its trigger, or Slack's refusal. */
  exchange(id: string): Trigger | TriggerRefusal {
    const trigger = this.#issued.get(id);
    if (trigger === undefined) return 'invalid_trigger_id';
    if (trigger.exchanged) return 'exchanged_trigger_id';
    if (this.#clock.now() - trigger.issuedAt > lifetimeMs) return 'expired_trigger_id';
    trigger.exchanged = true;
    return trigger;
  }
}
