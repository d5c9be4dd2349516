import { readFileSync } from 'node:fs';

/** A page of `docs/`, in parts that tests hold against the code. */
export interface DocsPage {
  readonly sections: readonly DocsSection[];
  /** The section under a heading, given without backticks. */
  section(heading: string): DocsSection;
}

/** A heading and what stands below it, up to the next heading of any level. */
export interface DocsSection {
  /** Without backticks; empty for what stands above the first heading. */
  readonly heading: string;
  /** 1 for the heading of the page. */
  readonly level: number;
  readonly blocks: readonly CodeBlock[];
  /** The lines that are indented as commands to type. */
  readonly commands: readonly string[];
  /** The rows of all tables, without their heads. */
  readonly rows: readonly (readonly string[])[];
}

/** The text between two lines of backticks. */
interface CodeBlock {
  readonly language: string;
  readonly text: string;
}

/** Reads `docs/NAME`. */
export function docsPage(name: string): DocsPage {
  const markdown = readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
  const sections = sectionsIn(markdown.split('\n'));
  return {
    sections,
    section: heading => {
      const found = sections.find(section => section.heading === heading);
      if (found === undefined) throw new Error(`docs/${name} has no section "${heading}".`);
      return found;
    },
  };
}

/** The texts in backticks, `a` and `b` of "`a`, `b`". */
export function codeIn(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(match => match[1] ?? '');
}

function sectionsIn(lines: readonly string[]): readonly DocsSection[] {
  let section = sectionBelow('', 0);
  const sections = [section];
  let inBlock = false;
  for (const line of lines) {
    const [, language] = /^```(.*)$/.exec(line) ?? [];
    const [, marks = '', heading] = /^(#+) (.+)$/.exec(line) ?? [];
    if (language !== undefined) {
      if (!inBlock) section.blocks.push({ language, text: '' });
      inBlock = !inBlock;
    } else if (inBlock) {
      const block = section.blocks.pop() ?? { language: '', text: '' };
      section.blocks.push({ ...block, text: `${block.text}${line}\n` });
    } else if (heading !== undefined) {
      section = sectionBelow(heading.replaceAll('`', ''), marks.length);
      sections.push(section);
    } else if (line.startsWith('|')) section.rows.push(cellsOf(line));
    else if (line.startsWith('    ')) section.commands.push(line.trim());
  }
  return sections.map(({ rows, ...rest }) => ({ ...rest, rows: withoutHeads(rows) }));
}

function sectionBelow(heading: string, level: number) {
  return { heading, level, blocks: [] as CodeBlock[], commands: [] as string[], rows: [] as string[][] };
}

function cellsOf(row: string): string[] {
  return row
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map(cell => cell.trim().replaceAll('\\|', '|'));
}

/** Without the lines of dashes, and the row above each. */
function withoutHeads(rows: readonly string[][]): readonly string[][] {
  const isDashes = (row: readonly string[] | undefined) => row?.every(cell => /^:?-+:?$/.test(cell)) ?? false;
  return rows.filter((row, at) => !isDashes(row) && !isDashes(rows[at + 1]));
}
