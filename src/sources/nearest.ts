/** The word that somebody meant who mistyped it by two letters at most; nothing where none is that near. */
export function nearest(written: string, words: readonly string[]): string | undefined {
  const near = words
    .map(word => ({ word, edits: editsBetween(written.toLowerCase(), word.toLowerCase()) }))
    .filter(({ word, edits }) => edits <= Math.min(2, word.length / 3))
    .sort((a, b) => a.edits - b.edits);
  return near[0]?.word;
}

/** How many letters to add, drop or change; counting stops at three, for more are another word. */
function editsBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = [...Array(b.length + 1).keys()];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
