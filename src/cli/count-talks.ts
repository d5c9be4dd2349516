import { isPause } from '../programme/pauses.ts';
import type { Programme } from '../programme/programme.ts';

/** How many entries of a programme are talks: pauses and what helps to run the event are none. */
export function countTalks({ talks }: Programme): number {
  return talks.filter(talk => !isPause(talk)).length;
}
