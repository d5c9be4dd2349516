import { setImmediate as nextTurn } from 'node:timers/promises';

import type { NewDelivery } from '../../store/delivery.ts';
import { inChunks } from '../../text/keys.ts';
import type { DeliveryContext } from '../delivery-context.ts';

/** So many messages are claimed in one transaction; searches are answered between two of them. */
const AT_ONCE = 50;

/** Claims a message to each of many people, each once, whichever process tries. Returns how many were claimed by this call. */
export async function claimNotices(
  notices: readonly NewDelivery[],
  { store }: Pick<DeliveryContext, 'store'>,
): Promise<number> {
  let claimed = 0;
  for (const some of inChunks(notices, AT_ONCE)) {
    const won = await store.deliveries.claim(some.map(notice => [notice]));
    claimed += won.filter(Boolean).length;
    await nextTurn();
  }
  return claimed;
}
