import type { Clock } from './clock.ts';
import type { Identifiers } from './identifiers.ts';

/** Slack: «response_url: 5 uses within 30 minutes». */
const usesMax = 5;
const lifetimeMs = 30 * 60 * 1000;

/** The conversation that a response_url posts to. */
export interface ResponseTarget {
  readonly user: string;
  readonly channel: string;
  readonly threadTs?: string;
  /** The `ts` that replace_original replaces: of the clicked message, or of the last one posted by this URL. */
  original?: string;
  readonly usesMax?: number;
}

export type ResponseUrlRefusal = 'unknown_url' | 'used_url' | 'expired_url';

/** The response_urls that the app was given. */
export class ResponseUrls {
  readonly #issued = new Map<
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

  /** Sets the server's own address, known only once it listens. */
  setBase(base: string): void {
    this.#base = base;
  }

  issue(target: ResponseTarget): string {
    const secret = this.#identifiers.newSecret();
    this.#issued.set(secret, { target, issuedAt: this.#clock.now(), uses: 0 });
    return `${this.#base}/response/${secret}`;
  }

  /** Uses a response_url once. Returns its target, or Slack's refusal. */
  use(secret: string): ResponseTarget | ResponseUrlRefusal {
    const url = this.#issued.get(secret);
    if (url === undefined) return 'unknown_url';
    if (this.#clock.now() - url.issuedAt > lifetimeMs) return 'expired_url';
    if (url.uses >= (url.target.usesMax ?? usesMax)) return 'used_url';
    url.uses += 1;
    return url.target;
  }
}
