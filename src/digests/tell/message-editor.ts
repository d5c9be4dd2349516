import type { Delivery } from '../../store/delivery.ts';
import type { Outcome } from '../deliver/post.ts';
import type { DeliveryContext } from '../delivery-context.ts';

/** Nobody else edits a message meanwhile; after it, what was not answered is tried again. */
const EDITING_MS = 60_000;
/** Slack bears fifty edits a minute in a workspace, apart from posts. */
const EVERY_MS = 1250;

/** Puts the words that messages have now in the place of those in Slack. An edit that is made twice does no harm. */
export class MessageEditor {
  readonly #setting: DeliveryContext;
  #pause = { from: 0, until: 0 };

  constructor(setting: DeliveryContext) {
    this.#setting = setting;
  }

  /** Begins to edit one message if it is time for one; returns the calls it began. */
  async editStale(): Promise<readonly Promise<void>[]> {
    const now = this.#setting.now();
    // A clock that was set back ends the pause.
    if (now >= this.#pause.from && now < this.#pause.until) return [];
    const [stale] = await this.#setting.store.sending.stale(now);
    if (stale === undefined) return [];
    this.#pauseFor(EVERY_MS);
    return [this.#edit(stale)];
  }

  #pauseFor(ms: number): void {
    const now = this.#setting.now();
    this.#pause = { from: now, until: now + ms };
  }

  async #edit(delivery: Delivery): Promise<void> {
    const { store, edit, now } = this.#setting;
    if (delivery.ts === undefined) return;
    if (!(await store.sending.takeEdit(delivery, now(), now() + EDITING_MS))) return;
    await this.#settle(
      delivery,
      await edit(delivery.postedIn ?? delivery.channel, delivery.ts, delivery.message),
    );
  }

  async #settle(delivery: Delivery, outcome: Outcome): Promise<void> {
    const { store, now, log } = this.#setting;
    if (outcome.kind !== 'posted')
      log.warn({ digest: delivery.digestId, day: delivery.day, outcome }, 'A message could not be edited.');
    // What may not be edited stays as it is: it was deleted, or the bot has left.
    if (outcome.kind === 'posted' || outcome.kind === 'forbidden') await store.sending.edited(delivery);
    if (outcome.kind !== 'refused' || outcome.retryAfterMs === undefined) return;
    this.#pauseFor(Math.max(EVERY_MS, outcome.retryAfterMs));
    await store.sending.editLater(delivery, now() + outcome.retryAfterMs);
  }
}
