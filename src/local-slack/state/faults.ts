/** A failure of Slack or of the network, as a test can order it. */
export type Fault =
  | { readonly kind: 'rate_limited'; readonly retryAfterSeconds: number }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'error'; readonly error: string; readonly details?: { readonly [key: string]: unknown } }
  | { readonly kind: 'slow'; readonly delayMs: number }
  /** No response ever comes. */
  | { readonly kind: 'never' }
  /** The connection is cut. */
  | { readonly kind: 'reset' };

export interface FaultOptions {
  /** The number of calls that fail: 1 by default, Infinity until `heal`. */
  readonly times?: number;
  /** The call is carried out and only its response is lost, so the app cannot know whether its post arrived. */
  readonly afterDoing?: boolean;
}

/** A Web API method, every response_url, every address that takes a file, the opening of a socket, or everything. */
export type FaultTarget = string | 'response_url' | 'upload_url' | 'socket' | '*';

export interface DueFault {
  readonly fault: Fault;
  readonly afterDoing: boolean;
}

/** The faults to come, a queue for each target. */
export class Faults {
  readonly #queues = new Map<FaultTarget, { readonly due: DueFault; left: number }[]>();

  add(target: FaultTarget, fault: Fault, options: FaultOptions): void {
    const queue = this.#queues.get(target) ?? [];
    queue.push({ due: { fault, afterDoing: options.afterDoing ?? false }, left: options.times ?? 1 });
    this.#queues.set(target, queue);
  }

  /** Cancels the faults of one target, or all of them. */
  heal(target?: FaultTarget): void {
    if (target === undefined) this.#queues.clear();
    else this.#queues.delete(target);
  }

  /** The fault of the next call, which uses it up. A target's own faults come before those of `*`. */
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
