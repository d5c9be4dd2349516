import { nameKey } from '../../text/fold.ts';
import { cleanLine } from '../reading/clean.ts';
import { namesIn } from '../reading/names.ts';

/** Reads the names in cells of a sheet; `Lund, Ada` is Ada Lund where another one of the `cells` names her so. */
export function namesReader(cells: readonly string[]): (cell: string) => readonly string[] {
  const whole = new Map<string, string>();
  const names = cells.flatMap(namesIn).filter(name => !name.includes(','));
  for (const name of names) remember(whole, nameKey(name), name);
  for (const name of names) remember(whole, nameKey(name.replace(TITLES, '')), name);
  const turned = (name: string) => {
    const [, last, first] = /^([^,]+),([^,]+)$/.exec(name) ?? [];
    return last === undefined ? undefined : whole.get(nameKey(`${first} ${last}`));
  };
  return cell => {
    const name = turned(cell);
    return name === undefined ? namesIn(cell).map(part => turned(part) ?? part) : [name];
  };
}

function remember(names: Map<string, string>, key: string, name: string): void {
  if (!names.has(key)) names.set(key, cleanLine(name));
}

/** "Prof. Dr.", "Dipl.-Ing.", "Frau". */
const TITLES = /^\s*(?:(?:\p{L}{2,}\.(?:-?\p{L}+\.)*|Prof|Dr|Mrs?|Ms|Mx|Herr|Frau|Mme|Sra?)\s+)+/u;
