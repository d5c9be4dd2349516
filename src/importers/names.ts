import { cleanLine } from './clean.ts';

/** Names stand a line each or behind semicolons, which settles it, or else behind commas, "&" and "and". */
export function namesIn(cell: string): readonly string[] {
  const names = /[;\n]/.test(cell.trim())
    ? cell.split(/[;\n]/)
    : cell.split(/,(?!\s*(?:[JS]r|II|III|IV|Ph\.?D|M\.?D)\b)|\s&\s|\sand\s/);
  return names.filter(name => cleanLine(name) !== '');
}
