import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { StoreFault } from '../store-fault.ts';

/** A text as the database has it: nobody reads or changes it without the key. */
export interface Sealed {
  /** Names the key, and tells nothing about it. */
  readonly keyId: string;
  /** In base64: a nonce, the tag that proves the text whole, and the encrypted text. */
  readonly sealed: string;
}

/** A text cannot be decrypted: our keys are others, or it is not as it was sealed for its place. */
export class SealedFault extends StoreFault {
  readonly place: string;
  readonly why: 'key' | 'damage';

  constructor({ place, why }: Pick<SealedFault, 'place' | 'why'>, message: string, options?: ErrorOptions) {
    super('sealed', message, options);
    this.place = place;
    this.why = why;
  }
}

const CIPHER = 'aes-256-gcm';
/** NIST SP 800-38D, 8.2: 96 bits, at random for each text. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts secrets for the database. Each belongs to one place there (`place`), so that a row that was copied over another
 * one cannot be read. `keys` are 32 bytes in base64: the first encrypts, all of them decrypt.
 */
export class Sealer {
  readonly #keys: ReadonlyMap<string, Buffer>;

  constructor(keys: readonly string[]) {
    this.#keys = new Map(keys.map(key => Buffer.from(key, 'base64')).map(key => [keyIdOf(key), key]));
  }

  /** The id of the key that encrypts; undefined if there is no key. */
  get keyId(): string | undefined {
    return this.#keys.keys().next().value;
  }

  seal(text: string, place: string): Sealed {
    const [first] = this.#keys;
    if (first === undefined)
      throw new StoreFault('unusable', 'Nothing can be encrypted: TOKEN_KEY is not set.');
    const [keyId, key] = first;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(
      Buffer.from(place),
    );
    const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return { keyId, sealed: Buffer.concat([nonce, cipher.getAuthTag(), encrypted]).toString('base64') };
  }

  /** Throws a SealedFault if the key is not among ours, or if the text was not sealed for this place. */
  unseal({ keyId, sealed }: Sealed, place: string): string {
    const key = this.#keys.get(keyId);
    if (key === undefined)
      throw new SealedFault(
        { place, why: 'key' },
        `What is kept about ${place} was encrypted with a key that TOKEN_KEY no longer has. Add that key after a comma.`,
      );
    const bytes = Buffer.from(sealed, 'base64');
    const [nonce, tag] = [
      bytes.subarray(0, NONCE_BYTES),
      bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES),
    ];
    try {
      const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(place))
        .setAuthTag(tag);
      const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([text, decipher.final()]).toString('utf8');
    } catch (error) {
      throw new SealedFault(
        { place, why: 'damage' },
        `What is kept about ${place} was damaged or changed in the database. Install Lectern there again.`,
        { cause: error },
      );
    }
  }
}

/** A hash of 256 random bits: nobody finds the bits by trying. */
function keyIdOf(key: Buffer): string {
  return createHash('sha256').update('Lectern token key').update(key).digest('hex').slice(0, 16);
}
