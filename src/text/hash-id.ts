import { createHash } from 'node:crypto';

/** An id made of a text, where a source gives none that can be used: the same text has the same one. */
export function hashId(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
