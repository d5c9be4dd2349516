import { createHash } from 'node:crypto';

/** An id made of a text, for a source without usable ids: 12 hex digits, the same for the same text. */
export function hashId(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
