/** Sorts by code units, in every place the same: for ids and moments, and wherever an order need only be fixed. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
