import type { Listener } from '../boundary.ts';
import { workspaceIn } from './request-source.ts';

/** Slack repeats an event for up to a day if "delayed events" is on. */
const REMEMBERED_MS = 24 * 60 * 60 * 1000;
const REMEMBERED_AT_MOST = 100_000;

/** Remembers the events that were handled: Slack repeats those it believes unanswered, and Bolt runs each repeat. */
export class SeenEvents {
  readonly #seenAt = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** True if none of an event's names was seen before. */
  isNew(names: readonly string[]): boolean {
    this.#forget();
    const isNew = names.every(name => !this.#seenAt.has(name));
    for (const name of names) if (!this.#seenAt.has(name)) this.#seenAt.set(name, this.#now());
    return isNew;
  }

  /** A Map keeps its entries in the order of insertion, so the oldest come first. */
  #forget(): void {
    for (const [name, seenAt] of this.#seenAt) {
      if (this.#now() - seenAt < REMEMBERED_MS && this.#seenAt.size <= REMEMBERED_AT_MOST) return;
      this.#seenAt.delete(name);
    }
  }
}

/** Passes an event on the first time that it comes. A mention in a direct message comes as two events of one message. */
export function skipRepeats(listener: Listener, seen: SeenEvents): Listener {
  return args => {
    const isRepeat =
      'event' in args && !seen.isNew(eventNames(args.body.event_id, args.event, workspaceIn(args.context)));
    return isRepeat ? Promise.resolve() : listener(args);
  };
}

/** Ids of channels are each workspace's own. */
function eventNames(eventId: string, event: object, workspace: string): string[] {
  const message = 'channel' in event && 'ts' in event ? [`${event.channel} ${event.ts}`] : [];
  return [eventId, ...message].map(name => `${workspace} ${name}`);
}
