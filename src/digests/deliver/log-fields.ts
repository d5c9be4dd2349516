import type { Delivery } from '../../store/delivery.ts';
import { writePart } from '../../store/delivery-part.ts';

/** The fields by which the log names a delivery. */
export function logFields({ digestId, day, part, channel }: Delivery) {
  return { digest: digestId, day, part: writePart(part), channel };
}
