/** Shortens a text to at most `length` characters, between words, with "…" where something is left out. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  if (length < 1) return '';
  const head = text.slice(0, length);
  const space = head.search(/\s+\S*$/u);
  const whole = space > 0 ? text.slice(0, space) : wholeCharacters(text.slice(0, length - 1));
  return `${whole.replace(/[\s,;:.–—-]+$/u, '')}…`;
}

/** Without half of a surrogate pair, or a mark without its letter, at the end. */
function wholeCharacters(text: string): string {
  return text.replace(/[\ud800-\udbff]$/u, '');
}
