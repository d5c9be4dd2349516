import type { Programme } from '../programme/programme.ts';
import type { Index } from './index-programme.ts';

/** A programme and what finds in it: made together, swapped together. */
export interface Loaded {
  readonly programme: Programme;
  readonly index: Index;
}
