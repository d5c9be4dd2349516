import { nameKey } from '../../text/fold.ts';
import {
  COMMA,
  endsInAffiliation,
  isAffiliation,
  isCompany,
  type NameParts,
  splitAffiliation,
} from './affiliation.ts';
import { cleanLine } from './clean.ts';
import { toReadableName } from './readable-text.ts';

/**
 * Splits a text into people's names. Line breaks separate them if there are any, else semicolons or bars, else commas,
 * "&", "/" and "and". In other languages the word for "and" stands within names too, as in Ramón y Cajal; there it
 * separates only full names. A degree, as in "Ada Lund, MBA", is dropped. Parentheses are never split, and a role or a
 * company stays with the name before it: "Ada Lund, Head of Sails, Harbour Ltd".
 */
export function splitNames(written: string): readonly string[] {
  const hidden: string[] = [];
  // An entity's semicolon separates nothing.
  const cell = toReadableName(written)
    .replace(DEGREE, '')
    .replace(IN_BRACKETS, brackets => {
      hidden.push(brackets);
      return `\u{f0000}${hidden.length - 1}\u{f0001}`;
    });
  const settled = [/\n/, /[;|]/].find(separator => separator.test(cell));
  const names = settled ? cell.split(settled) : keepAffiliations(cell.split(COMMA).flatMap(splitAnd));
  return names
    .map(name => name.replace(HIDDEN, (_, at) => hidden[Number(at)] ?? ''))
    .filter(name => cleanLine(name) !== '');
}

/** Stands for what is in brackets while names are split. */
const HIDDEN = /\u{f0000}(\d+)\u{f0001}/gu;
const IN_BRACKETS = /\([^()\n]*\)|\[[^[\]\n]*\]/g;
/** "Rope & Knot Ltd" is one company; in "Ada Lund and Bo & Co" nobody is called Co. */
function splitAnd(written: string): readonly string[] {
  const part = withoutCompany(written);
  if (isCompany(part)) return [part];
  return part
    .split(/\s&\s|\s(?:and|und)\s/)
    .flatMap(one => one.split(SLASH))
    .flatMap(one => one.split(/(?<=\S\s+\S+)\s+(?:y|e|et)\s+(?=\S+\s+\S)/));
}

/** In two steps, since a lookbehind for the names would go over the whole cell at each space. */
function withoutCompany(written: string): string {
  const company = /\s&\s+(?:Co|Cie|C[ií]a)\.?\s*$/u.exec(written);
  const names = company === null ? '' : written.slice(0, company.index).trimEnd();
  return /\S\s+\S+\s+(?:and|und|et|y|e)\s/u.test(names) ? names : written;
}

/** Puts roles and companies, and a single word behind one, back to the name before them. */
function keepAffiliations(parts: readonly string[]): readonly string[] {
  const people: string[] = [];
  let isBehindRole = false;
  for (const part of parts) {
    const before = people.at(-1);
    const isSingle = !/\S\s+\S/.test(part);
    isBehindRole =
      before !== undefined && (isAffiliation(part.replace(HIDDEN, '')) || (isBehindRole && isSingle));
    if (isBehindRole) people[people.length - 1] = `${before},${part}`;
    else people.push(part);
  }
  return people;
}

/** Excludes the slash of "she/her" and "AC/DC", and one in parentheses. */
const SLASH = /(?:\s\/\s|(?<=\S\s+[^\s/]+)\/(?=[^\s/]+\s+\S))(?![^(]{0,100}\))/;

const DEGREE =
  /,\s*(?:E?MBA|Ph\.?\s?D\.?|D\.?Phil\.?|Ed\.?D\.?|[MB]\.?\s?(?:Sc|Eng|Ed|A|S)\.?|MD|M\.D\.|J\.?D\.?|LL\.?[BM]\.?|MPH|MPA|RN|PE|P\.E\.|Esq\.?|CPA|PMP|CFA|CIS(?:SP|M|A)|OSCP)(?=\s*(?:$|[,;|&/(\n]|(?:and|und|y|e|et)\s))/g;

/**
 * Returns a reader of cells with names. `Lund, Ada` is read as Ada Lund if another of the `cells` names her so, or if the
 * file writes its names so. Positions and companies are told from names.
 */
export function createNamesReader(cells: readonly string[]): (cell: string) => readonly NameParts[] {
  const all = cells.flatMap(splitNames);
  const inBrackets = all.filter(endsInAffiliation).length;
  const isUsual = inBrackets > 1 && inBrackets * 2 >= all.length;
  const split = (name: string) => splitAffiliation(cleanLine(name), isUsual);
  const whole = new Map<string, string>();
  const names = all.map(written => split(written).name).filter(name => !name.includes(','));
  for (const name of names) remember(whole, nameKey(name), name);
  for (const name of names) remember(whole, nameKey(name.replace(TITLES, '')), name);
  const isLastFirst = areLastFirst(cells);
  const turned = (name: string) => {
    const [, last, first] = /^([^,]+),([^,]+)$/.exec(name) ?? [];
    if (last === undefined) return undefined;
    const usual = isLastFirst && LAST_FIRST.test(name) ? cleanLine(`${first} ${last}`) : undefined;
    return whole.get(nameKey(`${first} ${last}`)) ?? usual;
  };
  return cell => {
    const name = turned(cell);
    if (name !== undefined) return [{ name, affiliation: '' }];
    return (isLastFirst ? splitTurned(cell) : splitNames(cell)).map(written => {
      const parts = split(written);
      return { ...parts, name: turned(parts.name) ?? parts.name };
    });
  };
}

/**
 * True if the cells write names as a library does: "Lund, Ada; Ek, Bo", or "Lund, Ada and Ek, Bo". Two such people in one
 * cell are enough, and so are two cells of one each where no other has another form.
 */
function areLastFirst(cells: readonly string[]): boolean {
  const people = [...new Set(cells)].map(splitTurned).filter(names => names.length > 0);
  const isTurned = (name: string) => LAST_FIRST.test(splitAffiliation(cleanLine(name), true).name);
  return (
    people.some(names => names.length > 1 && names.every(isTurned)) ||
    (people.length > 1 && people.every(names => names.every(isTurned)))
  );
}

/** Splits at everything but commas. */
function splitTurned(cell: string): readonly string[] {
  return cell
    .replace(DEGREE, '')
    .split(/[\n;|]|\s(?:&|and|und|y|et|e)\s/)
    .filter(name => cleanLine(name) !== '');
}

/** One family name, with its particles, and at most three given names. */
const LAST_FIRST =
  /^\s*(?:(?:van|von|der|den|de|da|do|dos|del|della|di|du|la|le|ten|ter|zu|al|el|bin)\s+)*\p{Lu}[\p{L}'’-]+,\s*\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’.-]*){0,2}\s*$/u;

function remember(names: Map<string, string>, key: string, name: string): void {
  if (!names.has(key)) names.set(key, cleanLine(name));
}

/** "Prof. Dr.", "Dipl.-Ing.", "Frau". */
const TITLES = /^\s*(?:(?:\p{L}{2,}\.(?:-?\p{L}+\.)*|Prof|Dr|Mrs?|Ms|Mx|Herr|Frau|Mme|Sra?)\s+)+/u;
