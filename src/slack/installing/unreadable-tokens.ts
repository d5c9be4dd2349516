import type { SealedFault } from '../../store/database/sealing.ts';
import { sealedPlaceOf } from '../../store/workspaces/installations.ts';
import { forgetOldest } from '../../text/remember.ts';
import type { RefusalLog } from '../receiving/refusal-log.ts';

const SENTENCES = {
  key: 'Tokens cannot be decrypted: TOKEN_KEY no longer has the key with which they were encrypted. Add that key after a comma and start Lectern again; if it is lost, people must install Lectern again.',
  damage:
    'Tokens cannot be decrypted: they were damaged or changed in the database. People must install Lectern again in those workspaces.',
} as const;

const KNOWN_AT_MOST = 10_000;

/** The installations of which the token cannot be decrypted. Each request there meets it; the log says it once a minute. */
export class UnreadableTokens {
  readonly #places = new Set<string>();
  readonly #refusals: Pick<RefusalLog, 'refuse'>;

  constructor(refusals: Pick<RefusalLog, 'refuse'>) {
    this.#refusals = refusals;
  }

  get count(): number {
    return this.#places.size;
  }

  add({ place, why }: SealedFault): void {
    this.#places.add(place);
    forgetOldest(this.#places, KNOWN_AT_MOST);
    this.#refusals.refuse(SENTENCES[why]);
  }

  /** The workspace has a token that can be read, or none any more. */
  delete(workspace: string): void {
    this.#places.delete(sealedPlaceOf(workspace));
  }
}
