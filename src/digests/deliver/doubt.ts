import type { DeliveryKey } from '../../store/delivery.ts';
import type { Store } from '../../store/open.ts';

/** So long a message that its owner wants posted is tried. */
const WANTED_MS = 3 * 60 * 60 * 1000;

/**
 * What an owner says who was asked whether a message arrived. False where that was settled already: by another answer,
 * by Slack's own that came late, or because it was posted once more.
 */
export async function answerQuestion(
  key: DeliveryKey,
  answer: 'post it' | 'it is there',
  { store, now }: { readonly store: Store; readonly now: () => number },
): Promise<boolean> {
  if (answer === 'it is there') return store.sending.there(key);
  const delivery = await store.deliveries.find(key);
  if (delivery === undefined) return false;
  return store.sending.repeat(key, { ...delivery, until: now() + WANTED_MS });
}
