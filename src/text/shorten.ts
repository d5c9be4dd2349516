/** At most `length` characters, ending in "…" where something was cut, and never in half a character. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '');
  const atWord = cut.replace(/\s+\S*$/, '');
  return `${(atWord.length > length / 2 ? atWord : cut).trimEnd()}…`;
}
