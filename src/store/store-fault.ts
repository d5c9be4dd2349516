/**
 * conflict: PostgreSQL has undone the work because another process changed the same rows; it can be done again. sealed: our
 * keys do not decrypt what is kept.
 */
export type StoreFaultCode =
  | 'locked'
  | 'busy'
  | 'conflict'
  | 'full'
  | 'gone'
  | 'unusable'
  | 'newer'
  | 'sealed';

/** The database cannot be used now. The message says why and what to do; messages that are owed stay owed. */
export class StoreFault extends Error {
  readonly code: StoreFaultCode;

  constructor(code: StoreFaultCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreFault';
    this.code = code;
  }
}
