/** Orders texts by code units, the same in every locale: for ids, moments, and wherever any fixed order will do. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
