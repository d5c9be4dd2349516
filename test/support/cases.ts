/** `npm run test:slow` tries properties with ten times as many cases as `npm test`. */
export const isThorough = process.env.THOROUGH === '1';

/** A property's number of cases in `npm run test:slow`; in `npm test`, a tenth of them, but 10 at least. */
export function cases(thorough: number): number {
  return isThorough ? thorough : Math.min(thorough, Math.max(10, Math.ceil(thorough / 10)));
}
