import type { DraftTalk } from '../../programme/joining/draft.ts';
import type { Format, ReadResult } from '../format.ts';
import { cleanLine } from '../reading/clean.ts';
import { readAbstract, readTitle } from '../reading/fields.ts';
import { cacheLast, parseJson } from '../reading/json.ts';
import { readSpeaker } from '../reading/people.ts';
import { createReport, type Report } from '../reading/report.ts';
import { findOutline, isMarked, MARKER, type TalkSection } from './outline.ts';
import { splitTalk } from './speaker-lines.ts';

/** Characters; longer than any text of abstracts that people write by hand. */
const LENGTH_MAX = 2 ** 20;

/**
 * Abstracts as text: a title, a line under it, `**Abstract:**`, paragraphs, and a bullet per speaker; one talk or many.
 */
export const abstracts: Format = {
  name: 'abstracts',
  label: 'abstracts as text (.rst, .txt)',
  recognises: text => {
    if (parseJson(text) !== undefined || YAML.test(text.slice(0, 2000))) return false;
    const { lines, talks, strayAt } = outlineOf(text);
    const [first] = talks;
    if (first === undefined) return false;
    const isFirst = (strayAt[0] ?? lines.length) > first.heading.from;
    return isFirst || lines.some(isMarked);
  },
  read: readAbstracts,
};

/** Comments or a directive, the line that begins a document of YAML, and a list or a field: that line is no underline. */
const YAML =
  /^(?:(?:#|%YAML\b).*\n|\s*\n)+---[ \t]*\n(?:[ \t]*(?:#.*)?\n)*(?:- |[[{]|["']?[\w-]+["']?:(?:\s|$))/;

const outlineOf = cacheLast(text => {
  const lines = text.slice(0, LENGTH_MAX).split('\n');
  return { lines, ...findOutline(lines) };
});

function readAbstracts(text: string, path: string): ReadResult {
  const report = createReport(path);
  if (text.length > LENGTH_MAX) {
    report.fail({}, 'The file is longer than 1 MB, which no text of abstracts is; it was not read.');
    return { problems: report.problems };
  }
  const { lines, talks, strayAt } = outlineOf(text);
  if (strayAt[0] !== undefined)
    report.fail({ line: strayAt[0] + 1 }, 'Text that belongs to no talk was left out.');
  return {
    talks: talks.map(section => readTalk(lines, section, report)),
    oneTalkAFile: talks.length === 1 && talks[0]?.track === undefined,
    problems: report.problems,
  };
}

function readTalk(lines: readonly string[], section: TalkSection, report: Report): DraftTalk {
  const { heading, track, from, to } = section;
  const line = heading.titleAt + 1;
  const title = readTitle(heading.raw, { line }, report);
  if (heading.doubt !== undefined) report.warn({ line, item: title }, heading.doubt);
  const body = lines.slice(from, to);
  const { prose, speakers, strayAt } = splitTalk(body);
  if (strayAt !== undefined)
    report.warn(
      { line: from + strayAt + 1, item: title },
      'Text after the speakers was added to the abstract.',
    );
  return {
    id: undefined,
    title,
    abstract: readProse(prose, { line, title }, report),
    speakers: speakers.flatMap(speaker => {
      const spot = { line: from + speaker.at + 1, item: title };
      if (speaker.doubt !== undefined) report.warn(spot, speaker.doubt);
      return readSpeaker(speaker, spot, report) ?? [];
    }),
    track,
    slots: [],
    line,
  };
}

function readProse(
  prose: readonly string[],
  { line, title }: { readonly line: number; readonly title: string },
  report: Report,
): string {
  const spot = { line, item: title };
  const marked = prose.some(isMarked);
  const abstract = readAbstract(joinParagraphs(prose), spot, report);
  if (abstract === '') report.warn(spot, 'The talk has no abstract; it is listed with its title only.');
  else if (!marked)
    report.warn(spot, 'There is no **Abstract:** line; the text after the title was read as the abstract.');
  return abstract;
}

/** Joins the lines of each paragraph; list items keep lines of their own. */
function joinParagraphs(prose: readonly string[]): string {
  return prose
    .map(line => cleanLine(line).replace(MARKER, ''))
    .filter(line => !/^([=\-~^"'#*+_.:`])\1{2,}$/.test(line))
    .join('\n')
    .replace(/(?<!\n)\n(?!\n|[*+•-] |\d+[.)] )/g, ' ');
}
