/**
 * Different queries as people type them: a word or two of titles, names and halves of names, some with a slip. The same
 * count gives the same queries.
 */
export function madeUpQueries(titles: readonly string[], names: readonly string[], count: number): string[] {
  const words = [...new Set(titles.flatMap(title => title.toLowerCase().match(/\p{L}{4,}/gu) ?? []))];
  const surnames = names.map(name => name.split(' ').at(-1) ?? name);
  const at = (list: readonly string[], place: number) => list[place % list.length] ?? '';
  const queries = new Set<string>();
  for (let place = 0; queries.size < count; place += 1) {
    const forms = [
      at(words, place),
      `${at(words, place)} ${at(words, place * 7 + 3)}`,
      slip(at(words, place * 3)),
      at(names, place),
      slip(at(surnames, place)),
      `${at(surnames, place)} ${at(words, place * 5 + 1)}`,
      `${at(words, place * 11)} ${at(words, place * 13 + 5)} ${at(words, place + 2)}`,
    ];
    queries.add(at(forms, place));
  }
  return [...queries];
}

/**
 * Queries of three words of titles, of which the middle one is mistyped, without an end and no two the same: nothing that
 * is remembered of one serves another.
 */
export function differentQueries(titles: readonly string[]): { take(count: number): string[] } {
  const words = [...new Set(titles.flatMap(title => title.toLowerCase().match(/\p{L}{4,}/gu) ?? []))];
  const at = (place: number) => words[place % words.length] ?? '';
  let taken = 0;
  const next = () => {
    const [turn, place] = [Math.floor(taken / words.length), taken % words.length];
    taken += 1;
    return `${at(place)} ${mistype(at(place + turn), turn)} ${at(place + Math.floor(turn / words.length))}`;
  };
  return { take: count => Array.from({ length: count }, next) };
}

/** A letter or two too many stand in the middle, different ones for each number. */
function mistype(word: string, number: number): string {
  const middle = Math.floor(word.length / 2);
  const letters = number
    .toString(26)
    .replace(/./g, digit => String.fromCharCode(A + Number.parseInt(digit, 26)));
  return word.slice(0, middle) + letters + word.slice(middle);
}

const A = 'a'.charCodeAt(0);

/** Two letters in the middle change places. */
function slip(word: string): string {
  const middle = Math.floor(word.length / 2);
  return word.slice(0, middle - 1) + (word[middle] ?? '') + (word[middle - 1] ?? '') + word.slice(middle + 1);
}
