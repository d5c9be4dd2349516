import type { IncomingMessage } from 'node:http';
import { readBody } from './read-body.ts';

/** Each may hold 1 MB. */
const AT_ONCE = 100;

/**
 * Reads the bodies of one entrance. If too many have begun, the one that has taken longest is given up: an honest body comes
 * at once, and those who never send theirs keep nobody else out.
 */
export class Bodies {
  readonly #begun = new Set<AbortController>();

  async read(request: IncomingMessage): Promise<Buffer | 413 | 408> {
    const [oldest] = this.#begun;
    if (oldest !== undefined && this.#begun.size >= AT_ONCE) {
      this.#begun.delete(oldest);
      oldest.abort();
    }
    const begun = new AbortController();
    this.#begun.add(begun);
    try {
      return await readBody(request, begun.signal);
    } finally {
      this.#begun.delete(begun);
    }
  }
}
