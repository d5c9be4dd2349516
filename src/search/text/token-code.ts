/** A token is one number, because an index keeps hundreds of thousands: its form's number above two bits of marks. */
export const MARKS = 4;
export const BEGINS = 1;
export const INSIDE = 2;

export function formIn(code: number): number {
  return code >> 2;
}

export function beginsWord(code: number): boolean {
  return (code & BEGINS) !== 0;
}

/** True for `open` and `stack` in `OpenStack`, not for `sr` in `SR-IOV`. */
export function isInsideWord(code: number): boolean {
  return (code & INSIDE) !== 0;
}
