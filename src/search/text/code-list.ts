/** The places of codes in a list, from `from` to before `to`. */
export interface CodeRange {
  readonly from: number;
  readonly to: number;
}

/** Codes of tokens, as a list that grows. */
export class CodeList {
  #codes: Int32Array;
  #length = 0;

  /** With room for so many at first. Room that is not used takes no memory. */
  constructor(room: number) {
    this.#codes = new Int32Array(room);
  }

  get length(): number {
    return this.#length;
  }

  /** All of them, in the memory of the list. */
  codes(): Int32Array {
    return this.#codes.subarray(0, this.#length);
  }

  append(code: number): void {
    this.#reserve(1);
    this.#codes[this.#length] = code;
    this.#length += 1;
  }

  /** Copies these to the end. */
  repeat({ from, to }: CodeRange): void {
    this.#reserve(to - from);
    this.#codes.copyWithin(this.#length, from, to);
    this.#length += to - from;
  }

  /** Makes room for so many more. */
  #reserve(count: number): void {
    if (this.#length + count <= this.#codes.length) return;
    const wider = new Int32Array((this.#length + count) * 2);
    wider.set(this.#codes);
    this.#codes = wider;
  }
}
