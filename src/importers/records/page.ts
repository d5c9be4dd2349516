import { parse, TomlError } from 'smol-toml';
import { type Fields, isFields } from '../reading/json.ts';
import type { Report } from '../reading/report.ts';
import { type ParseResult, parseYaml } from './yaml.ts';

/** A page of Markdown with its front matter. */
export interface MarkdownPage {
  readonly head: Fields;
  readonly body: string;
}

/** Reads a page; undefined if its front matter cannot be read, which is reported. Front matter is never executed. */
export function readPage(text: string, report: Report): MarkdownPage | undefined {
  const page = splitPage(text);
  const refuse = (line: number | undefined, message: string) => {
    report.fail({ line }, `${message} The page was left out.`);
    return undefined;
  };
  if (page === undefined) return refuse(undefined, 'The page has no front matter.');
  const { language, head, headLine, body } = page;
  const answer = parseHead(language, head);
  if (answer === undefined)
    return refuse(
      1,
      `The front matter is in "${language.slice(0, 20)}"; Lectern reads only YAML and TOML, and runs no code.`,
    );
  if ('mistake' in answer) return refuse(headLine + (answer.line ?? 1) - 1, answer.mistake);
  return isFields(answer.value)
    ? { head: answer.value, body }
    : refuse(headLine, 'The front matter has no fields such as "title: Ceph at sea".');
}

function parseHead(language: string, head: string): ParseResult | undefined {
  if (language === 'yaml' || language === 'yml') return parseYaml(head);
  return language === 'toml' ? parseToml(head) : undefined;
}

function parseToml(head: string): ParseResult {
  try {
    return { value: parse(head, { maxDepth: 50 }) };
  } catch (error) {
    // smol-toml throws if a text is not TOML, and gives the line.
    return { mistake: 'This is not valid TOML.', line: error instanceof TomlError ? error.line : undefined };
  }
}

/** A page split into its front matter and its body. */
export interface SplitPage {
  readonly language: string;
  readonly head: string;
  /** The first line of the head, counted from 1. */
  readonly headLine: number;
  readonly body: string;
}

/** Characters; longer than any front matter. */
const HEAD_MAX = 64 * 1024;

/**
 * Finds the front matter of a page: between lines of `---` (YAML) or `+++` (TOML), the first of which may name a
 * language. PyCon UK left the first line out. We split pages ourselves because gray-matter executes front matter marked
 * `---js`.
 */
export function splitPage(text: string): SplitPage | undefined {
  const [, fence = '', language = ''] = /^\s*(---|\+\+\+)[ \t]*((?:[a-z][\w-]*)?)[ \t]*\n/i.exec(text) ?? [];
  const start = fence === '' ? 0 : text.indexOf('\n', text.indexOf(fence)) + 1;
  const closing = fence === '+++' ? /^\+\+\+[ \t]*$/m : /^(?:---|\.\.\.)[ \t]*$/m;
  const rest = text.slice(start, start + HEAD_MAX);
  const end = closing.exec(rest);
  const head = rest.slice(0, end?.index ?? 0);
  if (end === null || (fence === '' ? !isOpenHead(head) : language === '' && isProse(head))) return undefined;
  return {
    language: (language || (fence === '+++' ? 'toml' : 'yaml')).toLowerCase(),
    head,
    headLine: text.slice(0, start).split('\n').length,
    body: text.slice(start + end.index + end[0].length),
  };
}

/** True for a title between two lines, or a list. */
function isProse(head: string): boolean {
  return /^\s*(?:- |[^:={]*$)/.test(head);
}

/** True if the text has only lines such as "title: Ceph at sea", as front matter without a first fence must. */
function isOpenHead(head: string): boolean {
  const lines = head.trimEnd().split('\n');
  return (
    lines.some(line => /^(?:title|name|session|talk):/i.test(line)) &&
    lines.every((line, at) => /^[A-Za-z_][\w-]*:(?: |$)/.test(line) || (at > 0 && /^(?:[ \t]|- )/.test(line)))
  );
}
