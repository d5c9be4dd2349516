/** What can go wrong with a call, besides what the app itself does wrong. */
export type Fault =
  | { readonly kind: 'rate_limited'; readonly retryAfterSeconds: number }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'error'; readonly error: string; readonly details?: { readonly [key: string]: unknown } }
  | { readonly kind: 'slow'; readonly delayMs: number }
  /** No answer ever comes. */
  | { readonly kind: 'never' }
  /** The connection is cut. */
  | { readonly kind: 'reset' };

export interface FaultOptions {
  /** How many calls it befalls; 1 where nothing else is said, Infinity until it is healed. */
  readonly times?: number;
  /** The call is carried out first, and only its answer lost: the app cannot know whether its post arrived. */
  readonly afterDoing?: boolean;
}

/** A Web API method, every response_url, the opening of a socket, or everything. */
export type FaultTarget = string | 'response_url' | 'socket' | '*';

export interface DueFault {
  readonly fault: Fault;
  readonly afterDoing: boolean;
}

/** What is to go wrong next, method by method, in the order in which it was asked for. */
export class Faults {
  readonly #queues = new Map<FaultTarget, { readonly due: DueFault; left: number }[]>();

  add(target: FaultTarget, fault: Fault, options: FaultOptions): void {
    const queue = this.#queues.get(target) ?? [];
    queue.push({ due: { fault, afterDoing: options.afterDoing ?? false }, left: options.times ?? 1 });
    this.#queues.set(target, queue);
  }

  heal(target?: FaultTarget): void {
    if (target === undefined) this.#queues.clear();
    else this.#queues.delete(target);
  }

  take(target: FaultTarget): DueFault | undefined {
    return this.#takeFrom(target) ?? this.#takeFrom('*');
  }

  #takeFrom(target: FaultTarget): DueFault | undefined {
    const queue = this.#queues.get(target) ?? [];
    const next = queue.find(each => each.left > 0);
    if (next !== undefined) next.left -= 1;
    return next?.due;
  }
}
