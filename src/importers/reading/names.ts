import { cleanLine } from './clean.ts';

/**
 * Names stand a line each, which settles it, or behind semicolons or bars, or else behind commas, "&", "/" and "and". In
 * other languages the word for "and" stands within names too, as in Ramón y Cajal; there it parts only whole names. What
 * people passed, as in "Ada Lund, MBA", is no part of a name.
 */
export function namesIn(written: string): readonly string[] {
  const cell = written.replace(DEGREE, '');
  const settled = [/\n/, /[;|]/].find(separator => separator.test(cell));
  const names = settled
    ? cell.split(settled)
    : cell
        .split(/,(?!\s*(?:[JS]r|II|III|IV|Ph\.?D|M\.?D)\b)|\s&\s|\s(?:and|und)\s/)
        .flatMap(part => part.split(SLASH))
        .flatMap(part => part.split(/(?<=\S\s+\S+)\s+(?:y|e|et)\s+(?=\S+\s+\S)/));
  return names.filter(name => cleanLine(name) !== '');
}

/** Not that of "she/her" or "AC/DC", nor one in parentheses. */
const SLASH = /(?:\s\/\s|(?<=\S\s+[^\s/]+)\/(?=[^\s/]+\s+\S))(?![^(]{0,100}\))/;

const DEGREE =
  /,\s*(?:E?MBA|Ph\.?\s?D\.?|D\.?Phil\.?|Ed\.?D\.?|[MB]\.?\s?(?:Sc|Eng|Ed|A|S)\.?|MD|M\.D\.|J\.?D\.?|LL\.?[BM]\.?|MPH|MPA|RN|PE|P\.E\.|Esq\.?|CPA|PMP|CFA|CIS(?:SP|M|A)|OSCP)(?=\s*(?:$|[,;|&/(\n]|(?:and|und|y|e|et)\s))/g;
