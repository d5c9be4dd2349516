import { cleanLine } from '../reading/clean.ts';
import { findHeadings, type Heading } from './headings.ts';

/** The line that introduces an abstract; the abstract may begin on the same line. */
export const MARKER = /^\*\*\s*abstract\s*:?\s*\*\*\s*:?\s*/i;

/** Whether a line introduces an abstract. Nearly every line has no asterisk and need not be cleaned to tell. */
export function isMarked(line: string): boolean {
  return line.includes('*') && MARKER.test(cleanLine(line));
}

/** A talk's heading and lines in a file. */
export interface TalkSection {
  readonly heading: Heading;
  readonly track: string | undefined;
  /** Its lines, up to the next talk or track. Indexes count lines from 0. */
  readonly from: number;
  readonly to: number;
}

export interface Outline {
  readonly talks: readonly TalkSection[];
  /** Lines of text that belong to no talk: above the first title, or between the name of a track and its first talk. */
  readonly strayAt: readonly number[];
}

/** Tells which headings are talks and which name tracks; a heading inside an abstract is part of it. */
export function findOutline(lines: readonly string[]): Outline {
  const headings = addUnmarkedTitles(lines, findHeadings(lines));
  const roles = assignRoles(lines, headings);
  const talks: TalkSection[] = [];
  const stray = findContent(lines, 0, headings[0]?.from ?? lines.length);
  let track: string | undefined;
  const talkHeadings = new Set(headings.filter((_, k) => roles[k] === 'talk'));
  const own = headings.filter((_, k) => roles[k] !== 'part');
  own.forEach((heading, k) => {
    const to = own[k + 1]?.from ?? lines.length;
    if (talkHeadings.has(heading)) talks.push({ heading, track, from: heading.to, to });
    else {
      track = heading.title;
      stray.push(...findContent(lines, heading.to, to));
    }
  });
  return { talks, strayAt: stray };
}

type Role = 'talk' | 'track' | 'part';

function assignRoles(lines: readonly string[], headings: readonly Heading[]): readonly Role[] {
  const ends = headings.map((_, k) => headings[k + 1]?.from ?? lines.length);
  const styles = [...new Set(headings.map(heading => heading.style))];
  const isBare = (k: number) => findContent(lines, headings[k]?.to ?? 0, ends[k] ?? 0).length === 0;
  const marked = headings.filter((heading, k) => hasMarker(lines, heading.to, ends[k] ?? 0));
  const unmarkedStyle = isBare(0) && styles[1] !== undefined ? styles[1] : styles[0];
  const talkStyles = new Set(marked.length > 0 ? marked.map(heading => heading.style) : [unmarkedStyle]);
  const talkRank = Math.min(...[...talkStyles].map(style => styles.indexOf(style ?? '')));
  const roles: Role[] = [];
  headings.forEach(({ style }, k) => {
    const above = styles.indexOf(style) < talkRank || (isBare(k) && talkStyles.has(headings[k + 1]?.style));
    const closed = hasSpeaker(lines, headings[k - 1]?.to ?? 0, headings[k]?.from ?? 0);
    roles.push(talkStyles.has(style) ? 'talk' : above ? 'track' : closed ? 'talk' : 'part');
  });
  return roles;
}

/** Adds talks whose title is not underlined: a `**Abstract:**` without another title shows them. */
function addUnmarkedTitles(lines: readonly string[], headings: readonly Heading[]): readonly Heading[] {
  const startsAt = new Map(headings.map(heading => [heading.from, heading]));
  const all = [...headings];
  let open: Heading | undefined;
  let titleAt: number | undefined;
  for (let i = 0; i < lines.length; i++) {
    const heading = startsAt.get(i);
    const line = lines[i] ?? '';
    if (heading !== undefined) {
      open = heading;
      titleAt = undefined;
      i = heading.to - 1;
    } else if (isMarked(line)) {
      if (open === undefined && titleAt !== undefined)
        all.push(toPlainHeading(lines[titleAt] ?? '', titleAt));
      open = undefined;
      titleAt = undefined;
    } else if (!isEmpty(line)) titleAt = i;
  }
  return all.sort((a, b) => a.from - b.from);
}

function toPlainHeading(raw: string, titleAt: number): Heading {
  const doubt = 'The title is not underlined; it was read as a title because an abstract follows.';
  const title = cleanLine(raw);
  return { title, raw, style: 'plain', titleAt, from: titleAt, to: titleAt + 1, doubt };
}

function hasMarker(lines: readonly string[], from: number, to: number): boolean {
  return lines.slice(from, to).some(isMarked);
}

function hasSpeaker(lines: readonly string[], from: number, to: number): boolean {
  return lines.slice(from, to).some(line => /^\s*[*+•-]\s*\*\*.*?\*\*\s*\*\(/.test(line));
}

const NO_CONTENT = /^(\.\. |\.\.$|:[\w-]+:|[ \t]+\S|([=\-~^"'#*+_.:`])\2+\s*$)/;

/** Finds the lines with content: no empty lines or rules, and no comments, labels or fields for Sphinx. */
function findContent(lines: readonly string[], from: number, to: number): number[] {
  const found: number[] = [];
  for (let i = from; i < to; i++) {
    const line = lines[i] ?? '';
    if (!isEmpty(line) && !NO_CONTENT.test(line)) found.push(i);
  }
  return found;
}

/** Cleaning leaves a line something if it begins so. */
const VISIBLE = /^[\x21-\x7e]/;

function isEmpty(line: string): boolean {
  return !VISIBLE.test(line) && cleanLine(line) === '';
}
