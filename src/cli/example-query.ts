import { find } from '../search/find.ts';
import type { Loaded } from '../search/loaded.ts';

/** The README's example if this programme has an answer to it, else one from the programme itself. */
export function exampleQuery({ index }: Loaded): string {
  const known = find(index, 'ceph').talks.length > 0 ? 'ceph' : index.examples[0];
  return known ?? 'help';
}
