import { isPause } from '../../programme/pauses.ts';
import type { Index } from '../index/index-programme.ts';

/** Who searches means what is said: a pause, or what helps to run the event, is an answer only where nothing else is. */
export function withoutPauses({ hasPauses, talks }: Index, order: Int32Array): Int32Array {
  if (!hasPauses) return order;
  const said = order.filter(number => talks[number] !== undefined && !isPause(talks[number]));
  return said.length > 0 ? said : order;
}
