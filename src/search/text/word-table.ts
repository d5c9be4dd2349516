const PLACES_MIN = 1 << 12;

/**
 * Numbers words as they come, from 0. A word is looked up where it stands in a text: to cut it out for a `Map` takes three
 * times as long, because V8 hashes each new text.
 */
export class WordTable {
  readonly #words: string[] = [];
  /** Open addressing: a word's number and one more, at its hash or in the next free place after it. 0 is free. */
  #places = new Int32Array(PLACES_MIN);

  /** The number of the word from `start` to before `end`, a new one if it was not met before. */
  numberOf(text: string, start: number, end: number): number {
    for (let place = hash(text, start, end); ; place++) {
      const number = (this.#places[place & (this.#places.length - 1)] ?? 0) - 1;
      if (number < 0) return this.#add(text.slice(start, end));
      if (isAt(this.#words[number] ?? '', text, start, end)) return number;
    }
  }

  #add(word: string): number {
    const number = this.#words.push(word) - 1;
    if (2 * this.#words.length < this.#places.length) this.#place(word, number);
    else {
      this.#places = new Int32Array(2 * this.#places.length);
      for (const [known, text] of this.#words.entries()) this.#place(text, known);
    }
    return number;
  }

  #place(word: string, number: number): void {
    const mask = this.#places.length - 1;
    let place = hash(word, 0, word.length) & mask;
    while (this.#places[place] !== 0) place = (place + 1) & mask;
    this.#places[place] = number + 1;
  }
}

/** FNV-1a over UTF-16 code units (http://www.isthe.com/chongo/tech/comp/fnv/), not negative. */
function hash(text: string, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let at = start; at < end; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value ^ (value >>> 15)) & 0x3fffffff;
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++)
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}
