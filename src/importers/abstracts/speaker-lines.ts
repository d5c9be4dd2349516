import { cleanLine } from '../reading/clean.ts';

/** A bullet of the form `* **Name** *(bio)*`; the bio may continue on the lines below it. */
interface SpeakerLine {
  readonly name: string;
  readonly bio: string;
  /** Its line, counted from 0. */
  readonly at: number;
  readonly doubt: string | undefined;
}

/** The lines of a talk, split into prose and speakers. */
export interface TalkLines {
  readonly prose: readonly string[];
  readonly speakers: readonly SpeakerLine[];
  /** The first line of text after the speakers that belongs to none of them; it is in the prose too. */
  readonly strayAt: number | undefined;
}

/**
 * Splits the lines of a talk. Speakers come last. A bullet with `** *(` is a speaker anywhere; one with just a bold
 * name only among other speakers or at the very end, because abstracts have bold bullets too.
 */
export function splitTalk(lines: readonly string[]): TalkLines {
  const texts = lines.map(cleanLine);
  const first = findFirstSpeaker(texts);
  const speakers: SpeakerLine[] = [];
  const stray: string[] = [];
  let strayAt: number | undefined;
  for (let i = first; i < lines.length; ) {
    const next = findNextBullet(texts, i + 1);
    const { speaker, rest } = readBullet(lines.slice(i, next), i);
    speakers.push(speaker);
    const leftOver = lines.slice(rest, next);
    if (leftOver.some(line => cleanLine(line) !== '')) {
      stray.push('', ...leftOver);
      strayAt ??= rest + leftOver.findIndex(line => cleanLine(line) !== '');
    }
    i = next;
  }
  return { prose: [...lines.slice(0, first), ...stray], speakers, strayAt };
}

const WITH_BIO = /^[*+•-] *\*\*.*?\*\* *\*\(/;
const NAME_ONLY = /^[*+•-] *\*\*[^*]+\*\*(?: *\(.*\))?$/;

function findFirstSpeaker(texts: readonly string[]): number {
  const sure = texts.findIndex(
    (text, i) => WITH_BIO.test(text) || (NAME_ONLY.test(text) && texts[i + 1]?.startsWith('*(')),
  );
  let first = sure < 0 ? texts.length : sure;
  let intro = '';
  for (let i = first - 1; i >= 0; i--) {
    const text = texts[i] ?? '';
    if (text === '') continue;
    intro = text;
    if (!NAME_ONLY.test(text)) break;
    first = i;
  }
  // "You will learn:" announces a list of things, not of people.
  return sure < 0 && intro.endsWith(':') ? texts.length : first;
}

function findNextBullet(texts: readonly string[], from: number): number {
  let next = from;
  while (next < texts.length && !WITH_BIO.test(texts[next] ?? '') && !NAME_ONLY.test(texts[next] ?? ''))
    next++;
  return next;
}

/** Reads one bullet; `rest` is the first line after it. */
function readBullet(lines: readonly string[], at: number): { speaker: SpeakerLine; rest: number } {
  const opening = /^\s*[*+•-]\s*\*\*([^\n]*?)\*\*\s*\*\(/.exec(lines.join('\n'));
  if (opening === null) return { speaker: readNameOnly(lines[0] ?? '', at), rest: at + 1 };
  const [opened, name = ''] = opening;
  const bioLines = lines.join('\n').slice(opened.length).split('\n');
  const end = findClosingLine(bioLines);
  const bio = dropLastClosing(bioLines.slice(0, (end ?? bioLines.length) + 1).join('\n'));
  const rest = at + lines.length - bioLines.length + (end ?? bioLines.length) + 1;
  const doubt = end === undefined ? 'The bio has no closing ")*"; it was read to its end.' : undefined;
  return { speaker: { name, bio, at, doubt }, rest };
}

function readNameOnly(line: string, at: number): SpeakerLine {
  const [, name = '', bio = ''] = /\*\*(.+?)\*\*\s*(.*)$/s.exec(line) ?? [];
  return { name, bio: bio.replace(/^\(|\)$/g, ''), at, doubt: undefined };
}

/** Finds the first line that ends with `)*`, else the last that contains one. */
function findClosingLine(lines: readonly string[]): number | undefined {
  const ending = lines.findIndex(line => /\)\*\s*$/.test(line));
  if (ending >= 0) return ending;
  const holding = lines.findLastIndex(line => line.includes(')*'));
  return holding < 0 ? undefined : holding;
}

function dropLastClosing(bio: string): string {
  const last = bio.lastIndexOf(')*');
  return last < 0 ? bio : bio.slice(0, last) + bio.slice(last + 2);
}
