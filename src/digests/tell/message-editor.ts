import type { Delivery } from '../../store/delivery.ts';
import { type DeliveryContext, logFields, type Outcome } from '../delivery-context.ts';

/** No other process edits a message for so long; an edit without an answer is tried again after it. */
const EDITING_MS = 60_000;
/** Slack takes about fifty `chat.update` a minute in a workspace, apart from posts. */
const EVERY_MS = 1250;

/** A workspace may have Lectern installed again. */
const REVOKED_AGAIN_MS = 10 * 60 * 1000;

/** Replaces the text of posted messages by the text they have now. An edit that is made twice does no harm. */
export class MessageEditor {
  readonly #context: DeliveryContext;
  /** By workspace. */
  readonly #pauses = new Map<string, { readonly from: number; readonly until: number }>();

  constructor(context: DeliveryContext) {
    this.#context = context;
  }

  /** Returns the edits that can begin now: one in each workspace if it is time for one. */
  async editStale(): Promise<readonly (() => Promise<void>)[]> {
    const now = this.#context.now();
    // A clock that was set back ends the pause.
    for (const [workspace, { from, until }] of this.#pauses)
      if (now < from || now >= until) this.#pauses.delete(workspace);
    const stale = await this.#context.store.sending.stale(now, [...this.#pauses.keys()]);
    const edits: (() => Promise<void>)[] = [];
    for (const delivery of stale) {
      this.#pauseFor(EVERY_MS, delivery);
      edits.push(() => this.#edit(delivery));
    }
    return edits;
  }

  #pauseFor(ms: number, { workspace }: Delivery): void {
    const now = this.#context.now();
    this.#pauses.set(workspace, { from: now, until: now + ms });
  }

  /** Here and in all other processes, no message of the workspace is edited for so long. */
  #delayAll(ms: number, delivery: Delivery): Promise<void> {
    const { store, now } = this.#context;
    this.#pauseFor(ms, delivery);
    return store.sending.delayEdits(delivery, now() + ms);
  }

  async #edit(delivery: Delivery): Promise<void> {
    const { store, edit, now } = this.#context;
    if (delivery.state !== 'posted' || delivery.at === undefined) return;
    if (!(await store.sending.takeEdit(delivery, now(), now() + EDITING_MS))) return;
    await this.#settle(delivery, await edit(delivery.at, delivery.message, delivery));
  }

  async #settle(delivery: Delivery, outcome: Outcome): Promise<void> {
    const { store, log } = this.#context;
    if (outcome.kind !== 'posted' && outcome.kind !== 'revoked')
      log.warn({ ...logFields(delivery), outcome }, 'A message could not be edited.');
    switch (outcome.kind) {
      case 'posted':
      // The message was deleted, or the bot has left the channel: it stays as it is.
      case 'forbidden':
      case 'uninstalled':
        return store.sending.recordEdited(delivery);
      case 'refused':
        if (outcome.retryAfterMs === undefined) return;
        return this.#delayAll(Math.max(EVERY_MS, outcome.retryAfterMs), delivery);
      case 'revoked':
        return this.#delayAll(REVOKED_AGAIN_MS, delivery);
      case 'unknown':
        return;
      default:
        outcome satisfies never;
    }
  }
}
