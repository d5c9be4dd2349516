import { findExamples } from '../search/examples.ts';
import { find } from '../search/find.ts';
import type { Loaded } from '../search/loaded.ts';

/** The example of the manual where this programme has an answer to it, else one of the programme's own. */
export function exampleFor({ programme, index }: Loaded): string {
  const known = find(index, 'ceph').talks.length > 0 ? 'ceph' : findExamples(programme)[0];
  return known ?? 'help';
}
