import { areTitlesOfPeople } from './columns/columns.ts';

/** The fields of one paper of a session's row: their names without the number, and where they stand. */
export type PaperFields = ReadonlyMap<string, number>;

/**
 * Finds the fields of several papers in one entry by their numbers: ConfTool's `p1_title` and `p2_authors`, "Paper 1
 * Title", "Talk 2: Speaker", "Title 1". None if no field is a paper's title.
 */
export function findPapers(names: readonly string[]): readonly PaperFields[] {
  if (areTitlesOfPeople(names)) return [];
  const papers = new Map<number, Map<string, number>>();
  const titles = new Set<number>();
  for (const [at, written] of names.entries()) {
    const [number, name] = readNumbered(written) ?? [];
    if (number === undefined || name === undefined) continue;
    const paper = papers.get(number) ?? new Map<string, number>();
    papers.set(number, paper.set(name, at));
    if (TITLE.test(name)) titles.add(number);
  }
  return [...papers].filter(([number]) => titles.has(number)).map(([, paper]) => paper);
}

function readNumbered(written: string): readonly [number: number, name: string] | undefined {
  const text = written.slice(0, NAME_LENGTH_MAX).trim();
  const [, before, name] = IN_FRONT.exec(text) ?? [];
  if (before !== undefined && name !== undefined) return [Number(before), name];
  const [, first, after] = BEHIND.exec(text) ?? [];
  return first === undefined || after === undefined ? undefined : [Number(after), first];
}

/** Characters. */
const NAME_LENGTH_MAX = 80;

const IN_FRONT =
  /^(?:p|papers?|presentations?|talks?|contributions?|vortrag|beitrag|ponencia|comunicaci[oó]n|communication|apresentação|intervento)[\s_#-]*(\d{1,3})[\s_.:-]+(\S.*)$/i;
const BEHIND =
  /^((?:(?:talk|paper|presentation)[\s_]*)?(?:title|speakers?|authors?|presenters?|abstract))[\s_#-]*(\d{1,3})$/i;
const TITLE = /^(?:(?:talk|paper|presentation)[\s_]*)?(?:title|name|titel|titre|t[ií]tulo|titolo)$/i;
