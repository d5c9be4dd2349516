import { cleanLine } from '../reading/clean.ts';

/** A title with a line of punctuation below it, and perhaps above. Indexes count lines from 0. */
export interface Heading {
  readonly title: string;
  /** As written in the file. */
  readonly raw: string;
  /** Headings of one style have one rank. */
  readonly style: string;
  readonly titleAt: number;
  /** Its first line, and the first line after it. */
  readonly from: number;
  readonly to: number;
  /** A whole sentence if it is not quite a valid heading. */
  readonly doubt: string | undefined;
}

/** Finds the headings of a reStructuredText, in order. */
export function findHeadings(lines: readonly string[]): readonly Heading[] {
  const headings: Heading[] = [];
  for (let i = 0; i + 1 < lines.length; i++) {
    const heading = readHeading(lines, i, headings.at(-1)?.to ?? 0);
    if (heading === undefined) continue;
    headings.push(heading);
    i = heading.to - 1;
  }
  return headings;
}

function readHeading(lines: readonly string[], titleAt: number, free: number): Heading | undefined {
  const raw = lines[titleAt] ?? '';
  const underline = readRule(lines[titleAt + 1]);
  if (underline === undefined) return undefined;
  const title = cleanLine(raw);
  if (!isTitle(title)) return undefined;
  const lengths = lengthsOf(raw, title);
  const fits = lengths.includes(underline.length);
  // Front matter of one line has rules above and below too, but short ones.
  const spans = underline.length >= Math.min(...lengths);
  const overlined = spans && titleAt > free && readRule(lines[titleAt - 1]) === underline;
  const apart = titleAt === free || overlined || cleanLine(lines[titleAt - 1] ?? '') === '';
  if (!fits && !apart) return undefined;
  if (!overlined && /^\s/.test(raw)) return undefined;
  return {
    title,
    raw,
    style: (overlined ? 'over and under ' : 'under ') + underline[0],
    titleAt,
    from: overlined ? titleAt - 1 : titleAt,
    to: titleAt + 2,
    doubt:
      fits || overlined
        ? undefined
        : 'The line under the title is not as long as the title; it was read as a title.',
  };
}

function readRule(line: string | undefined): string | undefined {
  const rule = line?.trimEnd() ?? '';
  return /^([=\-~^"'#*+_.:`])\1+$/.test(rule) ? rule : undefined;
}

/** Excludes rules, list items, directives and the line that introduces an abstract. */
function isTitle(line: string): boolean {
  return (
    line !== '' && readRule(line) === undefined && !/^([*+•-] |\.\. |:[\w-]+:|\*\*abstract\b)/i.test(line)
  );
}

/**
 * A title's length as programs count it: code units, code points, both without invisible characters, and display
 * columns.
 */
function lengthsOf(raw: string, title: string): readonly number[] {
  if (/^[\x20-\x7e]*$/.test(raw)) return [raw.length, raw.trim().length, title.length];
  const columns = [...title].reduce((sum, char) => sum + (WIDE.test(char) ? 2 : 1), 0);
  return [
    raw.length,
    [...raw].length,
    raw.trim().length,
    [...raw.trim()].length,
    title.length,
    [...title].length,
    columns,
  ];
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;
