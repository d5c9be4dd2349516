/**
 * A count with its noun, as people read it: `1 talk`, `2 talks`, `1,025 talks`. `plural` is needed only if it is not
 * the noun with an s: `pluralise(3, 'reply', 'replies')`.
 */
export function pluralise(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? noun : plural}`;
}
