import { cleanLine } from '../reading/clean.ts';

/** True for a row that begins with "Total" and has nothing but numbers of something beside it. */
export function isTotal(cells: readonly string[]): boolean {
  const [first = '', ...rest] = cells.map(cleanLine).filter(cell => cell !== '');
  return TOTAL.test(first) && rest.every(cell => /\d/.test(cell));
}

const TOTAL =
  /^(?:(?:grand )?totals?|sub-?totals?|sums?|summe|summen|gesamt|gesamtsumme|insgesamt|total général|totaux|somme|suma|sumas|totales|soma|totais|totale|totali|somma)\s*[:=]?$/i;
