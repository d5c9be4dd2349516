import type { Clock } from './clock.ts';
import type { Identifiers } from './identifiers.ts';

/** Slack: «response_url: 5 uses within 30 minutes». */
const usesAtMost = 5;
const lifetimeMs = 30 * 60 * 1000;

/** Where a response_url leads. */
export interface ResponseTarget {
  readonly user: string;
  readonly channel: string;
  readonly threadTs?: string;
  /** The message that was acted on, or that this URL has posted last: what replace_original replaces. */
  original?: string;
  readonly usesAtMost?: number;
}

export type ResponseUrlRefusal = 'unknown_url' | 'used_url' | 'expired_url';

export class ResponseUrls {
  readonly #targets = new Map<
    string,
    { readonly target: ResponseTarget; readonly issuedAt: number; uses: number }
  >();
  readonly #clock: Clock;
  readonly #identifiers: Identifiers;
  #base = '';

  constructor(clock: Clock, identifiers: Identifiers) {
    this.#clock = clock;
    this.#identifiers = identifiers;
  }

  /** The server's own address, known only once it listens. */
  setBase(base: string): void {
    this.#base = base;
  }

  issue(target: ResponseTarget): string {
    const secret = this.#identifiers.newSecret();
    this.#targets.set(secret, { target, issuedAt: this.#clock.now(), uses: 0 });
    return `${this.#base}/response/${secret}`;
  }

  use(secret: string): ResponseTarget | ResponseUrlRefusal {
    const entry = this.#targets.get(secret);
    if (entry === undefined) return 'unknown_url';
    if (this.#clock.now() - entry.issuedAt > lifetimeMs) return 'expired_url';
    if (entry.uses >= (entry.target.usesAtMost ?? usesAtMost)) return 'used_url';
    entry.uses += 1;
    return entry.target;
  }
}
