import { nameKey } from '../../text/fold.ts';
import { cleanLine } from './clean.ts';

/**
 * Splits a text into people's names. Line breaks separate them if there are any, else semicolons or bars, else commas,
 * "&", "/" and "and". In other languages the word for "and" stands within names too, as in Ramón y Cajal; there it
 * separates only full names. A degree, as in "Ada Lund, MBA", is dropped. Parentheses are never split, and a role or a
 * company stays with the name before it: "Ada Lund, Head of Sails, Harbour Ltd".
 */
export function splitNames(written: string): readonly string[] {
  const hidden: string[] = [];
  const cell = written.replace(DEGREE, '').replace(IN_BRACKETS, brackets => {
    hidden.push(brackets);
    return `\u{f0000}${hidden.length - 1}\u{f0001}`;
  });
  const settled = [/\n/, /[;|]/].find(separator => separator.test(cell));
  const names = settled ? cell.split(settled) : keepAffiliations(cell.split(COMMA).flatMap(splitAnd));
  return names
    .map(name => name.replace(/\u{f0000}(\d+)\u{f0001}/gu, (_, at) => hidden[Number(at)] ?? ''))
    .filter(name => cleanLine(name) !== '');
}

const IN_BRACKETS = /\([^()\n]*\)|\[[^[\]\n]*\]/g;
const COMMA = /,(?!\s*(?:[JS]r|II|III|IV|Ph\.?D|M\.?D)\b)/;

/** "Rope & Knot Ltd" is one company. */
function splitAnd(part: string): readonly string[] {
  if (COMPANY.test(part)) return [part];
  return part
    .split(/\s&\s|\s(?:and|und)\s/)
    .flatMap(one => one.split(SLASH))
    .flatMap(one => one.split(/(?<=\S\s+\S+)\s+(?:y|e|et)\s+(?=\S+\s+\S)/));
}

/** Puts roles and companies, and a single word behind one, back to the name before them. */
function keepAffiliations(parts: readonly string[]): readonly string[] {
  const people: string[] = [];
  let isBehindRole = false;
  for (const part of parts) {
    const before = people.at(-1);
    const isSingle = !/\S\s+\S/.test(part);
    isBehindRole = before !== undefined && (isAffiliation(part) || (isBehindRole && isSingle));
    if (isBehindRole) people[people.length - 1] = `${before},${part}`;
    else people.push(part);
  }
  return people;
}

function isAffiliation(part: string): boolean {
  return ROLE.test(part) || COMPANY.test(part);
}

const ROLE =
  /^\s*(?:the\s+)?(?:(?:senior|lead|principal|chief|staff|junior|associate|assistant|deputy|vice|managing|executive|technical|general)\b.*|.*\b(?:head\s+of|director|manager|engineer|developer|professor|president|analyst|architect|consultant|scientist|researcher|officer|editor|co-?founder|founder|evangelist|advocate|maintainer|coordinator|geschäftsführer(?:in)?|leiter(?:in)?|directeur|directrice|responsable|ingénieure?|ingenier[oa]|direttore|direttrice)\b.*|c[etfiop]o)\s*$/iu;
const COMPANY =
  /(?:\b(?:Ltd|Limited|Inc|LLC|GmbH|AG|Corp|Corporation|plc|SARL|S\.?A\.?S|S\.?L|S\.?p\.?A|B\.?V|Oy|Co)\.?|\b(?:University|Universität|Université|Universidad|Università|Institute|Institut|Instituto|Foundation|Stiftung|Fundación|Hochschule|College|Labs)\b.*)\s*$|^\s*(?:University|Universität|Université|Universidad|Università|Institute|Institut)\b/u;

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
