import type { DeliveryKey } from '../../store/delivery.ts';

/** Which message a button of *Post it* or *It is there* is about. */
export function writeKey({ digestId: digest, day, part }: DeliveryKey): string {
  return JSON.stringify({ digest, day, part });
}

/** A value that is not ours names no delivery. */
export function readKey(value: string | undefined): DeliveryKey | undefined {
  try {
    const { digest, day, part } = JSON.parse(value ?? '') as Record<string, unknown>;
    if (typeof digest === 'string' && typeof day === 'string' && typeof part === 'string')
      return { digestId: digest, day, part };
  } catch {
    // Falls through: what cannot be read is answered as a delivery that nobody knows.
  }
  return undefined;
}
