import { createHash } from 'node:crypto';

/** What Slack takes as the value of an option. */
const VALUE_LENGTH = 75;

/**
 * Stands for an id or a name as the value of an option. Ids come from paths and other people's programs; in the place
 * of a long one stands what is made of it alone, so that it is found again.
 */
export function optionValue(name: string): string {
  if (name.length <= VALUE_LENGTH) return name;
  return `#${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
}
