import { cleanLine } from './clean.ts';

/**
 * Names stand a line each or behind semicolons or bars, which settles it, or else behind commas, "&" and "and". In other
 * languages the word for "and" stands within names too, as in Ramón y Cajal; there it parts only whole names.
 */
export function namesIn(cell: string): readonly string[] {
  const names = /[;|\n]/.test(cell.trim())
    ? cell.split(/[;|\n]/)
    : cell
        .split(/,(?!\s*(?:[JS]r|II|III|IV|Ph\.?D|M\.?D)\b)|\s&\s|\s(?:and|und)\s/)
        .flatMap(part => part.split(/(?<=\S\s+\S+)\s+(?:y|e|et)\s+(?=\S+\s+\S)/));
  return names.filter(name => cleanLine(name) !== '');
}
