import { nameKey } from '../../text/fold.ts';
import { cleanLine } from './clean.ts';

/**
 * Splits a text into people's names. Line breaks separate them if there are any, else semicolons or bars, else commas,
 * "&", "/" and "and". In other languages the word for "and" stands within names too, as in Ramón y Cajal; there it
 * separates only full names. A degree, as in "Ada Lund, MBA", is dropped.
 */
export function splitNames(written: string): readonly string[] {
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

/** Excludes the slash of "she/her" and "AC/DC", and one in parentheses. */
const SLASH = /(?:\s\/\s|(?<=\S\s+[^\s/]+)\/(?=[^\s/]+\s+\S))(?![^(]{0,100}\))/;

const DEGREE =
  /,\s*(?:E?MBA|Ph\.?\s?D\.?|D\.?Phil\.?|Ed\.?D\.?|[MB]\.?\s?(?:Sc|Eng|Ed|A|S)\.?|MD|M\.D\.|J\.?D\.?|LL\.?[BM]\.?|MPH|MPA|RN|PE|P\.E\.|Esq\.?|CPA|PMP|CFA|CIS(?:SP|M|A)|OSCP)(?=\s*(?:$|[,;|&/(\n]|(?:and|und|y|e|et)\s))/g;

/** Returns a reader of cells with names. `Lund, Ada` is read as Ada Lund if another of the `cells` names her so. */
export function createNamesReader(cells: readonly string[]): (cell: string) => readonly string[] {
  const whole = new Map<string, string>();
  const names = cells.flatMap(splitNames).filter(name => !name.includes(','));
  for (const name of names) remember(whole, nameKey(name), name);
  for (const name of names) remember(whole, nameKey(name.replace(TITLES, '')), name);
  const turned = (name: string) => {
    const [, last, first] = /^([^,]+),([^,]+)$/.exec(name) ?? [];
    return last === undefined ? undefined : whole.get(nameKey(`${first} ${last}`));
  };
  return cell => {
    const name = turned(cell);
    return name === undefined ? splitNames(cell).map(part => turned(part) ?? part) : [name];
  };
}

function remember(names: Map<string, string>, key: string, name: string): void {
  if (!names.has(key)) names.set(key, cleanLine(name));
}

/** "Prof. Dr.", "Dipl.-Ing.", "Frau". */
const TITLES = /^\s*(?:(?:\p{L}{2,}\.(?:-?\p{L}+\.)*|Prof|Dr|Mrs?|Ms|Mx|Herr|Frau|Mme|Sra?)\s+)+/u;
